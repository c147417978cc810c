import { articlePath, page as pageAddress } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { termKey } from "#model/term.ts";
import type { PublishedFile } from "#pipeline/content/media/resources.ts";
import { wholePaths } from "#pipeline/content/site/link-targets.ts";
import type { Page } from "#pipeline/content/site/page.ts";
import type { Site } from "#pipeline/content/site/site.ts";
import { NOWHERE } from "./render-body.ts";

const ARTICLE = "offprint:article/";
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Resolves the addresses that one article's text and pictures have. */
export class Linker {
  readonly #site: Site;
  readonly #page: Page;
  /** The original's address, against which what is not here is resolved. */
  readonly #link: string | undefined;
  /** The files that the article needs published, by where they go. */
  readonly files = new Map<string, PublishedFile>();
  /** Sentences about files that can't be published. */
  readonly faults = new Set<string>();

  constructor(site: Site, page: Page, link: string | undefined) {
    this.#site = site;
    this.#page = page;
    this.#link = link;
  }

  /** A stand-in for an article's address, until `resolve` knows where it stands; null where there is no such article. */
  reference(target: string): string | null {
    const [path = "", ...fragment] = target.split("#");
    const hash = fragment.length > 0 ? `#${fragment.join("#")}` : "";
    if (path === "") return hash === "" ? null : hash;
    const found = this.#site.targets.findReference(decoded(path), this.#page);
    if (found) return `${ARTICLE}${this.#inOwnLanguage(found).id}${hash}`;
    const section = `/${path.replace(/^\/|\/?_index\.\w+$/g, "")}/`;
    return this.#list(section) === null ? null : section;
  }

  /** Makes an address one that works in the edition; null for one that leads nowhere. */
  async resolve(address: string): Promise<string | null> {
    const { base } = this.#site.options;
    const text = address.trim();
    if (text === "" || text === NOWHERE) return null;
    if (text.startsWith(ARTICLE)) {
      const [id = "", hash] = text.slice(ARTICLE.length).split("#");
      return `${base}${articlePath(id).slice(1)}${hash === undefined ? "" : `#${hash}`}`;
    }
    if (text.startsWith("//")) return `https:${text}`;
    if (text.startsWith("#") || SCHEME.test(text)) return text;
    const [path = "", tail = ""] = split(text);
    const inside = path === "" ? null : await this.#inside(decoded(path), tail);
    return inside ?? this.#atOriginal(text);
  }

  /** Finds a file of the content folder that a path means, ready to be published. */
  async file(path: string): Promise<PublishedFile | null> {
    const { resources } = this.#site;
    for (const whole of wholePaths(path, this.#page)) {
      if (!resources.has(whole.slice(1))) continue;
      const made = await resources.publish(whole.slice(1));
      if (typeof made === "string") {
        this.faults.add(made);
        return null;
      }
      this.files.set(made.resource.to, made);
      return made;
    }
    return null;
  }

  async #inside(path: string, tail: string): Promise<string | null> {
    const { targets, options } = this.#site;
    const found = targets.find(path, this.#page);
    if (found)
      return `${options.base}${articlePath(this.#inOwnLanguage(found).id).slice(1)}${hashOf(tail)}`;
    const file = await this.file(path);
    if (file) return `${options.base}${file.resource.to}`;
    const list = this.#list(path);
    return list === null ? null : `${options.base}${list}`;
  }

  /** The front page, a section's or a tag's list. */
  #list(path: string): string | null {
    if (!path.startsWith("/")) return null;
    const segments = path.split("/").filter((segment) => segment !== "");
    if (segments[0] === this.#page.language.toLowerCase()) segments.shift();
    if (segments.length === 0) return "";
    const { survey, options } = this.#site;
    const [first = "", second] = segments.map(termKey);
    if (segments.length === 1 && survey.sections.has(first)) return listOf("section", first);
    if (segments.length === 2 && second && options.tagsFrom.includes(first)) {
      return listOf("tag", second);
    }
    return null;
  }

  #inOwnLanguage(page: Page): Page {
    const { translations } = this.#site;
    return translations.inLanguage(page, this.#page.language);
  }

  #atOriginal(address: string): string | null {
    if (!this.#link || !URL.canParse(address, this.#link)) return null;
    return new URL(address, this.#link).href;
  }
}

function listOf(kind: "section" | "tag", key: string): string {
  const filter: Filter = { include: [{ kind, key }], exclude: [], match: "all" };
  return pageAddress.latest.to(filter).search;
}

function split(text: string): [string, string] {
  const at = text.search(/[?#]/);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

function hashOf(tail: string): string {
  const at = tail.indexOf("#");
  return at < 0 ? "" : tail.slice(at);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
