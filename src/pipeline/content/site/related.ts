import { Closest } from "./closest.ts";
import { newestFirst } from "./newest-first.ts";
import type { Page } from "./page.ts";
import type { Pages } from "./pages.ts";
import { ranksByTerm, startsOf } from "./ranks-by-term.ts";

/** As many as an article ends with. */
const MOST_RELATED = 6;
/** Of each term, how many of its stories before and after a story are looked at: the cost must not grow with the archive. */
const NEIGHBOURS = 16;
/** Of a story's terms, how many are looked at, rarest first. */
const MOST_TERMS = 12;
/** Hugo's weights for keywords, tags and date. */
const KEYWORD_WEIGHT = 10;
const TAG_WEIGHT = 8;
/** In seconds. */
const DAY = 24 * 60 * 60;
/** Stands for no date: far from all others, and not from its like. */
const UNDATED = -1e14;

const EVERYWHERE: [from: number, to: number] = [0, Number.POSITIVE_INFINITY];

/** Where a story stands in time. */
type Point = Pick<Page, "date" | "id">;
/** All of a story that decides what is related to what. */
export type Standpoint = Point & Pick<Page, "terms">;

/**
 * Finds stories on the same subject: those that share rare terms, and of those the ones closest in time.
 *
 * A term brings a story closer only where it stands near the other in the term's list: of a tag that thousands have, those
 * years away are no kin for it. So each neighbour is looked at once, and nothing needs to be known of what else it has.
 *
 * All is kept in flat arrays of numbers: it is asked once for each of a million stories, and looks at a hundred others.
 */
export class Related {
  readonly #pages: Pages;
  /** The numbers of their pages, newest first; a story's rank is its place here. */
  readonly #stories: Uint32Array;
  /** The ranks of each term's stories, ascending, one term behind the other. */
  readonly #ranks: Uint32Array;
  readonly #rankStarts: Uint32Array;
  /** By rank, in seconds since 1970. */
  readonly #times: Float64Array;
  /** By rank, what its terms weigh that it shares with the page in question; 0 where that is none. */
  readonly #shared: Uint16Array;

  /** `numbers` are those of the pages that can be related to: listed and due. */
  constructor(pages: Pages, numbers: Uint32Array) {
    this.#pages = pages;
    this.#stories = newestFirst(pages, numbers);
    this.#shared = new Uint16Array(this.#stories.length);
    this.#rankStarts = startsOf(pages, this.#stories);
    this.#ranks = ranksByTerm(pages, this.#stories, this.#rankStarts);
    this.#times = Float64Array.from(this.#stories, (story) => secondsIn(pages, story));
  }

