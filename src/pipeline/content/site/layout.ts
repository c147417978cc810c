import { termKey } from "#model/term.ts";
import { folderOf, nameOf } from "#pipeline/content/folder/file-kind.ts";
import { foldersAbove, type Languages, type Place } from "./languages.ts";

/** What a content file is by its place in the folder. */
export type Layout = Place & {
  readonly kind: "page" | "section" | "resource";
  /** The stem of the page as a whole: a bundle's folder. */
  readonly name: string;
  /** The content-relative folder that its own files are in. */
  readonly folder: string;
  /** For a bundle's page: everything in the folder belongs to it. */
  readonly isBundle: boolean;
  /** For a resource: the folder of the bundle that it belongs to. */
  readonly bundle: string | null;
  readonly section: string | undefined;
};

/** Tells what each content file of a folder is. */
export class Layouts {
  readonly #languages: Languages;
  readonly #bundles = new Set<string>();

  constructor(pages: Iterable<string>, languages: Languages) {
    this.#languages = languages;
    for (const path of pages) {
      // Most are called otherwise, in any language.
      if (!path.includes("index")) continue;
      const { stem } = languages.place(path);
      // At the root it would own the whole folder.
      if (nameOf(stem) === "index" && stem !== "index") this.#bundles.add(folderOf(path));
    }
  }

  of(path: string): Layout {
    const { language, prefix, stem } = this.#languages.place(path);
    const folder = folderOf(path);
    const base = nameOf(stem);
    const bundle = this.#bundleAbove(folder);
    const isIndex = base === "index" && (bundle === null || bundle === folder);
    const kind = bundle !== null && !isIndex ? "resource" : base === "_index" ? "section" : "page";
    const name = isIndex ? folderOf(stem) : stem;
    const top = name.includes("/") ? termKey(name.slice(0, name.indexOf("/"))) : "";
    const isBundle = isIndex && bundle !== null;
    return {
      language,
      prefix,
      stem,
      kind,
      name,
      folder,
      isBundle,
      bundle: isIndex ? null : bundle,
      section: top === "" ? undefined : top,
    };
  }

  /** The outermost bundle that a folder is in, itself included. */
  #bundleAbove(folder: string): string | null {
    if (this.#bundles.size === 0) return null;
    const above = foldersAbove(`${folder}/`).filter((one) => this.#bundles.has(one));
    return above.at(-1) ?? null;
  }
}
