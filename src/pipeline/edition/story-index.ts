import { dayIn, type EditionDay } from "#model/day.ts";
import { UNDATED } from "#model/edition.ts";
import { IdColumn } from "#pipeline/columns/id-column.ts";
import { NumberColumn } from "#pipeline/columns/number-column.ts";
import type { Former, NotedStories } from "./former.ts";
import type { Entry } from "./galley.ts";
import type { StorySize } from "./story-sizes.ts";
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
  /** By the order in which stories came, their numbers. */
  readonly numbers: Uint32Array;
  /** What the next run must know of the stories. */
  readonly notes: () => NotedStories;
};

/** An instant, in seconds since 1970, and where stories of it stand. */
type Moment = { readonly time: number; readonly day: EditionDay; readonly month: number };

const MOST_MOMENTS = 10_000;

/** Instants are written in UTC: most editions need no calendar to be asked. */
function dayOfUtc(instant: string | null): EditionDay {
  if (instant === null) return { month: UNDATED, day: 0 };
  return { month: instant.slice(0, 7), day: Number(instant.slice(8, 10)) };
}

/**
 * Collects what the lists are made of: a few numbers of each story; its summary stays where it was spilled.
 *
 * The stories of the edition before, where that is known, are the first ones here, under their numbers there; of those
 * that stay no more is asked than that.
 */
export class StoryIndex {
  readonly #dayOf: (instant: string | null) => EditionDay;
  /** Of the last instants that came, which many stories share where they have dates alone. */
  readonly #moments = new Map<string | null, Moment>();
  // A column for each field: a million objects would take many times the room.
  readonly #ids: IdColumn;
  /** Seconds; 0 without a date. */
  readonly #times = new NumberColumn();
  readonly #days = new NumberColumn();
  /** Numbers that sort as the months stand: stories without a date before all others. */
  readonly #months = new NumberColumn();
  readonly #monthNumbers = new Map<string, number>();
  readonly #monthNames = new Map<number, string>();
  // Of these the first is that of the first story which is another than before.
  readonly #summaries = new Stretches();
  /** Bytes of the articles. */
  readonly #bytes = new NumberColumn();
  /** Bytes of the pictures of those that have some. */
  readonly #pictures = new Map<number, number>();
  readonly #pins: { pin: number; story: number }[] = [];
  readonly #terms: TermIndex;
  readonly #former: Former | null;
  /** How many stories the edition before has, and of each whether it stays. */
  readonly #known: number;
  readonly #stays: Uint8Array;
  /** The stories in the order in which they came. */
  readonly #arrivals = new NumberColumn();

  constructor(timeZone: string, sections: ReadonlyMap<string, string>, former: Former | null) {
    this.#former = former;
    this.#dayOf = timeZone === "UTC" ? dayOfUtc : dayIn(timeZone);
    this.#terms = new TermIndex(sections, former?.stories.terms);
    this.#ids = IdColumn.of(former?.stories.ids ?? new Uint8Array(0));
    this.#known = this.#ids.count;
    this.#stays = new Uint8Array(this.#known);
    for (const [month, first, end] of former?.monthRuns() ?? []) {
      const number = this.#monthNumber(month);
      for (let story = first; story < end; story++) {
        this.#times.push(former?.stories.times[story] ?? 0);
        this.#days.push(former?.stories.days[story] ?? 0);
        this.#months.push(number);
      }
    }
  }

  /** Keeps a story as it is in the edition before, by its number there. */
  keep(number: number, pin: number | null): void {
    this.#stays[number] = 1;
    this.#arrivals.push(number);
    if (pin !== null) this.#pins.push({ pin, story: number });
  }

  add(entry: Entry, summary: Stretch, pin: number | null, size: StorySize): void {
    const story = this.#ids.push(entry.id);
    this.#arrivals.push(story);
    this.#summaries.push(summary);
    const { time, day, month } = this.#momentOf(entry.date);
    this.#times.push(time);
    this.#days.push(day.day);
    this.#months.push(month);
    const [bytes, pictures] = size;
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
    const rankOf = new Uint32Array(this.#ids.count);
    for (let rank = 0; rank < order.length; rank++) rankOf[order[rank] ?? 0] = rank;
    const storyAt = (rank: number) => order[rank] ?? -1;
    const monthAt = (rank: number) => this.#monthNames.get(this.#months.at(storyAt(rank)));
    const months = monthRuns(order.length, (rank) => monthAt(rank) ?? UNDATED);
    const formerNumber = (rank: number) => {
      const story = storyAt(rank);
      return story < this.#known ? story : -1;
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
      summaryAt: (rank) => this.#summaryOf(storyAt(rank)),
      sizeAt: (rank) => this.#sizeOf(storyAt(rank)),
      terms: this.#terms.arrange(order),
      pinned: pins.map(({ rank }) => rank),
      former: this.#former,
      formerNumber,
      isSteady: (rank) => steady[rank] === 1,
      numbers: this.#arrivals.values().map((story) => rankOf[story] ?? 0),
      notes: () => ({
        ids: this.#ids.bytes(order),
        times: Float64Array.from(order, (story) => this.#times.at(story)),
        days: Uint8Array.from(order, (story) => this.#days.at(story)),
        terms: this.#terms.notes(order),
      }),
    };
  }

  /** The stories in their order; those that stay do so among one another. */
  #order(): Uint32Array {
    const count = this.#ids.count - this.#known;
    const fresh = Uint32Array.from({ length: count }, (_, place) => this.#known + place);
    fresh.sort((a, b) => this.#compare(a, b));
    const kept = new NumberColumn();
    for (let number = 0; number < this.#known; number++) {
      if (this.#stays[number] === 1) kept.push(number);
    }
    return merged(fresh, kept.values(), (a, b) => this.#compare(a, b));
  }

  #summaryOf(story: number): string {
    if (story < this.#known) return this.#former?.summaryAt(story) ?? "";
    return readStretch(this.#summaries.at(story - this.#known));
  }

  #sizeOf(story: number): StorySize {
    if (story < this.#known) return this.#former?.sizeAt(story) ?? [0, 0];
    return [this.#bytes.at(story - this.#known), this.#pictures.get(story) ?? 0];
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
  for (let place = 0; place < others.length; place++) {
    const other = others[place] ?? 0;
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
