import { posix } from "node:path";
import { folderOf, nameOf, stemOf } from "#pipeline/content/folder/file-kind.ts";
import type { Page } from "./page.ts";

const LONGEST = 2000;
const DATED = /^\/(\d{4})\/(?:(\d\d)\/(?:(\d\d)\/)?)?([^/]+)\/?$/;

/** Finds the article that a link between content files means. */
export class LinkTargets {
  readonly #pages: readonly Page[];
  readonly #byAddress = new Map<string, Page>();
  /** By the path without extension, and by the last part of it or of the address; made when first asked for. */
  #byStem: Map<string, Page> | null = null;
  #byName: Map<string, Page | null> | null = null;

  constructor(pages: readonly Page[]) {
    this.#pages = pages;
    for (const page of pages) {
      if (!this.#byAddress.has(page.address)) this.#byAddress.set(page.address, page);
    }
  }

  /** The first page that has an address. */
  ownerOf(address: string): Page | undefined {
    return this.#byAddress.get(address);
  }

  /**
   * Finds the target of a path as it stands in a body: of a file or of an address, from the root, from the file's
   * folder, or from the page's own address.
   */
  find(path: string, from: Page): Page | undefined {
    if (path.length > LONGEST) return undefined;
    for (const whole of wholePaths(path, from)) {
      const found = this.#at(whole);
      if (found) return found;
    }
    return this.#dated(path);
  }

  /** Hugo's usual permalinks for news, `/2025/12/02/slug/`, which only a site's configuration knows. */
  #dated(path: string): Page | undefined {
    const [, year, month, day, slug] = DATED.exec(path) ?? [];
    if (!slug) return undefined;
    const found = this.#names().get(stemOf(slug).toLowerCase());
    const date = [year, month, day].filter((part) => part).join("-");
    return found?.date?.startsWith(date) ? found : undefined;
  }

  /** Finds what Hugo's `ref` means: also a file's name alone, where only one has it. */
  findReference(reference: string, from: Page): Page | undefined {
    const found = this.find(reference, from) ?? this.find(`/${reference}`, from);
    if (found || reference.includes("/")) return found;
    return this.#names().get(stemOf(reference).toLowerCase()) ?? undefined;
  }

  #at(whole: string): Page | undefined {
    const address = `${whole.replace(/\/+$/, "")}/`;
    const byAddress = this.#byAddress.get(whole) ?? this.#byAddress.get(address.toLowerCase());
    if (byAddress) return byAddress;
    const stem = stemOf(whole.replace(/\/+$/, "").slice(1)).toLowerCase();
    return this.#stems().get(stem.replace(/\/_?index$/, ""));
  }

  #stems(): Map<string, Page> {
    this.#byStem ??= new Map(this.#pages.map((page) => [stemKey(page), page]));
    return this.#byStem;
  }

  #names(): Map<string, Page | null> {
    if (this.#byName) return this.#byName;
    this.#byName = new Map();
    for (const page of this.#pages) {
      const names = new Set([nameOf(stemKey(page)), nameOf(page.address.slice(0, -1))]);
      for (const name of names) this.#byName.set(name, this.#byName.has(name) ? null : page);
    }
    return this.#byName;
  }
}

function stemKey(page: Page): string {
  return stemOf(page.path)
    .toLowerCase()
    .replace(/\/index(?:\.[a-z-]+)?$/, "");
}

/** The paths from the root that a path in a page's body may stand for. */
export function wholePaths(path: string, from: Page): string[] {
  if (path.startsWith("/")) {
    const top = from.path.slice(0, Math.max(from.path.indexOf("/"), 0));
    return [posix.normalize(path), posix.normalize(`/${top}${path}`)];
  }
  return [
    posix.normalize(`/${folderOf(from.path)}/${path}`),
    posix.normalize(`${from.address}/${path}`),
  ];
}
