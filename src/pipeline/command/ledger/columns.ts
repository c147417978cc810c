import { deserialize, serialize } from "node:v8";
import type { Words } from "./words.ts";

/** The values of a field; where many are alike, each once, and which of them stands in each row. */
type Column = {
  /** Null where they are words, which all shards share. */
  readonly values: ArrayLike<unknown> | null;
  readonly at?: Uint32Array;
  /** Of a column of lists, where each ends: it begins where the one before it does. */
  readonly ends?: Uint32Array;
};

/** If nearly all of so many rows at the start have another value, most rows have one of their own, though some titles come twice. */
const SAMPLE = 50;
const NEARLY_ALL = 40;
/** Words are what at least so many rows have one of, on average: what fewer share would be kept for all shards, and read with each. */
const SHARED = 4;

/**
 * Packs rows of like fields field by field: a text that many have is kept once, and a hundred thousand rows are read
 * without making a hundred thousand objects of them.
 */
export function packRows(rows: readonly Readonly<Record<string, unknown>>[], words: Words): Buffer {
  const columns: Record<string, Column> = {};
  for (const name of Object.keys(rows[0] ?? {})) {
    columns[name] = packColumn(
      rows.map((row) => row[name]),
      words,
    );
  }
  return serialize({ count: rows.length, columns });
}

function packColumn(given: readonly unknown[], words: Words): Column {
  if (given.length > 0 && given.every(Array.isArray)) {
    let end = 0;
    const ends = Uint32Array.from(given, (list) => {
      end += list.length;
      return end;
    });
    return { ...packOnce(given.flat(), words, true), ends };
  }
  const isEachItsOwn = new Set(given.slice(0, SAMPLE)).size >= NEARLY_ALL;
  if (!isEachItsOwn) {
    return packOnce(given, words, new Set(given).size * SHARED <= given.length);
  }
  return { values: given.every(isNumber) ? Float64Array.from(given) : given };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** Packs each value once; `areWords` says whether texts are of those that all shards share. */
function packOnce(given: readonly unknown[], words: Words, areWords: boolean): Column {
  if (areWords && given.length > 0 && given.every(isText)) {
    // Of languages, sections and the like one after another is the same.
    let last = { text: "", number: -1 };
    const at = Uint32Array.from(given, (text) => {
      if (last.number < 0 || text !== last.text) last = { text, number: words.numberOf(text) };
      return last.number;
    });
    return { values: null, at };
  }
  const places = new Map<unknown, number>();
  const values: unknown[] = [];
  const at = Uint32Array.from(given, (value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  });
  return { values, at };
}

/** Rows that `packRows` packed; they have the fields that they had. */
export class Rows<T extends object> {
  readonly count: number;
  // What is read back is what was packed.
  readonly #columns: ReturnType<typeof deserialize>;
  readonly #words: readonly string[];

  /** `words` are at least those that they were packed with. */
  constructor(bytes: Uint8Array, words: readonly string[]) {
    const { count, columns } = deserialize(bytes);
    this.count = count;
    this.#columns = columns;
    this.#words = words;
  }

  /** Gives what reads a field, for many rows one after another. */
  of<K extends keyof T & string>(name: K): (row: number) => T[K] {
    return readerOf(this.#columns[name] ?? EMPTY, this.#words);
  }

  /** Gives what reads the lists of a field by the places of their values, so that of values that many have each is looked at once. */
  listsOf(name: keyof T & string): Lists {
    return new Lists(this.#columns[name] ?? EMPTY, this.#words);
  }

  /** A whole row, as an object of its own. */
  at(row: number): T {
    return this.#wholes()(row);
  }

  all(): T[] {
    const whole = this.#wholes();
    return Array.from({ length: this.count }, (_, row) => whole(row));
  }

  #wholes(): (row: number) => T {
    const names = Object.keys(this.#columns);
    const readers = names.map((name) => readerOf(this.#columns[name], this.#words));
    return (row) => {
      // What is read back is what was packed.
      const whole: ReturnType<typeof deserialize> = {};
      for (const [place, name] of names.entries()) whole[name] = readers[place]?.(row);
      return whole;
    };
  }
}

const EMPTY: Column = { values: [] };

/** The lists of a field. */
export class Lists {
  readonly #column: Column;
  readonly #values: ArrayLike<unknown>;
  /** Whether the values are words, whose places are the same in all shards. */
  readonly areWords: boolean;

  constructor(column: Column, words: readonly string[]) {
    this.#column = column;
    this.areWords = column.values === null;
    this.#values = column.values ?? words;
  }

  /** Where a row's list begins and ends. */
  startOf(row: number): number {
    return row === 0 ? 0 : this.endOf(row - 1);
  }

  endOf(row: number): number {
    return this.#column.ends?.[row] ?? 0;
  }

  /** The place of a list's value. */
  placeAt(at: number): number {
    return this.#column.at?.[at] ?? 0;
  }

  valueAt(place: number): string {
    return String(this.#values[place]);
  }
}

function readerOf(
  column: Column,
  words: readonly string[],
): (row: number) => ReturnType<typeof deserialize> {
  const { at, ends } = column;
  const values = column.values ?? words;
  if (at === undefined) return (row) => values[row];
  if (ends === undefined) return (row) => values[at[row] ?? 0];
  return (row) => {
    const list: unknown[] = [];
    const end = ends[row] ?? 0;
    for (let place = row === 0 ? 0 : (ends[row - 1] ?? 0); place < end; place++) {
      list.push(values[at[place] ?? 0]);
    }
    return list;
  };
}
