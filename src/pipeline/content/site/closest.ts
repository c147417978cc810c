/** The few best of many stories, in flat lists: of hundreds that are looked at for each of a million nothing is to be left behind. */
export class Closest {
  readonly #ranks: Uint32Array;
  readonly #scores: Float64Array;
  readonly #distances: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#ranks = new Uint32Array(most);
    this.#scores = new Float64Array(most);
    this.#distances = new Float64Array(most);
  }

  add(rank: number, score: number, distance: number): void {
    let at = this.#count;
    while (at > 0 && this.#isBehind(at - 1, rank, score, distance)) at -= 1;
    const end = Math.min(this.#count + 1, this.#ranks.length);
    if (at >= end) return;
    for (let place = end - 1; place > at; place--) this.#move(place - 1, place);
    this.#ranks[at] = rank;
    this.#scores[at] = score;
    this.#distances[at] = distance;
    this.#count = end;
  }

  ranks(): number[] {
    return [...this.#ranks.subarray(0, this.#count)];
  }

  /** Ranks are in the order of date and id, so the order never depends on that of reading. */
  #isBehind(place: number, rank: number, score: number, distance: number): boolean {
    const ours = this.#scores[place] ?? 0;
    const far = this.#distances[place] ?? 0;
    if (ours !== score) return ours < score;
    return far === distance ? (this.#ranks[place] ?? 0) > rank : far > distance;
  }

  #move(from: number, to: number): void {
    this.#ranks[to] = this.#ranks[from] ?? 0;
    this.#scores[to] = this.#scores[from] ?? 0;
    this.#distances[to] = this.#distances[from] ?? 0;
  }
}
