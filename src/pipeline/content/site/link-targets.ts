import { posix } from "node:path";
import { folderOf, nameOf, stemOf } from "#pipeline/content/folder/file-kind.ts";
import type { Page } from "./page.ts";
import type { Pages } from "./pages.ts";

const LONGEST = 2000;
const DATED = /^\/(\d{4})\/(?:(\d\d)\/(?:(\d\d)\/)?)?([^/]+)\/?$/;

/** Finds the article that a link between content files means. */
export class LinkTargets {
  readonly #pages: Pages;
  /** Numbers of pages by their addresses, and 0 for none: as many bytes for a page as its place takes, and no more. */
  readonly #byAddress: Uint32Array;
  /** The numbers of pages whose address another one before them has. */
  readonly shared: readonly number[];
  /** By the path without extension, and by the last part of it or of the address; made when first asked for. */
  #byStem: Map<string, number> | null = null;
  #byName: Map<string, number | null> | null = null;

  constructor(pages: Pages) {
    this.#pages = pages;
    // Of two thirds that are empty most addresses find theirs at once.
    this.#byAddress = new Uint32Array(2 ** (32 - Math.clz32(Math.max(pages.length, 8) * 2)));
    const shared: number[] = [];
    for (let number = 0; number < pages.length; number++) {
      const slot = this.#slotOf(pages.addressOf(number));
      if (this.#byAddress[slot] === 0) this.#byAddress[slot] = number + 1;
      else shared.push(number);
    }
    this.shared = shared;
  }

  /** The first page that has an address. */
  ownerOf(address: string): Page | undefined {
    const number = this.#numberAt(address);
    return number < 0 ? undefined : this.#pages.at(number);
  }

  /** The number of the first page that has an address; -1 for none. */
  #numberAt(address: string): number {
    return (this.#byAddress[this.#slotOf(address)] ?? 0) - 1;
  }

  /** Where the number of an address's page stands, or is to stand. */
  #slotOf(address: string): number {
    const mask = this.#byAddress.length - 1;
    let slot = hashOf(address) & mask;
    for (;;) {
      const number = this.#byAddress[slot] ?? 0;
      if (number === 0 || this.#pages.addressOf(number - 1) === address) return slot;
      slot = (slot + 1) & mask;
    }
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
    const found = this.#named(slug);
    const date = [year, month, day].filter((part) => part).join("-");
    return found?.date?.startsWith(date) ? found : undefined;
  }

  /** Finds what Hugo's `ref` means: also a file's name alone, where only one has it. */
  findReference(reference: string, from: Page): Page | undefined {
    const found = this.find(reference, from) ?? this.find(`/${reference}`, from);
    if (found || reference.includes("/")) return found;
    return this.#named(reference);
  }

  /** The only page of a name. */
  #named(name: string): Page | undefined {
    const number = this.#names().get(stemOf(name).toLowerCase()) ?? null;
    return number === null ? undefined : this.#pages.at(number);
  }

  #at(whole: string): Page | undefined {
    const address = `${whole.replace(/\/+$/, "")}/`;
    const byAddress = this.ownerOf(whole) ?? this.ownerOf(address.toLowerCase());
    if (byAddress) return byAddress;
    const stem = stemOf(whole.replace(/\/+$/, "").slice(1)).toLowerCase();
    const number = this.#stems().get(stem.replace(/\/_?index$/, ""));
    return number === undefined ? undefined : this.#pages.at(number);
  }

  #stems(): Map<string, number> {
    if (this.#byStem) return this.#byStem;
    this.#byStem = new Map();
    for (let number = 0; number < this.#pages.length; number++) {
      this.#byStem.set(stemKey(this.#pages.pathOf(number)), number);
    }
    return this.#byStem;
  }

  #names(): Map<string, number | null> {
    if (this.#byName) return this.#byName;
    this.#byName = new Map();
    for (let number = 0; number < this.#pages.length; number++) {
      const stem = nameOf(stemKey(this.#pages.pathOf(number)));
      const names = new Set([stem, nameOf(this.#pages.addressOf(number).slice(0, -1))]);
      for (const name of names) this.#byName.set(name, this.#byName.has(name) ? null : number);
    }
    return this.#byName;
  }
}

/** A number of 32 bits for a text; FNV-1a over its code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function stemKey(path: string): string {
  return stemOf(path)
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
