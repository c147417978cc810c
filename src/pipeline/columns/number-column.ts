type Chunk = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** What may hold the numbers of a chunk, the narrowest first; the last holds any. */
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Float64Array];
/** Numbers in a chunk: enough that chunks are few, and few enough that the last one's room is no matter. */
const CHUNK = 1 << 14;

/**
 * A list of numbers in no more memory than they need: it grows by chunks, where a list of the language grows by half, and
 * each chunk is as narrow as its numbers are small. Of whole numbers from 0, those below 256 take a byte.
 */
export class NumberColumn {
  readonly #chunks: Chunk[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a number, and gives its place. */
  push(value: number): number {
    const place = this.#count;
    if ((place & (CHUNK - 1)) === 0) this.#chunks.push(new Uint8Array(CHUNK));
    this.#count = place + 1;
    this.set(place, value);
    return place;
  }

  /** The number at a place; 0 where there is none. */
  at(place: number): number {
    return this.#chunks[place >>> 14]?.[place & (CHUNK - 1)] ?? 0;
  }

  /** All of them in one list, which must be whole numbers from 0. */
  values(): Uint32Array {
    return Uint32Array.from({ length: this.#count }, (_, place) => this.at(place));
  }

  /** Puts another number in a place that has one. */
  set(place: number, value: number): void {
    let chunk = this.#chunks[place >>> 14];
    if (!chunk || place >= this.#count) return;
    const at = place & (CHUNK - 1);
    chunk[at] = value;
    while (!Object.is(chunk[at], value)) {
      chunk = widened(chunk);
      this.#chunks[place >>> 14] = chunk;
      chunk[at] = value;
    }
  }
}

/** The same numbers, in what holds larger ones too. */
function widened(chunk: Chunk): Chunk {
  const next = KINDS[KINDS.findIndex((Kind) => chunk instanceof Kind) + 1] ?? Float64Array;
  return next.from(chunk);
}
