import { dayIn, type EditionDay } from "#model/day.ts";
import { UNDATED } from "#model/edition.ts";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import type { Former } from "./former.ts";
import type { Entry } from "./galley.ts";
import type { StorySize } from "./story-sizes.ts";
import { FORMER, readStretch, type Stretch, Stretches } from "./summary-spill.ts";
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
  readonly sizeAt: (number: number) => StorySize;
  readonly terms: Terms;
  /** Pinned stories, the first one first. */
  readonly pinned: readonly number[];
  /** The edition before, where it is known. */
  readonly former: Former | null;
  /** The number in the edition before of a story whose summary is the same there; -1 for all others. */
  readonly formerNumber: (number: number) => number;
  /** Says whether a story is the same as in the edition before, and in the same place of its month. */
  readonly isSteady: (number: number) => boolean;
  /** By the order in which stories were added, their numbers. */
  readonly numbers: Uint32Array;
};

/** An instant, in seconds since 1970, and where stories of it stand. */
type Moment = { readonly time: number; readonly day: EditionDay; readonly month: number };

const MOST_MOMENTS = 10_000;

/** Instants are written in UTC: most editions need no calendar to be asked. */
function dayOfUtc(instant: string | null): EditionDay {
  if (instant === null) return { month: UNDATED, day: 0 };
  return { month: instant.slice(0, 7), day: Number(instant.slice(8, 10)) };
}

/** Collects what the lists are made of: a few numbers of each story; its summary stays where it was spilled. */
export class StoryIndex {
  readonly #dayOf: (instant: string | null) => EditionDay;
  /** Of the last instants that came, which many stories share where they have dates alone. */
  readonly #moments = new Map<string | null, Moment>();
  // A column for each field: a million objects would take many times the room.
  readonly #ids = new IdColumn();
  readonly #summaries = new Stretches();
  /** Seconds; 0 without a date. */
  readonly #times = new NumberColumn();
  readonly #days = new NumberColumn();
  /** Numbers that sort as the months stand: stories without a date before all others. */
  readonly #months = new NumberColumn();
  readonly #monthNumbers = new Map<string, number>();
  readonly #monthNames = new Map<number, string>();
  /** Bytes of the articles; 0 for one that is the same as in the edition before, and in its lists. */
  readonly #bytes = new NumberColumn();
  /** Bytes of the pictures of those that have some. */
  readonly #pictures = new Map<number, number>();
  readonly #pins: { pin: number; story: number }[] = [];
  readonly #terms: TermIndex;
  readonly #former: Former | null;

  constructor(timeZone: string, sections: ReadonlyMap<string, string>, former: Former | null) {
    this.#former = former;
    this.#terms = new TermIndex(sections);
    this.#dayOf = timeZone === "UTC" ? dayOfUtc : dayIn(timeZone);
  }

  /** `size` is null for a story whose summary and size the edition before has. */
  add(entry: Entry, summary: Stretch, pin: number | null, size: StorySize | null): void {
    const story = this.#ids.push(entry.id);
    this.#summaries.push(summary);
    const { time, day, month } = this.#momentOf(entry.date);
    this.#times.push(time);
    this.#days.push(day.day);
    this.#months.push(month);
    const [bytes, pictures] = size ?? [0, 0];
    this.#bytes.push(bytes);
    if (pictures > 0) this.#pictures.set(story, pictures);
    if (pin !== null) this.#pins.push({ pin, story });
    this.#terms.add(entry);
  }

  #momentOf(date: string | null): Moment {
    const known = this.#moments.get(date);
    if (known) return known;
    const day = this.#dayOf(date);
    const time = date === null ? 0 : Date.parse(date) / 1000;
    const moment = { time, day, month: this.#monthNumber(day.month) };
    if (this.#moments.size >= MOST_MOMENTS) this.#moments.clear();
    this.#moments.set(date, moment);
    return moment;
  }

  #monthNumber(month: string): number {
    const known = this.#monthNumbers.get(month);
    if (known !== undefined) return known;
    const number = month === UNDATED ? 0 : Number(month.replace("-", ""));
    this.#monthNumbers.set(month, number);
    this.#monthNames.set(number, month);
    return number;
  }

