import { deserialize, serialize } from "node:v8";

/** The values of a field; where many are alike, each once, and which of them stands in each row. */
type Column = {
  readonly values: readonly unknown[];
  readonly at?: Uint32Array;
  /** Of a column of lists, where each ends: it begins where the one before it does. */
  readonly ends?: Uint32Array;
};

/** If so many rows at the start have as many values, most rows have one of their own. */
const SAMPLE = 50;

/**
 * Packs rows of like fields field by field: a text that many have is kept once, and a hundred thousand rows are read
 * without making a hundred thousand objects of them.
 */
export function packRows(rows: readonly Readonly<Record<string, unknown>>[]): Buffer {
  const columns: Record<string, Column> = {};
  for (const name of Object.keys(rows[0] ?? {})) {
    columns[name] = packColumn(rows.map((row) => row[name]));
  }
  return serialize({ count: rows.length, columns, rows: [] });
}

function packColumn(given: readonly unknown[]): Column {
  if (given.length > 0 && given.every(Array.isArray)) {
    let end = 0;
    const ends = Uint32Array.from(given, (list) => {
      end += list.length;
      return end;
    });
    return { ...packOnce(given.flat()), ends };
  }
  const isEachItsOwn = new Set(given.slice(0, SAMPLE)).size >= SAMPLE;
  return isEachItsOwn ? { values: given } : packOnce(given);
}

function packOnce(given: readonly unknown[]): Column {
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

/** Gives the rows that `packRows` packed; they have the fields that they had. */
export function unpackRows<T>(bytes: Uint8Array): T[] {
  // `rows` is the empty list that was packed for them.
  const { count, columns, rows } = deserialize(bytes);
  // All fields at once: an object that grows field by field is moved again and again.
  const empty = Object.fromEntries(Object.keys(columns).map((name) => [name, undefined]));
  for (let row = 0; row < count; row++) rows.push({ ...empty });
  for (const name of Object.keys(columns)) {
    const read = readerOf(columns[name]);
    for (let row = 0; row < count; row++) rows[row][name] = read(row);
  }
  return rows;
}

function readerOf({ values, at, ends }: Column): (row: number) => unknown {
  if (at === undefined) return (row) => values[row];
  if (ends === undefined) return (row) => values[at[row] ?? 0];
  return (row) => {
    const list: unknown[] = [];
    const end = ends[row] ?? 0;
    for (let place = ends[row - 1] ?? 0; place < end; place++) list.push(values[at[place] ?? 0]);
    return list;
  };
}
