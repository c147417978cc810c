import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Written in pieces of about this many bytes. */
const PIECE = 1 << 20;

/** A text in a file that stays open: any thread can read it. */
export type Stretch = {
  /** The file's number in this process; `FORMER` for a summary that the edition before holds. */
  readonly file: number;
  /** In bytes; of a summary that the edition before holds the story's number there. */
  readonly start: number;
  readonly length: number;
};

/** Stands for the lists of the edition before. */
export const FORMER = -1;

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
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, start + done);
    if (read === 0) throw new Error("A file of texts was cut short while it was in use.");
    done += read;
  }
  return bytes.toString();
}

/** A list of stretches in a third of the room that as many objects take. */
export class Stretches {
  #files = new Int32Array(1024);
  #starts = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;

  push({ file, start, length }: Stretch): void {
    if (this.#count === this.#files.length) this.#grow();
    this.#files[this.#count] = file;
    this.#starts[this.#count] = start;
    this.#lengths[this.#count] = length;
    this.#count += 1;
  }

  at(index: number): Stretch {
    return {
      file: this.#files[index] ?? -1,
      start: this.#starts[index] ?? 0,
      length: this.#lengths[index] ?? 0,
    };
  }

  #grow(): void {
    const [files, starts, lengths] = [this.#files, this.#starts, this.#lengths];
    this.#files = new Int32Array(files.length * 2);
    this.#starts = new Float64Array(starts.length * 2);
    this.#lengths = new Uint32Array(lengths.length * 2);
    this.#files.set(files);
    this.#starts.set(starts);
    this.#lengths.set(lengths);
  }
}
