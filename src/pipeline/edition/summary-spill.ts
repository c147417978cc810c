import { closeSync, openSync, writeSync } from "node:fs";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import { readAt } from "#pipeline/columns/read-at.ts";

/** Written in pieces of about this many bytes. */
const PIECE = 1 << 20;

/** A text in a file that stays open: any thread can read it. */
export type Stretch = {
  /** The file's number in this process. */
  readonly file: number;
  /** In bytes. */
  readonly start: number;
  readonly length: number;
};

/** Keeps texts on disk, such as the JSON of summaries until the lists are made, so that memory does not grow with them. */
export class SummarySpill {
  readonly #file: number;
  #size = 0;
  #waiting: Buffer[] = [];
  #waitingSize = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w+");
  }

  /** Adds a text; it can be read once `flush` was called. */
  append(text: string): Stretch {
    const bytes = Buffer.from(text);
    const stretch = { file: this.#file, start: this.#size, length: bytes.length };
    this.#waiting.push(bytes);
    this.#waitingSize += bytes.length;
    this.#size += bytes.length;
    if (this.#waitingSize >= PIECE) this.flush();
    return stretch;
  }

  /** Writes what waits to be. */
  flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    let done = 0;
    const start = this.#size - bytes.length;
    while (done < bytes.length) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, start + done);
    }
    this.#waiting = [];
    this.#waitingSize = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Reads a text that a spill holds. */
export function readStretch({ file, start, length }: Stretch): string {
  const bytes = Buffer.allocUnsafe(length);
  readAt(file, bytes, start);
  return bytes.toString();
}

/** A list of stretches in a tenth of the room that as many objects take. */
export class Stretches {
  readonly #files = new NumberColumn();
  readonly #starts = new NumberColumn();
  readonly #lengths = new NumberColumn();

  push({ file, start, length }: Stretch): void {
    this.#files.push(file);
    this.#starts.push(start);
    this.#lengths.push(length);
  }

  at(index: number): Stretch {
    return {
      file: this.#files.at(index),
      start: this.#starts.at(index),
      length: this.#lengths.at(index),
    };
  }
}