  /** The stories closest to a page, closest first, without those of `except`. */
  of(page: Page, except: readonly Page[]): Page[] {
    const closest = new Closest(MOST_RELATED + except.length + 1);
    const [rank, day] = [this.#firstNotBefore(page), dayOf(secondsOf(page))];
    for (const near of this.#neighboursOf(page, rank)) {
      const distance = Math.abs(dayOf(this.#times[near] ?? 0) - day);
      closest.add(near, (this.#shared[near] ?? 0) + closeness(distance), distance);
      this.#shared[near] = 0;
    }
    return closest
      .ranks()
      .map((rank) => this.#pages.at(this.#stories[rank] ?? 0))
      .filter(({ task }) => task !== page.task && except.every((other) => other.task !== task))
      .slice(0, MOST_RELATED);
  }

  /** The ranks of the stories around a page in the lists of its rarest terms, each once; what they share with it is summed up. */
  #neighboursOf({ terms }: Page, rank: number): number[] {
    const weighed = terms.map((term) => ({ term, weight: this.#weight(term) }));
    const rarest = weighed.sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
    const neighbours: number[] = [];
    for (const { term, weight } of rarest) {
      const [start, end] = this.#runOf(term);
      const place = this.#firstAtLeast(start, end, rank);
      const last = Math.min(place + NEIGHBOURS + 1, end);
      for (let at = Math.max(place - NEIGHBOURS, start); at < last; at++) {
        const near = this.#ranks[at] ?? 0;
        const shared = this.#shared[near] ?? 0;
        if (shared === 0) neighbours.push(near);
        this.#shared[near] = shared + weight;
      }
    }
    return neighbours;
  }

  /**
   * Tells for which pages `of` may give others since some stories came, went or changed: `before` has those as they
   * were, `after` as they are now. Concerned are pages near one of them in the list of a term, and those with a term
   * whose weight is another now.
   */
  concerned(before: readonly Standpoint[], after: readonly Standpoint[]): (page: Page) => boolean {
    const width = NEIGHBOURS + before.length + after.length + 1;
    const gained = new Map<number, number>();
    const near = new Map<number, [from: number, to: number][]>();
    const take = (point: Standpoint, step: number) => {
      const rank = this.#firstNotBefore(point);
      for (const term of point.terms) {
        gained.set(term, (gained.get(term) ?? 0) + step);
        near.set(term, [...(near.get(term) ?? []), this.#ranksAround(term, rank, width)]);
      }
    };
    for (const point of before) take(point, -1);
    for (const point of after) take(point, 1);
    const count = this.#stories.length - after.length + before.length;
    for (let term = 0; term + 1 < this.#rankStarts.length; term++) {
      const [start, end] = this.#runOf(term);
      const formerly = rarity(count, end - start - (gained.get(term) ?? 0));
      if (rarity(this.#stories.length, end - start) !== formerly) near.set(term, [EVERYWHERE]);
    }
    return (page) => {
      let rank = -1;
      for (const term of page.terms) {
        const windows = near.get(term);
        if (windows === undefined) continue;
        // Most stories have no such term, and need no place.
        if (rank < 0) rank = this.#firstNotBefore(page);
        if (windows.some(([from, to]) => rank >= from && rank <= to)) return true;
      }
      return false;
    };
  }

  /** The ranks between which stand so many of a term's stories before and after a rank. */
  #ranksAround(term: number, rank: number, width: number): [from: number, to: number] {
    const [start, end] = this.#runOf(term);
    const place = this.#firstAtLeast(start, end, rank);
    const from = place - width < start ? EVERYWHERE[0] : (this.#ranks[place - width] ?? 0);
    const to = place + width >= end ? EVERYWHERE[1] : (this.#ranks[place + width] ?? 0);
    return [from, to];
  }

  /** Hugo's weight times the term's rarity. */
  #weight(term: number): number {
    const [start, end] = this.#runOf(term);
    return (
      rarity(this.#stories.length, end - start) * (term % 2 === 1 ? KEYWORD_WEIGHT : TAG_WEIGHT)
    );
  }

  /** Where a term's ranks begin and end; a term that no story has is beyond all others, or has none. */
  #runOf(term: number): [start: number, end: number] {
    const start = this.#rankStarts[term] ?? this.#ranks.length;
    return [start, this.#rankStarts[term + 1] ?? start];
  }

  /** The rank of the first story that does not stand before a point. */
  #firstNotBefore(point: Point): number {
    const seconds = secondsOf(point);
    const id = Buffer.from(point.id, "hex");
    return lowerBound(this.#stories.length, (rank) => {
      const other = this.#times[rank] ?? 0;
      if (other !== seconds) return other > seconds;
      return this.#pages.compareId(this.#stories[rank] ?? 0, id) < 0;
    });
  }

  #firstAtLeast(start: number, end: number, rank: number): number {
    return start + lowerBound(end - start, (at) => (this.#ranks[start + at] ?? 0) < rank);
  }
}

/**
 * The binary logarithm of how many stories there are for each one with a term, whole, so that it is the same on every
 * machine.
 */
function rarity(stories: number, uses: number): number {
  return 32 - Math.clz32(stories / Math.max(uses, 1));
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

function secondsIn(pages: Pages, number: number): number {
  const seconds = pages.secondsOf(number);
  return Number.isNaN(seconds) ? UNDATED : seconds;
}

function secondsOf({ date }: Point): number {
  return date === null ? UNDATED : Date.parse(date) / 1000;
}

function dayOf(seconds: number): number {
  return Math.floor(seconds / DAY);
}

const MOST_CLOSENESS = 10;

/** From 10 on the same day down to 0 for other years, each step twice as far. */
function closeness(days: number): number {
  return Math.max(0, MOST_CLOSENESS - (32 - Math.clz32(Math.min(days, 1024))));
}
