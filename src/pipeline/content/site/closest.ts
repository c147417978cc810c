type Scored = { readonly rank: number; readonly score: number; readonly distance: number };

/** The few best of many stories. */
export class Closest {
  readonly #most: number;
  readonly #best: Scored[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(rank: number, score: number, distance: number): void {
    const last = this.#best[this.#most - 1];
    if (last && score < last.score) return;
    const story = { rank, score, distance };
    let at = this.#best.length;
    for (let other = this.#best[at - 1]; other && closestFirst(story, other) < 0; ) {
      at -= 1;
      other = this.#best[at - 1];
    }
    if (at >= this.#most) return;
    this.#best.splice(at, 0, story);
    if (this.#best.length > this.#most) this.#best.pop();
  }

  ranks(): number[] {
    return this.#best.map(({ rank }) => rank);
  }
}

/** Ranks are in the order of date and id, so the order never depends on that of reading. */
function closestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.distance - b.distance || a.rank - b.rank;
}
