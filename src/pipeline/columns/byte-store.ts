const CHUNK = 1 << 20;
/** As many as a number of 32 bits can name: four gigabytes of bytes. */
const MOST_CHUNKS = 2 ** 12;

/** Bytes one behind the other, in chunks. What they mean, and how many belong together, knows whoever writes them. */
export class ByteStore {
  readonly #chunks: Buffer[] = [];
  /** How much of the last chunk is taken. */
  #used = CHUNK;

  /** Gives the chunk that has room for so many bytes, which begin at `next`. */
  roomFor(bytes: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last && this.#used + bytes <= CHUNK) return last;
    if (this.#chunks.length >= MOST_CHUNKS) throw new RangeError("There are too many bytes.");
    const chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes));
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }

  /** Where in its chunk the next byte goes. */
  get next(): number {
    return this.#used;
  }

  /** Takes the bytes that were written up to a place of the chunk, and gives a number by which they are found. */
  take(end: number): number {
    const start = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#used = end;
    return start;
  }

  /** The chunk of what was taken. */
  chunkOf(start: number): Buffer | undefined {
    return this.#chunks[start >>> 20];
  }

  /** Where in its chunk it begins. */
  placeOf(start: number): number {
    return start & (CHUNK - 1);
  }
}
