/** A source of numbers in [0, 1) that gives the same ones for the same seed, on any machine (mulberry32). */
export type Chance = () => number;

/** Makes the numbers of one seed; further words name an independent stream of it. */
export function chanceOf(seed: number, ...words: readonly number[]): Chance {
  let state = words.reduce((mixed, word) => scramble(mixed ^ scramble(word + 1)), scramble(seed));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return scramble(state) / 2 ** 32;
  };
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** Gives a whole number from `least` to `most`, both included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** Draws ranks from 0, the first most often: rank r with a weight of 1 / (r + 1) ** exponent (Zipf's law). */
export class Zipf {
  readonly #sums: Float64Array;

  constructor(count: number, exponent: number) {
    this.#sums = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += (rank + 1) ** -exponent;
      this.#sums[rank] = sum;
    }
  }

  /** The share of draws that give the first rank. */
  get firstShare(): number {
    return 1 / (this.#sums.at(-1) ?? 1);
  }

  draw(chance: Chance): number {
    const wanted = chance() * (this.#sums.at(-1) ?? 0);
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The law whose first rank is drawn with this share, as nearly as an exponent from 0 to 3 allows. */
  static withFirstShare(count: number, share: number): Zipf {
    let low = 0;
    let high = 3;
    for (let step = 0; step < 30; step++) {
      const middle = (low + high) / 2;
      if (new Zipf(count, middle).firstShare > share) high = middle;
      else low = middle;
    }
    return new Zipf(count, low);
  }
}
