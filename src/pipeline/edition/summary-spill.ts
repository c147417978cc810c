import { closeSync, openSync, readSync, writeSync } from "node:fs";

/** Written in pieces of about this many bytes. */
const PIECE = 1 << 20;

/**
 * Keeps the JSON of summaries on disk until the lists are made, so that memory does not grow with them.
 *
 * What was appended can be read at any time, in any order.
 */
export class SummarySpill {
  readonly #file: number;
  /** Where each text begins; the end of the last is `#size`. */
  readonly #starts: number[] = [];
  #size = 0;
  #waiting: Buffer[] = [];
  #waitingSize = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w+");
  }

  /** Adds a text and gives its number, counted from 0. */
  append(text: string): number {
    const bytes = Buffer.from(text);
    this.#waiting.push(bytes);
    this.#waitingSize += bytes.length;
    const number = this.#starts.push(this.#size) - 1;
    this.#size += bytes.length;
    if (this.#waitingSize >= PIECE) this.#flush();
    return number;
  }

  read(number: number): string {
    if (this.#waitingSize > 0) this.#flush();
    const start = this.#starts[number] ?? this.#size;
    const bytes = Buffer.allocUnsafe((this.#starts[number + 1] ?? this.#size) - start);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(this.#file, bytes, done, bytes.length - done, start + done);
      if (read === 0) throw new Error("The file of summaries was cut short while it was in use.");
      done += read;
    }
    return bytes.toString();
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    let done = 0;
    const start = this.#size - bytes.length;
    while (done < bytes.length) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, start + done);
    }
    this.#waiting = [];
    this.#waitingSize = 0;
  }
}
