import { NumberColumn } from "./number-column.ts";

const CHUNK = 1 << 20;
/** Above every place in a chunk. */
const CHUNK_STEP = 2 ** 32;

/**
 * A list of texts in little more memory than their bytes: as values of the language a million of them take half as much
 * again, and each collection of garbage goes through all of them.
 */
export class TextColumn {
  readonly #chunks: Buffer[] = [];
  /** How much of the last chunk is taken. */
  #used = CHUNK;
  /** Where each begins: its chunk and the byte there, as one number. */
  readonly #starts = new NumberColumn(Float64Array);
  readonly #lengths = new NumberColumn(Uint32Array);

  get count(): number {
    return this.#starts.count;
  }

  /** Adds a text, and gives its place. */
  push(text: string): number {
    // No character takes more than three bytes for each of its code units.
    const most = text.length * 3;
    const chunk = this.#roomFor(most);
    const length = chunk.write(text, this.#used);
    this.#starts.push((this.#chunks.length - 1) * CHUNK_STEP + this.#used);
    this.#used += length;
    return this.#lengths.push(length);
  }

  /** The text at a place; empty where there is none. */
  at(place: number): string {
    const start = this.#starts.at(place);
    const from = start % CHUNK_STEP;
    const chunk = this.#chunks[(start - from) / CHUNK_STEP];
    return chunk?.toString("utf8", from, from + this.#lengths.at(place)) ?? "";
  }

  #roomFor(bytes: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last && this.#used + bytes <= last.length) return last;
    const chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes));
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }
}
