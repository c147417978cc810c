import { NumberColumn } from "./number-column.ts";

const CHUNK = 1 << 20;
/** A length from this on stands in four bytes more. */
const LONG = 0xff;
/** As many as a start can name: four gigabytes of texts. */
const MOST_CHUNKS = 2 ** 12;

/**
 * A list of texts in little more memory than their bytes: as values of the language a million of them take half as much
 * again, and each collection of garbage goes through all of them.
 */
export class TextColumn {
  readonly #chunks: Buffer[] = [];
  /** How much of the last chunk is taken. */
  #used = CHUNK;
  /** Where each begins, with its length: its chunk and the byte there, as one number. */
  readonly #starts = new NumberColumn(Uint32Array);
  #isAscii = true;

  /** Whether no text has any but the 128 oldest characters. */
  get isAscii(): boolean {
    return this.#isAscii;
  }

  get count(): number {
    return this.#starts.count;
  }

  /** Adds a text, and gives its place. */
  push(text: string): number {
    const length = Buffer.byteLength(text);
    if (length !== text.length) this.#isAscii = false;
    const chunk = this.#roomFor(length + 5);
    const start = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#used = chunk.writeUInt8(Math.min(length, LONG), this.#used);
    if (length >= LONG) this.#used = chunk.writeUInt32LE(length, this.#used);
    const encoding = length === text.length ? "latin1" : "utf8";
    this.#used += chunk.write(text, this.#used, encoding);
    return this.#starts.push(start);
  }

  /** The text at a place, which must have one. */
  at(place: number): string {
    const start = this.#starts.at(place);
    const chunk = this.#chunks[start >>> 20];
    if (!chunk || place >= this.count) return "";
    let from = start & (CHUNK - 1);
    let length = chunk.readUInt8(from);
    from += 1;
    if (length === LONG) {
      length = chunk.readUInt32LE(from);
      from += 4;
    }
    // Where all are plain, they are read three times as fast.
    return chunk.toString(this.#isAscii ? "latin1" : "utf8", from, from + length);
  }

  #roomFor(bytes: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last && this.#used + bytes <= CHUNK) return last;
    if (this.#chunks.length >= MOST_CHUNKS) throw new RangeError("There are too many texts.");
    const chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes));
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }
}
