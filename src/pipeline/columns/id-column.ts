/** Bytes of an id, which is written as twice as many hexadecimal digits. */
const WIDTH = 10;
const CHUNK = 1 << 13;

/** A list of articles' ids, ten bytes for each. */
export class IdColumn {
  readonly #chunks: Buffer[] = [];
  #count = 0;

  /** A list of the ids that `bytes` gave of another; more can be added to it. */
  static of(bytes: Uint8Array): IdColumn {
    const column = new IdColumn();
    column.#count = bytes.length / WIDTH;
    for (let from = 0; from < bytes.length; from += CHUNK * WIDTH) {
      const chunk = Buffer.alloc(CHUNK * WIDTH);
      chunk.set(bytes.subarray(from, from + CHUNK * WIDTH));
      column.#chunks.push(chunk);
    }
    return column;
  }

  get count(): number {
    return this.#count;
  }

  /** The bytes of the ids at some places, one behind the other. */
  bytes(places: Uint32Array): Uint8Array {
    const bytes = new Uint8Array(places.length * WIDTH);
    let to = 0;
    for (const place of places) {
      const from = (place % CHUNK) * WIDTH;
      this.#chunks[Math.floor(place / CHUNK)]?.copy(bytes, to, from, from + WIDTH);
      to += WIDTH;
    }
    return bytes;
  }

  /** Adds an id, and gives its place. */
  push(id: string): number {
    const place = this.#count;
    if (place % CHUNK === 0) this.#chunks.push(Buffer.alloc(CHUNK * WIDTH));
    const written = this.#chunks.at(-1)?.write(id, (place % CHUNK) * WIDTH, WIDTH, "hex");
    if (written !== WIDTH || id.length !== WIDTH * 2) throw new Error(`${id} is no article's id.`);
    this.#count = place + 1;
    return place;
  }

  /** Adds an id by its bytes, which may have others behind them, and gives its place. */
  pushBytes(bytes: Buffer): number {
    const place = this.#count;
    if (place % CHUNK === 0) this.#chunks.push(Buffer.alloc(CHUNK * WIDTH));
    const last = this.#chunks.at(-1);
    if (!last || bytes.copy(last, (place % CHUNK) * WIDTH, 0, WIDTH) !== WIDTH) {
      throw new Error("An article's id has more bytes.");
    }
    this.#count = place + 1;
    return place;
  }

  /** The id at a place, which must have one. */
  at(place: number): string {
    const from = (place % CHUNK) * WIDTH;
    return this.#chunks[Math.floor(place / CHUNK)]?.toString("hex", from, from + WIDTH) ?? "";
  }

  /** Says where the id of a place stands to one that is given as its bytes. */
  compareTo(place: number, id: Buffer): number {
    const from = (place % CHUNK) * WIDTH;
    const chunk = this.#chunks[Math.floor(place / CHUNK)];
    return chunk?.compare(id, 0, WIDTH, from, from + WIDTH) ?? 0;
  }

  /** Says which of two stands first by its digits: below 0 for the first, above for the second. */
  compare(a: number, b: number): number {
    const [from, to] = [(a % CHUNK) * WIDTH, (b % CHUNK) * WIDTH];
    const [chunk, other] = [
      this.#chunks[Math.floor(a / CHUNK)],
      this.#chunks[Math.floor(b / CHUNK)],
    ];
    for (let byte = 0; byte < WIDTH; byte++) {
      const step = (chunk?.[from + byte] ?? 0) - (other?.[to + byte] ?? 0);
      if (step !== 0) return step;
    }
    return 0;
  }
}
