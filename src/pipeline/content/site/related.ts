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
  readonly #ranks = new Map<Page, number>();
  /** The ranks of a term's stories, ascending. */
  readonly #byTerm = new Map<number, number[]>();

  /** `stories` are those that can be related to: listed and due. */
  constructor(stories: readonly Page[]) {
    this.#stories = stories.toSorted(byDate);
    for (const [rank, story] of this.#stories.entries()) {
      this.#ranks.set(story, rank);
      for (const term of story.terms) {
        const ranks = this.#byTerm.get(term);
        if (ranks) ranks.push(rank);
        else this.#byTerm.set(term, [rank]);
      }
    }
  }

  /** The stories closest to a page, closest first, without those of `except`. */
  of(page: Page, except: readonly Page[]): Page[] {
    const scored: { story: Page; score: number; distance: number }[] = [];
    for (const rank of this.#candidates(page)) {
      const story = this.#stories[rank];
      if (!story || story === page || except.includes(story)) continue;
      const distance = distanceOf(page, story);
      scored.push({ story, distance, score: this.#score(page, story, distance) });
    }
    scored.sort(
      (a, b) => b.score - a.score || a.distance - b.distance || (a.story.id < b.story.id ? -1 : 1),
    );
    return scored.slice(0, MOST_RELATED).map(({ story }) => story);
  }

  #candidates(page: Page): Set<number> {
    const found = new Set<number>();
    const lists = page.terms.map((term) => this.#byTerm.get(term) ?? []);
    lists.sort((a, b) => a.length - b.length);
    const rank = this.#ranks.get(page) ?? firstNotBefore(this.#stories, page);
    for (const ranks of lists.slice(0, MOST_TERMS)) {
      const place = firstAtLeast(ranks, rank);
      const near = ranks.slice(Math.max(place - NEIGHBOURS, 0), place + NEIGHBOURS + 1);
      for (const one of near) found.add(one);
    }
    return found;
  }

  #score(page: Page, story: Page, distance: number): number {
    let score = 0;
    for (const term of story.terms) {
      if (!page.terms.includes(term)) continue;
      score += this.#rarity(term) * (term % 2 === 1 ? KEYWORD_WEIGHT : TAG_WEIGHT);
    }
    return score + closeness(distance);
  }

  /** The binary logarithm of how many stories there are for each one with the term, whole, so that it is the same everywhere. */
  #rarity(term: number): number {
    const count = this.#byTerm.get(term)?.length ?? 1;
    return 32 - Math.clz32(this.#stories.length / count);
  }
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

function distanceOf(a: Page, b: Page): number {
  if (a.date === null || b.date === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(a.date) - Date.parse(b.date));
}

/** From 10 for the same days down to 0 for other years, each step twice as far. */
function closeness(distance: number): number {
  return Math.max(0, 10 - (32 - Math.clz32(Math.min(distance / DAY, 1024))));
}