  arrange(): Arrangement {
    const order = this.#order();
    const rankOf = new Uint32Array(order.length);
    for (const [rank, story] of order.entries()) rankOf[story] = rank;
    const storyAt = (rank: number) => order[rank] ?? -1;
    const monthAt = (rank: number) => this.#monthNames.get(this.#months.at(storyAt(rank)));
    const months = monthRuns(order.length, (rank) => monthAt(rank) ?? UNDATED);
    const formerNumber = (rank: number) => {
      return this.#summaries.formerAt(storyAt(rank));
    };
    const steady = steadyOnes(months, this.#former, formerNumber);
    const pins = this.#pins
      .map(({ pin, story }) => ({ pin, rank: rankOf[story] ?? 0 }))
      .sort((a, b) => a.pin - b.pin || b.rank - a.rank);
    return {
      count: order.length,
      months,
      idAt: (rank) => this.#ids.at(storyAt(rank)),
      dayAt: (rank) => this.#days.at(storyAt(rank)),
      summaryAt: (rank) => {
        const stretch = this.#summaries.at(storyAt(rank));
        const { file, start } = stretch;
        return file === FORMER ? (this.#former?.summaryAt(start) ?? "") : readStretch(stretch);
      },
      sizeAt: (rank) => this.#sizeOf(storyAt(rank)),
      terms: this.#terms.arrange(rankOf),
      pinned: pins.map(({ rank }) => rank),
      former: this.#former,
      formerNumber,
      isSteady: (rank) => steady[rank] === 1,
      numbers: rankOf,
    };
  }

  /** The stories in their order; those that the edition before has stand among one another as they stand there. */
  #order(): Uint32Array {
    const count = this.#ids.count;
    const known = new Uint32Array(this.#former?.count ?? 0);
    const others = new NumberColumn();
    for (let story = 0; story < count; story++) {
      const number = this.#summaries.formerAt(story);
      if (number < 0) others.push(story);
      else known[number] = story + 1;
    }
    const fresh = others.values().sort((a, b) => this.#compare(a, b));
    const kept = known.filter((place) => place > 0).map((place) => place - 1);
    return merged(fresh, kept, (a, b) => this.#compare(a, b));
  }

  #sizeOf(story: number): StorySize {
    const bytes = this.#bytes.at(story);
    if (bytes > 0) return [bytes, this.#pictures.get(story) ?? 0];
    return this.#former?.sizeAt(this.#summaries.at(story).start) ?? [0, 0];
  }

  #compare(a: number, b: number): number {
    return (
      this.#months.at(a) - this.#months.at(b) ||
      this.#times.at(a) - this.#times.at(b) ||
      this.#ids.compare(a, b)
    );
  }
}

/** Two sorted lists as one. */
function merged(
  some: Uint32Array,
  others: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  if (others.length === 0) return some;
  const all = new Uint32Array(some.length + others.length);
  let next = 0;
  for (const [place, other] of others.entries()) {
    for (; next < some.length && compare(some[next] ?? 0, other) < 0; next++) {
      all[place + next] = some[next] ?? 0;
    }
    all[place + next] = other;
  }
  all.set(some.subarray(next), others.length + next);
  return all;
}

/** By number, 1 for a story that is the same as in the edition before, and in the same place of its month. */
function steadyOnes(
  months: readonly MonthRun[],
  former: Former | null,
  formerNumber: (number: number) => number,
): Uint8Array {
  const steady = new Uint8Array(former === null ? 0 : (months.at(-1)?.end ?? 0));
  for (const { month, first, end } of former === null ? [] : months) {
    const shift = (former?.month(month)?.[1] ?? Number.NaN) - first;
    for (let number = first; number < end; number++) {
      const before = formerNumber(number);
      if (before >= 0 && before === number + shift) steady[number] = 1;
    }
  }
  return steady;
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
