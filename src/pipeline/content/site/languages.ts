import { folderOf, stemOf } from "#pipeline/content/folder/file-kind.ts";

/** A content file's language, and its path without what says so. */
export type Place = {
  /** BCP 47. */
  readonly language: string;
  /** Without the language's folder, the language in the name, and the extension. */
  readonly stem: string;
  /** What Hugo's addresses in this language begin with: `/de`; empty for the edition's own language. */
  readonly prefix: string;
};

/** Tells the language of a content file by its path. */
export type Languages = { readonly place: (path: string) => Place };

const SHAPE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Writes a language's code as BCP 47 does; undefined for what is no known language. */
export function knownLanguage(code: string): string | undefined {
  if (!SHAPE.test(code)) return undefined;
  try {
    const canonical = Intl.getCanonicalLocales(code)[0];
    return canonical && NAMES.of(canonical) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Finds out how a content folder says what language a file is in. Hugo is told by its configuration; here the paths
 * must tell:
 *
 * - Folders: `content/de/` is a language's folder where at least two of the top folders are named like languages, and
 *   one of them is the edition's or no content file lies outside of them.
 * - Names: `name.de.md` is in German where some file of the folder stands beside one of the same name in another
 *   language (`name.md`, `name.fr.md`); then all such names count.
 */
export function findLanguages(pages: Iterable<string>, edition: string): Languages {
  const own = knownLanguage(edition) ?? edition;
  const memo = new Map<string, string | undefined>();
  const languageOf = (code: string): string | undefined => {
    if (code === "") return undefined;
    if (!memo.has(code)) memo.set(code, toOwn(knownLanguage(code), own));
    return memo.get(code);
  };
  const hasFolders = usesFolders(pages, own, languageOf);
  const hasNames = usesNames(pages, languageOf);
  return {
    place(path) {
      const top = topOf(path);
      const folder = hasFolders ? languageOf(top) : undefined;
      const stem = stemOf(folder ? path.slice(top.length + 1) : path);
      const suffix = hasNames ? suffixOf(stem) : "";
      const named = languageOf(suffix);
      const language = named ?? folder ?? own;
      const prefix = language === own ? "" : `/${language.toLowerCase()}`;
      return { language, prefix, stem: named ? stem.slice(0, -suffix.length - 1) : stem };
    },
  };
}

/** The first folder of a path; empty at the root. */
function topOf(path: string): string {
  return path.slice(0, Math.max(path.indexOf("/"), 0));
}

/** `en` is the edition's `en-GB`, but `pt-BR` is not its `pt`. */
function toOwn(language: string | undefined, own: string): string | undefined {
  return language && own.startsWith(`${language}-`) ? own : language;
}

type LanguageOf = (code: string) => string | undefined;

function usesFolders(pages: Iterable<string>, own: string, languageOf: LanguageOf): boolean {
  const tops = new Set<string>();
  for (const path of pages) tops.add(topOf(path));
  const found = [...tops].map(languageOf).filter((language) => language !== undefined);
  if (new Set(found).size < 2) return false;
  return found.includes(own) || found.length === tops.size;
}

function usesNames(pages: Iterable<string>, languageOf: LanguageOf): boolean {
  const named = new Set<string>();
  for (const path of pages) {
    // Most have one dot, that of the extension.
    if (path.indexOf(".") === path.lastIndexOf(".")) continue;
    const stem = stemOf(path);
    if (!isNamed(stem, languageOf)) continue;
    const bare = stem.slice(0, -suffixOf(stem).length - 1);
    if (named.has(bare)) return true;
    named.add(bare);
  }
  if (named.size === 0) return false;
  for (const path of pages) {
    const stem = stemOf(path);
    if (named.has(stem) && !isNamed(stem, languageOf)) return true;
  }
  return false;
}

function isNamed(stem: string, languageOf: LanguageOf): boolean {
  const suffix = suffixOf(stem);
  return suffix !== "" && languageOf(suffix) !== undefined;
}

/** The part behind the last dot of a name; empty where there is none. */
function suffixOf(stem: string): string {
  const dot = stem.lastIndexOf(".");
  // Most have none, and need no look at their folders.
  return dot > 0 && dot > stem.lastIndexOf("/") + 1 ? stem.slice(dot + 1) : "";
}

/** The folders above a stem, nearest first, the content folder (empty) last. */
export function foldersAbove(stem: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(stem); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ""];
}
