import { ByteStore } from "./byte-store.ts";
import { NumberColumn } from "./number-column.ts";

/** A length from this on stands in four bytes more. */
const LONG = 0xff;

/** Texts by their places. */
export type Texts = Pick<TextColumn, "count" | "at" | "isAscii">;

/**
 * A list of texts in little more memory than their bytes: as values of the language a million of them take half as much
 * again, and each collection of garbage goes through all of them.
 */
export class TextColumn implements Iterable<string> {
  readonly #bytes = new ByteStore();
  /** Where each begins, with its length. */
  readonly #starts = new NumberColumn();
  #isAscii = true;

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.push(text);
  }

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
    const chunk = this.#bytes.roomFor(length + 5);
    let to = chunk.writeUInt8(Math.min(length, LONG), this.#bytes.next);
    if (length >= LONG) to = chunk.writeUInt32LE(length, to);
    to += chunk.write(text, to, length === text.length ? "latin1" : "utf8");
    return this.#starts.push(this.#bytes.take(to));
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.count; place++) yield this.at(place);
  }

  /** The text at a place, which must have one. */
  at(place: number): string {
    const start = this.#starts.at(place);
    const chunk = this.#bytes.chunkOf(start);
    if (!chunk || place >= this.count) return "";
    let from = this.#bytes.placeOf(start);
    let length = chunk.readUInt8(from);
    from += 1;
    if (length === LONG) {
      length = chunk.readUInt32LE(from);
      from += 4;
    }
    // Where all are plain, they are read three times as fast.
    return chunk.toString(this.#isAscii ? "latin1" : "utf8", from, from + length);
  }
}
