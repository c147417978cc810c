import { ByteStore } from "./byte-store.ts";
import { NumberColumn } from "./number-column.ts";

/** Of a number of 32 bits, seven go into each byte. */
const MOST_BYTES = 5;

/**
 * A list of lists of whole numbers from 0, in as many bytes as the numbers are large: one for those below 128, two for
 * those below 16,384. So it is worth while to give low numbers to what comes often.
 */
export class ListColumn {
  readonly #bytes = new ByteStore();
  /** Where each list begins, with its length. */
  readonly #starts = new NumberColumn();

  get count(): number {
    return this.#starts.count;
  }

  /** Adds a list, and gives its place. */
  push(numbers: readonly number[]): number {
    const chunk = this.#bytes.roomFor((numbers.length + 1) * MOST_BYTES);
    let to = write(numbers.length, chunk, this.#bytes.next);
    for (const number of numbers) to = write(number, chunk, to);
    return this.#starts.push(this.#bytes.take(to));
  }

  /** The list at a place; an empty one where there is none. */
  at(place: number): number[] {
    const list: number[] = [];
    this.each(place, (number) => list.push(number));
    return list;
  }

  /** Tells each number of the list at a place. */
  each(place: number, tell: (number: number) => void): void {
    const start = this.#starts.at(place);
    const chunk = this.#bytes.chunkOf(start);
    if (!chunk || place >= this.count) return;
    let from = this.#bytes.placeOf(start);
    let left = -1;
    while (left !== 0) {
      let number = 0;
      let byte = 0x80;
      for (let shift = 0; byte >= 0x80; shift += 7) {
        byte = chunk[from] ?? 0;
        number |= (byte & 0x7f) << shift;
        from += 1;
      }
      if (left < 0) left = number;
      else {
        tell(number >>> 0);
        left -= 1;
      }
    }
  }
}

/** Writes a number, and gives where the next one goes. Of each byte but the last the highest bit is set. */
function write(number: number, chunk: Buffer, place: number): number {
  let [rest, to] = [number, place];
  for (; rest >= 0x80; rest >>>= 7) {
    chunk[to] = (rest & 0x7f) | 0x80;
    to += 1;
  }
  chunk[to] = rest;
  return to + 1;
}
