import { FileShard, KnownFile } from "./known-file.ts";
import { KnownStory, StoryShard } from "./known-story.ts";
import type { Ledger } from "./ledger-file.ts";
import { NO_STORY, type StoryNote } from "./notes.ts";

/** An article's note, its number in the lists of the edition before, -1 where it is in none, and all of it at once. */
export type NotedStory = StoryNote & { readonly number: number; readonly note: StoryNote };

export const NOT_NOTED: NotedStory = { ...NO_STORY, note: NO_STORY, number: -1 };

/** Goes through the files of the run before, in the order of their paths. */
export class FormerFiles {
  readonly #shards: readonly FileShard[];
  #shard = 0;
  #row = 0;

  constructor(shards: readonly FileShard[]) {
    this.#shards = shards;
  }

  /** The shard of the next file, or the last one: what is new before that file belongs there. */
  get shard(): number {
    return Math.max(Math.min(this.#shard, this.#shards.length - 1), 0);
  }

  /** Takes the file of a path; null where there was none. Those before it are told as gone. */
  take(path: string, gone: (file: KnownFile) => void): KnownFile | null {
    for (let shard = this.#open(); shard; shard = this.#open()) {
      const next = shard.read.path(this.#row);
      if (next > path) return null;
      const file = new KnownFile(shard, this.#row);
      this.#row += 1;
      if (next === path) return file;
      gone(file);
    }
    return null;
  }

  /** Tells all that were not taken as gone. */
  end(gone: (file: KnownFile) => void): void {
    for (let shard = this.#open(); shard; shard = this.#open()) {
      gone(new KnownFile(shard, this.#row));
      this.#row += 1;
    }
  }

  /** The shard of the next file. */
  #open(): FileShard | undefined {
    let shard = this.#shards[this.#shard];
    while (shard && this.#row >= shard.count) {
      this.#shard += 1;
      this.#row = 0;
      shard = this.#shards[this.#shard];
    }
    return shard;
  }
}

/** Opens what was noted of files, shard by shard. */
export function openFiles(ledger: Ledger): FileShard[] {
  const count = ledger.words.length;
  const numbers = { tags: new Uint32Array(count), keywords: new Uint32Array(count) };
  return ledger.files.map((_, shard) => new FileShard(shard, ledger.filesIn(shard), numbers));
}

/** Reads what was noted of articles; it holds one shard at a time, and most are asked for in their order. */
export class FormerStories {
  readonly #ledger: Ledger;
  /** By shard, how many listed stories there are before it. */
  readonly #listedBefore: number[] = [];
  #number = -1;
  #shard: StoryShard | null = null;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    let sum = 0;
    for (const count of ledger.listed) {
      this.#listedBefore.push(sum);
      sum += count;
    }
  }

  at(number: number, row: number): NotedStory {
    const shard = number === this.#number && this.#shard ? this.#shard : this.#read(number);
    return row < shard.rows.count ? new KnownStory(shard, row) : NOT_NOTED;
  }

  #read(number: number): StoryShard {
    this.#number = number;
    const listed = this.#ledger.numbers.subarray(this.#listedBefore[number] ?? 0);
    this.#shard = new StoryShard(this.#ledger.storiesIn(number), listed);
    return this.#shard;
  }
}
