import type { Draft } from "#pipeline/content/draft-file.ts";
import { stemOf } from "#pipeline/content/folder/file-kind.ts";
import type { Seen } from "#pipeline/content/folder/seen.ts";
import type { Facts } from "#pipeline/content/site/describe-page.ts";
import { addressOf } from "#pipeline/content/site/pages.ts";
import type { Terms } from "#pipeline/content/site/terms.ts";
import type { Remark } from "#pipeline/report.ts";
import type { Lists, Rows } from "./columns.ts";
import type { FileNote } from "./notes.ts";

const NO_REMARKS: readonly Remark[] = [];

/** The notes of a shard's files, opened for being read one after another. */
export class FileShard {
  readonly number: number;
  readonly count: number;
  readonly rows: Rows<FileNote>;
  readonly read: { readonly [Name in keyof FileNote]: (row: number) => FileNote[Name] };
  readonly #terms: { readonly tags: TermTable; readonly keywords: TermTable };

  /** `numbers` are those of terms, which all shards share. */
  constructor(number: number, rows: Rows<FileNote>, numbers: TermNumbers) {
    this.number = number;
    this.rows = rows;
    this.count = rows.count;
    this.read = {
      ...{ path: rows.of("path"), id: rows.of("id"), layout: rows.of("layout") },
      ...{ size: rows.of("size"), modified: rows.of("modified"), changed: rows.of("changed") },
      ...{ inode: rows.of("inode"), digest: rows.of("digest"), until: rows.of("until") },
      ...{ leftOut: rows.of("leftOut"), remarks: rows.of("remarks") },
      ...{ isPublished: rows.of("isPublished"), title: rows.of("title"), date: rows.of("date") },
      ...{ language: rows.of("language"), translationKey: rows.of("translationKey") },
      ...{ section: rows.of("section"), isDue: rows.of("isDue"), weight: rows.of("weight") },
      ...{ mayBeListed: rows.of("mayBeListed"), address: rows.of("address") },
      ...{ aliases: rows.of("aliases"), tags: rows.of("tags"), keywords: rows.of("keywords") },
    };
    this.#terms = {
      tags: new TermTable(rows.listsOf("tags"), numbers.tags, (terms, key) => {
        return terms.tagNumber(key);
      }),
      keywords: new TermTable(rows.listsOf("keywords"), numbers.keywords, (terms, key) => {
        return terms.keywordNumber(key);
      }),
    };
  }

  /** The numbers of a row's terms, each once. */
  termsOf(row: number, terms: Terms): number[] {
    const numbers: number[] = [];
    this.#terms.tags.add(row, terms, numbers);
    this.#terms.keywords.add(row, terms, numbers);
    return numbers;
  }
}

/** By the places of words, the numbers of the terms that they are; they belong to one `Terms`. */
export type TermNumbers = { readonly tags: Uint32Array; readonly keywords: Uint32Array };

/** The numbers of the terms of a shard: of each that many files have, the number is asked for once. */
class TermTable {
  readonly #lists: Lists;
  readonly #numberOf: (terms: Terms, key: string) => number;
  /** By the place of a word, its number and one more; 0 for one that was not asked for. */
  readonly #numbers: Uint32Array;

  constructor(lists: Lists, numbers: Uint32Array, numberOf: (terms: Terms, key: string) => number) {
    this.#lists = lists;
    this.#numberOf = numberOf;
    this.#numbers = lists.areWords ? numbers : new Uint32Array(0);
  }

  add(row: number, terms: Terms, numbers: number[]): void {
    const end = this.#lists.endOf(row);
    for (let at = this.#lists.startOf(row); at < end; at++) {
      const place = this.#lists.placeAt(at);
      const known = this.#numbers[place] ?? 0;
      const number = known > 0 ? known - 1 : this.#numberOf(terms, this.#lists.valueAt(place));
      this.#numbers[place] = number + 1;
      if (!numbers.includes(number)) numbers.push(number);
    }
  }
}

/** What was noted of a file: its draft and its facts, read where they are asked for. */
export class KnownFile implements Draft, Facts {
  readonly #shard: FileShard;
  readonly row: number;

  constructor(shard: FileShard, row: number) {
    this.#shard = shard;
    this.row = row;
  }

  get shard(): number {
    return this.#shard.number;
  }
  /** All of it as an object of its own. */
  get note(): FileNote {
    return this.#shard.rows.at(this.row);
  }
  get facts(): Facts | null {
    return this.#shard.read.isPublished(this.row) ? this : null;
  }
  get seen(): Seen | null {
    return this.digest === "" ? null : this;
  }
  get remarks(): readonly Remark[] {
    return this.#shard.read.remarks(this.row) ?? NO_REMARKS;
  }
  termNumbers(terms: Terms): number[] {
    return this.#shard.termsOf(this.row, terms);
  }
  get path() {
    return this.#shard.read.path(this.row);
  }
  get id() {
    return this.#shard.read.id(this.row);
  }
  get layout() {
    return this.#shard.read.layout(this.row);
  }
  get size() {
    return this.#shard.read.size(this.row);
  }
  get modified() {
    return this.#shard.read.modified(this.row);
  }
  get changed() {
    return this.#shard.read.changed(this.row);
  }
  get inode() {
    return this.#shard.read.inode(this.row);
  }
  get digest() {
    return this.#shard.read.digest(this.row);
  }
  get until() {
    return this.#shard.read.until(this.row);
  }
  get leftOut() {
    return this.#shard.read.leftOut(this.row);
  }
  get title() {
    return this.#shard.read.title(this.row);
  }
  get date() {
    return this.#shard.read.date(this.row);
  }
  get language() {
    return this.#shard.read.language(this.row);
  }
  get translationKey() {
    return this.#shard.read.translationKey(this.row) ?? stemOf(this.path);
  }
  get section() {
    return this.#shard.read.section(this.row);
  }
  get isDue() {
    return this.#shard.read.isDue(this.row);
  }
  get mayBeListed() {
    return this.#shard.read.mayBeListed(this.row);
  }
  get weight() {
    return this.#shard.read.weight(this.row);
  }
  get address() {
    return this.#shard.read.address(this.row) ?? addressOf(this.path);
  }
  get aliases() {
    return this.#shard.read.aliases(this.row);
  }
  get tags() {
    return this.#shard.read.tags(this.row);
  }
  get keywords() {
    return this.#shard.read.keywords(this.row);
  }
}
