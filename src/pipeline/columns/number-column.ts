type Kind = Uint8Array | Uint32Array | Int32Array | Float64Array;

/** Numbers in a chunk: enough that chunks are few, and few enough that the last one's room is no matter. */
const CHUNK = 1 << 14;

/**
 * A list of numbers of one width, in no more memory than they need: it grows by chunks, where a list of the language
 * grows by half, and to count a million stories nothing is copied.
 */
export class NumberColumn {
  readonly #chunks: Kind[] = [];
  readonly #make: new (
    length: number,
  ) => Kind;
  #count = 0;

  /** `make` is what holds them, such as `Uint32Array`: it decides which numbers they can be. */
  constructor(make: new (length: number) => Kind) {
    this.#make = make;
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a number, and gives its place. */
  push(value: number): number {
    const place = this.#count;
    const chunk = this.#chunks[place >>> 14] ?? this.#grow();
    chunk[place & (CHUNK - 1)] = value;
    this.#count = place + 1;
    return place;
  }

  /** The number at a place; 0 where there is none. */
  at(place: number): number {
    return this.#chunks[place >>> 14]?.[place & (CHUNK - 1)] ?? 0;
  }

  /** All of them in one list, as whole numbers from 0. */
  values(): Uint32Array {
    return Uint32Array.from({ length: this.#count }, (_, place) => this.at(place));
  }

  /** Puts another number in a place that has one. */
  set(place: number, value: number): void {
    const chunk = this.#chunks[place >>> 14];
    if (chunk && place < this.#count) chunk[place & (CHUNK - 1)] = value;
  }

  #grow(): Kind {
    const chunk = new this.#make(CHUNK);
    this.#chunks.push(chunk);
    return chunk;
  }
}
