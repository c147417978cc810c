import type { Page } from "./page.ts";

/** As many as an article ends with. */
const MOST_RELATED = 6;
/** Of each term, how many of its stories before and after a story are looked at: the cost must not grow with the archive. */
const NEIGHBOURS = 16;
/** Of a story's terms, how many are looked at, rarest first. */
const MOST_TERMS = 12;
/** Hugo's weights for keywords, tags and date. */
const KEYWORD_WEIGHT = 10;
const TAG_WEIGHT = 8;
const DAY = 24 * 60 * 60 * 1000;

/** Finds stories on the same subject: those that share rare terms, and of those the ones closest in time. */
export class Related {
  /** Newest first; a story's rank is its place here. */
  readonly #stories: readonly Page[];
  /** By rank, in days. */
  readonly #days: readonly number[];
  /** The ranks of a term's stories, ascending. */
  readonly #byTerm = new Map<number, number[]>();

  /** `stories` are those that can be related to: listed and due. */
  constructor(stories: readonly Page[]) {
    this.#stories = stories.toSorted(byDate);
    this.#days = this.#stories.map(dayOf);
    for (const [rank, story] of this.#stories.entries()) {
      for (const term of story.terms) {
        const ranks = this.#byTerm.get(term);
        if (ranks) ranks.push(rank);
        else this.#byTerm.set(term, [rank]);
      }
    }
  }

  /** The stories closest to a page, closest first, without those of `except`. */
  of(page: Page, except: readonly Page[]): Page[] {
    const day = dayOf(page);
    const scored: Scored[] = [];
    for (const [rank, shared] of this.#candidates(page)) {
      const distance = Math.abs((this.#days[rank] ?? Number.NaN) - day);
      scored.push({ rank, distance, score: shared + closeness(distance) });
    }
    return scored
      .sort(closestFirst)
      .slice(0, MOST_RELATED + except.length + 1)
      .map(({ rank }) => this.#stories[rank])
      .filter((story) => story !== undefined)
      .filter((story) => story !== page && !except.includes(story))
      .slice(0, MOST_RELATED);
  }

  /** The ranks of stories that share a term with a page, and what the shared terms weigh. */
  #candidates(page: Page): Map<number, number> {
    const weights = new Map(page.terms.map((term) => [term, this.#weight(term)]));
    const rarest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
    const rank = firstNotBefore(this.#stories, page);
    const found = new Map<number, number>();
    for (const [term] of rarest) {
      const ranks = this.#byTerm.get(term) ?? [];
      const place = firstAtLeast(ranks, rank);
      for (const near of ranks.slice(Math.max(place - NEIGHBOURS, 0), place + NEIGHBOURS + 1)) {
        if (!found.has(near)) found.set(near, this.#shared(near, weights));
      }
    }
    return found;
  }

  #shared(rank: number, weights: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const term of this.#stories[rank]?.terms ?? []) sum += weights.get(term) ?? 0;
    return sum;
  }

  /**
   * Hugo's weight times the term's rarity: the binary logarithm of how many stories there are for each one with the
   * term, whole, so that it is the same on every machine.
   */
  #weight(term: number): number {
    const count = this.#byTerm.get(term)?.length ?? 1;
    const rarity = 32 - Math.clz32(this.#stories.length / count);
    return rarity * (term % 2 === 1 ? KEYWORD_WEIGHT : TAG_WEIGHT);
  }
}

type Scored = { readonly rank: number; readonly score: number; readonly distance: number };

/** Ranks are in the order of date and id, so the order never depends on that of reading. */
function closestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.distance - b.distance || a.rank - b.rank;
}

function byDate(a: Page, b: Page): number {
  const [dateA, dateB] = [a.date ?? "", b.date ?? ""];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function firstNotBefore(stories: readonly Page[], page: Page): number {
  return lowerBound(stories.length, (rank) => {
    const story = stories[rank];
    return story !== undefined && byDate(story, page) < 0;
  });
}

function firstAtLeast(ranks: readonly number[], rank: number): number {
  return lowerBound(ranks.length, (place) => (ranks[place] ?? 0) < rank);
}

/** The first of `length` places for which `isBefore` does not hold; it must hold for a first part only. */
function lowerBound(length: number, isBefore: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whole days; a story without a date is far from all others, and not from its like. */
function dayOf({ date }: Page): number {
  return date === null ? -1e9 : Math.floor(Date.parse(date) / DAY);
}

/** From 10 on the same day down to 0 for other years, each step twice as far. */
function closeness(days: number): number {
  return Math.max(0, 10 - (32 - Math.clz32(Math.min(days, 1024))));
}
