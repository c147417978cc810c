import { articlePath, dataAddress } from "#model/address.ts";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import { compareText } from "./compare-text.ts";

/** The files that an article may have: each is told by a bit of a number. */
const FORMS: readonly ((id: string) => string)[] = ["", ".br", ".gz"].flatMap((end) => [
  (id) => `${dataAddress.articleFile(id)}${end}`,
  (id) => `${documentFile(id)}${end}`,
]);
const FORM_BIT = { article: 1, document: 2 };
/** The paths of articles' files, their documents and the compressed copies of both, with an id or its two parts. */
const OF_ARTICLE =
  /^(?:data\/articles\/([0-9a-f]{2})\/(\1[0-9a-f]{18})\.json|article\/([0-9a-f]{2})\/([0-9a-f]{18})\/index\.html)(\.br|\.gz)?$/;

/** The file of an article's document. */
export function documentFile(id: string): string {
  return `${articlePath(id).slice(1)}index.html`;
}

/**
 * A set of an edition's files, as paths below its folder. The files of articles, of which there may be millions, are kept
 * as ten bytes for an article and a bit for a file.
 */
export class FileSet implements Iterable<string> {
  readonly #others = new Set<string>();
  readonly #ids = new IdColumn();
  readonly #forms = new NumberColumn();
  /** Places of ids by their first digits, which are as good as drawn by lot, counted from 1; 0 where there is none. */
  #slots = new Uint32Array(64);
  #size = 0;

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  get size(): number {
    return this.#size;
  }

  add(path: string): void {
    const [id, bit] = articleIn(path);
    if (id !== "") this.#addForms(id, bit);
    else if (!this.#others.has(path)) {
      this.#others.add(path);
      this.#size += 1;
    }
  }

  /** Adds the file of an article, or that of its document. */
  addOfArticle(id: string, kind: keyof typeof FORM_BIT): void {
    this.#addForms(id, FORM_BIT[kind]);
  }

  has(path: string): boolean {
    const [id, bit] = articleIn(path);
    if (id === "") return this.#others.has(path);
    const place = (this.#slots[this.#slotOf(id)] ?? 0) - 1;
    return place >= 0 && (this.#forms.at(place) & bit) !== 0;
  }

  delete(path: string): void {
    if (!this.has(path)) return;
    const [id, bit] = articleIn(path);
    if (id === "") this.#others.delete(path);
    else {
      const place = (this.#slots[this.#slotOf(id)] ?? 0) - 1;
      this.#forms.set(place, this.#forms.at(place) & ~bit);
    }
    this.#size -= 1;
  }

  /** All of them: those that are no article's by their paths, then those of articles by their ids. */
  *[Symbol.iterator](): Generator<string> {
    yield* [...this.#others].sort(compareText);
    const order = Uint32Array.from({ length: this.#ids.count }, (_, place) => place);
    order.sort((a, b) => this.#ids.compare(a, b));
    for (const place of order) {
      const forms = this.#forms.at(place);
      if (forms === 0) continue;
      const id = this.#ids.at(place);
      for (const [bit, pathOf] of FORMS.entries()) if (forms & (1 << bit)) yield pathOf(id);
    }
  }

  /** Those that are no article's, in the order in which they came. */
  others(): ReadonlySet<string> {
    return this.#others;
  }

  #addForms(id: string, bit: number): void {
    const slot = this.#slotOf(id);
    const place = (this.#slots[slot] ?? 0) - 1;
    if (place >= 0) {
      const forms = this.#forms.at(place);
      if ((forms & bit) !== 0) return;
      this.#forms.set(place, forms | bit);
    } else {
      this.#ids.push(id);
      this.#slots[slot] = this.#forms.push(bit) + 1;
      if (this.#ids.count * 2 > this.#slots.length) this.#grow();
    }
    this.#size += 1;
  }

  /** Where the place of an id stands, or is to stand. */
  #slotOf(id: string): number {
    const mask = this.#slots.length - 1;
    let slot = Number.parseInt(id.slice(0, 8), 16) & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0 || this.#ids.at(place - 1) === id) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let place = 0; place < this.#ids.count; place++) {
      this.#slots[this.#slotOf(this.#ids.at(place))] = place + 1;
    }
  }
}

/** The id of the article that a file is of, and the bit that stands for it; an empty id for all others. */
function articleIn(path: string): readonly [id: string, bit: number] {
  if (!path.startsWith("data/articles/") && !path.startsWith("article/")) return NO_ARTICLE;
  const [, , id, start, rest, end] = OF_ARTICLE.exec(path) ?? [];
  const bit = end === undefined ? 1 : end === ".br" ? 4 : 16;
  if (id !== undefined) return [id, bit];
  return start === undefined || rest === undefined ? NO_ARTICLE : [start + rest, bit * 2];
}

const NO_ARTICLE = ["", 0] as const;
