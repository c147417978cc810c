import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataAddress } from "#model/address.ts";
import type { Sizes } from "#model/edition.ts";
import type { TermKind } from "#model/term.ts";
import { DamagedError } from "./damaged-error.ts";
import { digestOf } from "./digest.ts";
import type { NotedTerms } from "./term-index.ts";

/** A month, the number of its first story, its file's digest, and that of the file of its stories' sizes. */
export type NotedMonth = readonly [month: string, first: number, digest: string, sizes: string];
/** A file of rows, and the number of its first story in the arrangement. */
export type NotedRows = readonly [month: string, first: number, count: number, digest: string];
/** A term, the file that holds it, those of its older places, and the hash of its key. */
export type NotedTerm = readonly [
  key: string,
  label: string,
  count: number,
  file: string,
  older: readonly string[],
  hash: number,
];

/** What a run notes of the stories in its lists, by their numbers: the next one need not be told of those that stay. */
export type NotedStories = {
  /** Ten bytes each. */
  readonly ids: Uint8Array;
  /** In seconds since 1970; 0 without a date. */
  readonly times: Float64Array;
  /** Within their months, in the edition's time zone. */
  readonly days: Uint8Array;
  readonly terms: NotedTerms;
};

/** What is in an edition. */
export type EditionCounts = {
  /** In the lists. */
  readonly stories: number;
  /** With a page of their own: listed, not listed, and not due yet. */
  readonly articles: number;
  readonly tags: number;
  readonly sources: number;
  readonly sections: number;
};

/** What a run notes of the edition that it made, so that the next one makes anew only what is another. */
export type EditionNotes = {
  /** All stories of its lists. */
  readonly stories: NotedStories;
  /** Every month, in the order of the arrangement. */
  readonly months: readonly NotedMonth[];
  readonly rows: readonly NotedRows[];
  readonly terms: Readonly<Record<TermKind, readonly NotedTerm[]>>;
  /** The file of each old address, and the id of the article that it leads to. */
  readonly aliases: readonly (readonly [file: string, id: string])[];
  /** All files of the edition, other than the articles' own and their documents. */
  readonly files: readonly string[];
  /** Those that only the edition before it has. */
  readonly previous: readonly string[];
  readonly counts: EditionCounts & { readonly files: number };
};

/** So many files of rows are held at once: neighbours are asked for one after another. */
const MOST_ROWS = 100;

/**
 * The edition that is published, where all that it was made of is known. Its stories go by their numbers in it.
 *
 * What it reads of the edition's files it compares with their digests, and throws a `DamagedError` where one is another.
 */
export class Former {
  readonly stories: NotedStories;
  readonly files: ReadonlySet<string>;
  readonly previous: readonly string[];
  /** Files of articles that are in no edition any more. */
  readonly gone: readonly string[];
  readonly #out: string;
  readonly #months: ReadonlyMap<string, NotedMonth>;
  #lastSizes: { readonly first: number; readonly sizes: Sizes } | null = null;
  readonly #rows: readonly NotedRows[];
  readonly #rowsAt: ReadonlyMap<number, NotedRows>;
  readonly #rowsByMonth = new Map<string, NotedRows[]>();
  readonly #terms: Readonly<Record<TermKind, ReadonlyMap<string, NotedTerm>>>;
  /** By kind and file, how many terms it holds. */
  readonly #packs = new Map<string, number>();
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #read = new Map<string, readonly string[]>();
  #lastTerms: { readonly file: string; readonly text: string } | null = null;

  constructor(out: string, notes: EditionNotes, gone: readonly string[]) {
    this.#out = out;
    this.gone = gone;
    this.stories = notes.stories;
    this.files = new Set(notes.files);
    this.previous = notes.previous;
    this.#months = new Map(notes.months.map((month) => [month[0], month]));
    this.#rows = notes.rows;
    this.#rowsAt = new Map(notes.rows.map((rows) => [rows[1], rows]));
    for (const rows of notes.rows) {
      const known = this.#rowsByMonth.get(rows[0]);
      if (known) known.push(rows);
      else this.#rowsByMonth.set(rows[0], [rows]);
    }
    this.#aliases = new Map(notes.aliases);
    const { tag, source, section } = notes.terms;
    this.#terms = { tag: byKey(tag), source: byKey(source), section: byKey(section) };
    for (const [kind, terms] of Object.entries(notes.terms)) {
      for (const [, , , file] of terms) {
        const pack = `${kind} ${file}`;
        this.#packs.set(pack, (this.#packs.get(pack) ?? 0) + 1);
      }
    }
  }

