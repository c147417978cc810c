import { dayIn, type EditionDay } from "#model/day.ts";
import { UNDATED } from "#model/edition.ts";
import { compareText } from "./compare-text.ts";
import type { Entry } from "./galley.ts";
import { readStretch, type Stretch, Stretches } from "./summary-spill.ts";
import { TermIndex, type Terms } from "./term-index.ts";

/** A month as a run of the arranged stories: [first, end). */
export type MonthRun = { readonly month: string; readonly first: number; readonly end: number };

/** All listed stories in their order, numbered from the oldest; those without a date come before all others. */
export type Arrangement = {
  readonly count: number;
  /** Oldest first, after those without a date. */
  readonly months: readonly MonthRun[];
  readonly idAt: (number: number) => string;
  readonly dayAt: (number: number) => number;
  /** The JSON of the summary. */
  readonly summaryAt: (number: number) => string;
  readonly terms: Terms;
  /** Pinned stories, the first one first. */
  readonly pinned: readonly number[];
};

/** Collects what the lists are made of: a few numbers of each story; its summary stays where it was spilled. */
export class StoryIndex {
  readonly #dayOf: (instant: string | null) => EditionDay;
  // A list for each field: a million objects would take twice the room.
  readonly #ids: string[] = [];
  readonly #summaries = new Stretches();
  /** Milliseconds; 0 without a date. */
  readonly #times: number[] = [];
  readonly #days: EditionDay[] = [];
  readonly #pins: { pin: number; story: number }[] = [];
  readonly #terms: TermIndex;

  constructor(timeZone: string, sections: ReadonlyMap<string, string>) {
    this.#terms = new TermIndex(sections);
    this.#dayOf = dayIn(timeZone);
  }

  add(entry: Entry, summary: Stretch, pin: number | null): void {
    const story = this.#ids.push(entry.id) - 1;
    this.#summaries.push(summary);
    this.#times.push(entry.date === null ? 0 : Date.parse(entry.date));
    this.#days.push(this.#dayOf(entry.date));
    if (pin !== null) this.#pins.push({ pin, story });
    this.#terms.add(entry, story);
  }

  arrange(): Arrangement {
    const order = Uint32Array.from(this.#ids.keys()).sort((a, b) => this.#compare(a, b));
    const rankOf = new Uint32Array(order.length);
    for (const [rank, story] of order.entries()) rankOf[story] = rank;
    const storyAt = (rank: number) => order[rank] ?? -1;
    const dayAt = (rank: number) => this.#days[storyAt(rank)];
    const pins = this.#pins
      .map(({ pin, story }) => ({ pin, rank: rankOf[story] ?? 0 }))
      .sort((a, b) => a.pin - b.pin || b.rank - a.rank);
    return {
      count: order.length,
      months: monthRuns(order.length, (rank) => dayAt(rank)?.month ?? UNDATED),
      idAt: (rank) => this.#ids[storyAt(rank)] ?? "",
      dayAt: (rank) => dayAt(rank)?.day ?? 0,
      summaryAt: (rank) => readStretch(this.#summaries.at(storyAt(rank))),
      terms: this.#terms.arrange(rankOf),
      pinned: pins.map(({ rank }) => rank),
    };
  }

  #compare(a: number, b: number): number {
    return (
      compareText(this.#monthRank(a), this.#monthRank(b)) ||
      (this.#times[a] ?? 0) - (this.#times[b] ?? 0) ||
      compareText(this.#ids[a] ?? "", this.#ids[b] ?? "")
    );
  }

  /** Sorts as the months stand: stories without a date before all others. */
  #monthRank(story: number): string {
    const month = this.#days[story]?.month ?? UNDATED;
    return month === UNDATED ? "" : month;
  }
}

function monthRuns(count: number, monthAt: (rank: number) => string): MonthRun[] {
  const runs: MonthRun[] = [];
  let first = 0;
  for (let rank = 1; rank <= count; rank++) {
    if (rank < count && monthAt(rank) === monthAt(first)) continue;
    runs.push({ month: monthAt(first), first, end: rank });
    first = rank;
  }
  return runs;
}
