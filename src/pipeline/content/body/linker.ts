import { articlePath } from "#model/address.ts";
import type { PublishedFile } from "#pipeline/content/media/resources.ts";
import type { Answers } from "#pipeline/content/site/questions.ts";
import { NOWHERE } from "./render-body.ts";

const ARTICLE = "offprint:article/";
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves the addresses that one article's text and pictures have. */
export class Linker {
  readonly #answers: Answers;
  readonly #base: string;
  /** The original's address, against which what is not here is resolved. */
  readonly #link: string | undefined;
  /** The files that the article needs published, by where they go. */
  readonly files = new Map<string, PublishedFile>();
  /** Sentences about files that can't be published. */
  readonly faults = new Set<string>();

  constructor(answers: Answers, base: string, link: string | undefined) {
    this.#answers = answers;
    this.#base = base;
    this.#link = link;
  }

  /** A stand-in for an article's address, until `resolve` knows where it stands; null where there is no such article. */
  reference(target: string): string | null {
    const [path = "", ...fragment] = target.split("#");
    const hash = fragment.length > 0 ? `#${fragment.join("#")}` : "";
    if (path === "") return hash === "" ? null : hash;
    const found = this.#answers({ kind: "reference", text: path });
    if (found?.article !== undefined) return `${ARTICLE}${found.article}${hash}`;
    return found?.list ?? null;
  }

  /** Makes an address one that works in the edition; null for one that leads nowhere. */
  resolve(address: string): string | null {
    const text = address.trim();
    if (text === "" || text === NOWHERE) return null;
    if (text.startsWith(ARTICLE)) {
      const [id = "", hash] = text.slice(ARTICLE.length).split("#");
      return `${this.#pageOf(id)}${hash === undefined ? "" : `#${hash}`}`;
    }
    if (text.startsWith("//")) return `https:${text}`;
    if (text.startsWith("#") || SCHEME.test(text)) return text;
    const [path = "", tail = ""] = split(text);
    const inside = path === "" ? null : this.#inside(decoded(path), tail);
    return inside ?? this.#atOriginal(text);
  }

  /** Finds a file of the content folder that a path means, ready to be published. */
  file(path: string): PublishedFile | null {
    const found = this.#answers({ kind: "file", text: path });
    if (found?.fault !== undefined) this.faults.add(found.fault);
    return found?.file ? this.#take(found.file) : null;
  }

  #inside(path: string, tail: string): string | null {
    const found = this.#answers({ kind: "inside", text: path });
    if (found?.article !== undefined) return `${this.#pageOf(found.article)}${hashOf(tail)}`;
    if (found?.fault !== undefined) this.faults.add(found.fault);
    if (found?.file) return `${this.#base}${this.#take(found.file).resource.to}`;
    return found?.list === undefined ? null : `${this.#base}${found.list}`;
  }

  #take(file: PublishedFile): PublishedFile {
    this.files.set(file.resource.to, file);
    return file;
  }

  #pageOf(id: string): string {
    return `${this.#base}${articlePath(id).slice(1)}`;
  }

  #atOriginal(address: string): string | null {
    if (!this.#link || !URL.canParse(address, this.#link)) return null;
    return new URL(address, this.#link).href;
  }
}

function split(text: string): [string, string] {
  const at = text.search(/[?#]/);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

function hashOf(tail: string): string {
  const at = tail.indexOf("#");
  return at < 0 ? "" : tail.slice(at);
}

/** A path without percent signs; one that has a broken one stays as it is. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
