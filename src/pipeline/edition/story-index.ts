import type { Article, Summary } from "#model/article.ts";
import { dayIn, type EditionDay } from "#model/day.ts";
import { UNDATED } from "#model/edition.ts";
import { TERM_KINDS, type TermKind, termKey } from "#model/term.ts";
import type { SummarySpill } from "./summary-spill.ts";

/** A month as a run of the arranged stories: [first, end). */
export type MonthRun = { readonly month: string; readonly first: number; readonly end: number };

/** A term and its stories, by their numbers in the arrangement, newest first. */
export type TermUse = {
  readonly key: string;
  readonly label: string;
  readonly stories: readonly number[];
};

/** All listed stories in their order, numbered from the oldest; those without a date come before all others. */
export type Arrangement = {
  readonly count: number;
  /** Oldest first, after those without a date. */
  readonly months: readonly MonthRun[];
  readonly idAt: (number: number) => string;
  readonly dayAt: (number: number) => number;
  /** The JSON of the summary. */
  readonly summaryAt: (number: number) => string;
  /** By key, in the order of code units. */
  readonly terms: Readonly<Record<TermKind, readonly TermUse[]>>;
  /** Pinned stories, the first one first. */
  readonly pinned: readonly number[];
};

type Entry = {
  readonly id: string;
  /** Milliseconds; 0 without a date. */
  readonly time: number;
  readonly at: EditionDay;
};
type Uses = Map<string, { spellings: Map<string, number>; stories: number[] }>;

/** Collects what the lists are made of: a few numbers of each story; its summary goes to the spill. */
export class StoryIndex {
  readonly #spill: SummarySpill;
  readonly #sections: ReadonlyMap<string, string>;
  readonly #dayOf: (instant: string | null) => EditionDay;
  readonly #entries: Entry[] = [];
  readonly #pins: { pin: number; story: number }[] = [];
  readonly #uses: Record<TermKind, Uses> = {
    tag: new Map(),
    source: new Map(),
    section: new Map(),
  };
  readonly #keys = new Map<string, string>();

  constructor(spill: SummarySpill, timeZone: string, sections: ReadonlyMap<string, string>) {
    this.#spill = spill;
    this.#sections = sections;
    this.#dayOf = dayIn(timeZone);
  }

  add(article: Article, summary: Summary, pin: number | null): void {
    const story = this.#spill.append(JSON.stringify(summary));
    this.#entries.push({
      id: article.id,
      time: article.date === null ? 0 : Date.parse(article.date),
      at: this.#dayOf(article.date),
    });
    if (pin !== null) this.#pins.push({ pin, story });
    const seen = new Set<string>();
    for (const tag of article.tags) {
      const key = this.#keyOf(tag);
      if (!seen.has(key)) this.#use("tag", key, tag.trim(), story);
      seen.add(key);
    }
    if (article.source !== undefined) {
      this.#use("source", this.#keyOf(article.source), article.source.trim(), story);
    }
    if (article.section !== undefined) {
      this.#use(
        "section",
        article.section,
        this.#sections.get(article.section) ?? article.section,
        story,
      );
    }
  }

  arrange(): Arrangement {
    const entries = this.#entries;
    const order = Uint32Array.from(entries.keys()).sort((a, b) => this.#compare(a, b));
    const rankOf = new Uint32Array(order.length);
    for (const [rank, story] of order.entries()) rankOf[story] = rank;
    const entryAt = (rank: number) => entries[order[rank] ?? -1];
    const pins = this.#pins
      .map(({ pin, story }) => ({ pin, rank: rankOf[story] ?? 0 }))
      .sort((a, b) => a.pin - b.pin || b.rank - a.rank);
    return {
      count: order.length,
      months: monthRuns(order.length, (rank) => entryAt(rank)?.at.month ?? UNDATED),
      idAt: (rank) => entryAt(rank)?.id ?? "",
      dayAt: (rank) => entryAt(rank)?.at.day ?? 0,
      summaryAt: (rank) => this.#spill.read(order[rank] ?? -1),
      terms: {
        tag: termUses(this.#uses.tag, rankOf),
        source: termUses(this.#uses.source, rankOf),
        section: termUses(this.#uses.section, rankOf),
      },
      pinned: pins.map(({ rank }) => rank),
    };
  }

  #compare(a: number, b: number): number {
    const one = this.#entries[a];
    const two = this.#entries[b];
    if (!one || !two) return 0;
    return (
      compareText(monthRank(one.at.month), monthRank(two.at.month)) ||
      one.time - two.time ||
      compareText(one.id, two.id)
    );
  }

  #keyOf(label: string): string {
    const known = this.#keys.get(label);
    if (known !== undefined) return known;
    const key = termKey(label);
    this.#keys.set(label, key);
    return key;
  }

  #use(kind: TermKind, key: string, label: string, story: number): void {
    if (key === "") return;
    let use = this.#uses[kind].get(key);
    if (!use) {
      use = { spellings: new Map(), stories: [] };
      this.#uses[kind].set(key, use);
    }
    use.spellings.set(label, (use.spellings.get(label) ?? 0) + 1);
    use.stories.push(story);
  }
}

/** Says how many terms of each kind there are. */
export function countTerms(terms: Arrangement["terms"]): Record<TermKind, number> {
  const counts = { tag: 0, source: 0, section: 0 };
  for (const kind of TERM_KINDS) counts[kind] = terms[kind].length;
  return counts;
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

function termUses(uses: Uses, rankOf: Uint32Array): TermUse[] {
  return [...uses]
    .map(([key, { spellings, stories }]) => ({
      key,
      label: mostFrequent(spellings),
      stories: stories.map((story) => rankOf[story] ?? 0).sort((a, b) => b - a),
    }))
    .sort((a, b) => compareText(a.key, b.key));
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [label, count] of spellings) {
    if (count < most || (count === most && compareText(label, best) > 0)) continue;
    best = label;
    most = count;
  }
  return best;
}

/** Makes a month's name sort where its stories stand: those without a date before all others. */
function monthRank(month: string): string {
  return month === UNDATED ? "" : month;
}

/** Compares by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
