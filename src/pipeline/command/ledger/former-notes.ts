import type { Ledger } from "./ledger-file.ts";
import { type FileNote, NO_STORY, type StoryNote } from "./notes.ts";

/** A file's note, and where it stands in the ledger. */
export type NotedFile = {
  readonly shard: number;
  readonly row: number;
  readonly note: FileNote;
};

/** An article's note, and its number in the lists of the edition before; -1 where it is in none. */
export type NotedStory = { readonly note: StoryNote; readonly number: number };

export const NOT_NOTED: NotedStory = { note: NO_STORY, number: -1 };

/** Goes through the files of the run before, in the order of their paths. */
export class FormerFiles {
  readonly #ledger: Ledger;
  #notes: readonly FileNote[] = [];
  #shard = -1;
  #row = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The shard of the last file that was taken: what stands behind that belongs there. */
  get shard(): number {
    return Math.max(this.#shard, 0);
  }

  /** Takes the file of a path; null where there was none. Those before it are told as gone. */
  take(path: string, gone: (file: NotedFile) => void): NotedFile | null {
    for (let next = this.#peek(); next && next.note.path <= path; next = this.#peek()) {
      this.#row += 1;
      if (next.note.path === path) return next;
      gone(next);
    }
    return null;
  }

  /** Tells all that were not taken as gone. */
  end(gone: (file: NotedFile) => void): void {
    for (let next = this.#peek(); next; next = this.#peek()) {
      this.#row += 1;
      gone(next);
    }
  }

  #peek(): NotedFile | null {
    while (this.#row >= this.#notes.length) {
      if (this.#shard + 1 >= this.#ledger.files.length) return null;
      this.#shard += 1;
      this.#row = 0;
      this.#notes = this.#ledger.filesIn(this.#shard);
    }
    const note = this.#notes[this.#row];
    return note ? { shard: this.#shard, row: this.#row, note } : null;
  }
}

/** Reads what was noted of articles; it holds one shard at a time, and most are asked for in their order. */
export class FormerStories {
  readonly #ledger: Ledger;
  /** By shard, how many listed stories there are before it. */
  readonly #listedBefore: number[] = [];
  #shard = -1;
  #notes: readonly StoryNote[] = [];
  /** By row, how many listed stories there are before it. */
  #listed = new Uint32Array(0);

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    let sum = 0;
    for (const count of ledger.listed) {
      this.#listedBefore.push(sum);
      sum += count;
    }
  }

  at(shard: number, row: number): NotedStory {
    if (shard !== this.#shard) this.#read(shard);
    const note = this.#notes[row];
    if (!note) return NOT_NOTED;
    const place = (this.#listedBefore[shard] ?? 0) + (this.#listed[row] ?? 0);
    return { note, number: note.isListed ? (this.#ledger.numbers[place] ?? -1) : -1 };
  }

  #read(shard: number): void {
    this.#shard = shard;
    this.#notes = this.#ledger.storiesIn(shard);
    let count = 0;
    this.#listed = Uint32Array.from(this.#notes, ({ isListed }) => {
      const before = count;
      if (isListed) count += 1;
      return before;
    });
  }
}
