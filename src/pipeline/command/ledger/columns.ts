import { deserialize, serialize } from "node:v8";

/** Values, each kept once, and which of them stands in each row. */
type Column = { readonly values: readonly unknown[]; readonly at: Uint32Array };
/** A column of lists: each begins where the one before it ends. */
type ListColumn = Column & { readonly ends: Uint32Array };

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

function packColumn(given: readonly unknown[]): Column | ListColumn {
  const places = new Map<unknown, number>();
  const values: unknown[] = [];
  const placeOf = (value: unknown): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, values.length);
    return values.push(value) - 1;
  };
  if (!given.every(isWords)) return { values, at: Uint32Array.from(given, placeOf) };
  const words = given.flat();
  let end = 0;
  const ends = Uint32Array.from(given, (list) => {
    end += list.length;
    return end;
  });
  return { values, at: Uint32Array.from(words, placeOf), ends };
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === "string");
}

/** Gives the rows that `packRows` packed; they have the fields that they had. */
export function unpackRows<T>(bytes: Uint8Array): T[] {
  // `rows` is the empty list that was packed for them.
  const { count, columns, rows } = deserialize(bytes);
  const names = Object.keys(columns);
  for (let row = 0; row < count; row++) {
    const fields: Record<string, unknown> = {};
    for (const name of names) fields[name] = valueIn(columns[name], row);
    rows.push(fields);
  }
  return rows;
}

function valueIn({ values, at, ends }: Column & Partial<ListColumn>, row: number): unknown {
  if (ends === undefined) return values[at[row] ?? 0];
  const list: unknown[] = [];
  const end = ends[row] ?? 0;
  for (let place = ends[row - 1] ?? 0; place < end; place++) list.push(values[at[place] ?? 0]);
  return list;
}