  /** The months with the numbers of their stories: [first, end). */
  monthRuns(): (readonly [month: string, first: number, end: number])[] {
    const months = [...this.#months.values()];
    return months.map(([month, first], place) => {
      return [month, first, months[place + 1]?.[1] ?? this.stories.times.length];
    });
  }

  /** What was noted of a month; undefined for one that it did not have. */
  month(month: string): NotedMonth | undefined {
    return this.#months.get(month);
  }

  /** The files of rows of a month. */
  rowsOf(month: string): readonly NotedRows[] {
    return this.#rowsByMonth.get(month) ?? [];
  }

  /** The file of rows that begins with a story. */
  rowsFrom(number: number): NotedRows | undefined {
    return this.#rowsAt.get(number);
  }

  term(kind: TermKind, key: string): NotedTerm | undefined {
    return this.#terms[kind].get(key);
  }

  /** How many terms of all kinds have more than so many stories. */
  countAbove(most: number): number {
    let above = 0;
    for (const terms of Object.values(this.#terms)) {
      for (const [, , count] of terms.values()) if (count > most) above += 1;
    }
    return above;
  }

  /** How many terms of a kind stand in a file. */
  termsIn(kind: TermKind, file: string): number {
    return this.#packs.get(`${kind} ${file}`) ?? 0;
  }

  /** The id that an old address leads to. */
  aliasAt(file: string): string | undefined {
    return this.#aliases.get(file);
  }

  /** The JSON of a story's summary. */
  summaryAt(number: number): string {
    const rows = this.#rows[this.#rowsWith(number)];
    if (!rows) throw new Error("The edition before does not have so many stories.");
    const [month, first, , digest] = rows;
    const path = dataAddress.rows(month, digest);
    const known = this.#read.get(path) ?? this.#readRows(path, digest);
    return known[number - first] ?? "";
  }

  /** How large a story is; neighbours are asked for one after another. */
  sizeAt(number: number): Sizes[number] {
    const known = this.#lastSizes?.sizes[number - this.#lastSizes.first];
    if (known) return known;
    const [month = "", first = 0, digest = "", sizesDigest = ""] =
      [...this.#months.values()].findLast(([, start]) => start <= number) ?? [];
    const sizes: Sizes = JSON.parse(this.#text(dataAddress.sizes(month, digest), sizesDigest));
    this.#lastSizes = { first, sizes };
    const size = sizes[number - first];
    if (!size) throw new Error("The edition before does not have so many stories.");
    return size;
  }

  /** The JSON of the summaries on a term's first screen, by their stories' ids. */
  newestOf(kind: TermKind, key: string): ReadonlyMap<string, string> {
    return new Map(summariesIn(this.newestText(kind, key)).map((one) => [idIn(one), one]));
  }

  /** The same as it stands there, joined; empty for a term that it did not have. */
  newestText(kind: TermKind, key: string): string {
    const file = this.term(kind, key)?.[3];
    if (file === undefined) return "";
    if (this.#lastTerms?.file !== file) {
      this.#lastTerms = { file, text: this.#text(dataAddress.term(file), file) };
    }
    const { text } = this.#lastTerms;
    const start = text.indexOf(`{"key":${JSON.stringify(key)},"label":`);
    return between(text, `,"newest":[`, `],"places":`, start);
  }

  #readRows(path: string, digest: string): readonly string[] {
    if (this.#read.size >= MOST_ROWS) this.#read.clear();
    const texts = summariesIn(this.#text(path, digest).slice(1, -1));
    this.#read.set(path, texts);
    return texts;
  }

  #text(path: string, digest: string): string {
    const bytes = bytesOf(join(this.#out, path));
    if (bytes === null || digestOf(bytes) !== digest) throw new DamagedError(path);
    return bytes.toString();
  }

  /** The place of the file of rows that holds a story. */
  #rowsWith(number: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle]?.[1] ?? 0) <= number) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** The bytes of a file; null where it can't be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function byKey(terms: readonly NotedTerm[]): ReadonlyMap<string, NotedTerm> {
  return new Map(terms.map((term) => [term[0], term]));
}

/** What a summary's JSON begins with, and nothing else in it: within a text, a quote has a backslash before it. */
const START = '{"id":"';
const ID_LENGTH = 20;

/** The JSON of each summary of a list. What the run before wrote is cut where it was joined: to read it and write it again takes ten times as long. */
function summariesIn(list: string): string[] {
  const [, ...summaries] = list === "" ? [""] : `,${list}`.split(`,${START}`);
  return summaries.map((rest) => START + rest);
}

function idIn(summary: string): string {
  return summary.slice(START.length, START.length + ID_LENGTH);
}

/** What stands between two words of a text, from a place on. */
function between(text: string, left: string, right: string, from: number): string {
  const start = text.indexOf(left, from) + left.length;
  return text.slice(start, text.indexOf(right, start));
}
