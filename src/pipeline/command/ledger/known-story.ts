import type { Rows } from "./columns.ts";
import type { StoryNote } from "./notes.ts";

/** The notes of a shard's stories, opened for being read one after another. */
export class StoryShard {
  readonly rows: Rows<StoryNote>;
  readonly read: { readonly [Name in keyof StoryNote]: (row: number) => StoryNote[Name] };
  /** By row, its number in the lists of the edition before; -1 where it is in none. */
  readonly numbers: Int32Array;

  /** `numbers` are those of the shard's listed stories, in their order. */
  constructor(rows: Rows<StoryNote>, numbers: Uint32Array) {
    this.rows = rows;
    this.read = {
      ...{ digest: rows.of("digest"), hasDocument: rows.of("hasDocument"), tags: rows.of("tags") },
      ...{ source: rows.of("source"), appears: rows.of("appears"), expires: rows.of("expires") },
      ...{ resources: rows.of("resources"), remarks: rows.of("remarks"), heard: rows.of("heard") },
      ...{ isRelatable: rows.of("isRelatable"), isListed: rows.of("isListed") },
    };
    let listed = 0;
    this.numbers = Int32Array.from({ length: rows.count }, (_, row) => {
      if (!this.read.isListed(row)) return -1;
      listed += 1;
      return numbers[listed - 1] ?? -1;
    });
  }
}

/** What was noted of an article, read where it is asked for. */
export class KnownStory implements StoryNote {
  readonly #shard: StoryShard;
  readonly #row: number;

  constructor(shard: StoryShard, row: number) {
    this.#shard = shard;
    this.#row = row;
  }

  /** All of it as an object of its own. */
  get note(): StoryNote {
    return this.#shard.rows.at(this.#row);
  }
  get number() {
    return this.#shard.numbers[this.#row] ?? -1;
  }
  get digest() {
    return this.#shard.read.digest(this.#row);
  }
  get hasDocument() {
    return this.#shard.read.hasDocument(this.#row);
  }
  get tags() {
    return this.#shard.read.tags(this.#row);
  }
  get source() {
    return this.#shard.read.source(this.#row);
  }
  get appears() {
    return this.#shard.read.appears(this.#row);
  }
  get expires() {
    return this.#shard.read.expires(this.#row);
  }
  get resources() {
    return this.#shard.read.resources(this.#row);
  }
  get remarks() {
    return this.#shard.read.remarks(this.#row);
  }
  get heard() {
    return this.#shard.read.heard(this.#row);
  }
  get isRelatable() {
    return this.#shard.read.isRelatable(this.#row);
  }
  get isListed() {
    return this.#shard.read.isListed(this.#row);
  }
}
