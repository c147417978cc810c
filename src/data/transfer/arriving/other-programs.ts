import { type Cargo, CargoError, type Format, type Reading } from "./cargo-kinds.ts";
import { readCsv } from "./csv.ts";
import { DOCUMENT_FORMATS, fieldsOf } from "./documents.ts";
import { linkListName, readLinkList } from "./link-lists.ts";
import { isOmnivore, readOmnivore } from "./omnivore.ts";
import { type Arrival, arrivalOf, type Fault, nameOfRow, type Row, RowFault } from "./row.ts";
import { TABLE_FORMATS } from "./tables.ts";
import { openZip } from "./zip-text.ts";

type Content = { readonly format: Format; readonly rows: readonly (Row | Fault)[] };

/** Rows between two moments in which the page may draw. */
const ROWS_AT_ONCE = 400;

/** Reads a JSON document. @throws CargoError */
export async function readDocument(file: string, value: unknown, reading: Reading): Promise<Cargo> {
  for (const { name, entriesOf, row } of DOCUMENT_FORMATS) {
    const entries = entriesOf(value);
    if (!entries) continue;
    const rows = entries.map((entry, at) => ({
      where: { kind: "entry" as const, number: at + 1 },
      ...row(fieldsOf(entry)),
    }));
    return arrive(file, { format: name, rows }, reading);
  }
  throw new CargoError({ kind: "unknown" });
}

/** Reads a table or a list of links. @throws CargoError */
export async function readList(file: string, text: string, reading: Reading): Promise<Cargo> {
  const listName = text.trimStart().startsWith("<") ? linkListName(text) : null;
  if (listName) return arrive(file, { format: listName, rows: readLinkList(text) }, reading);
  const table = readTable(text);
  if (!table) throw new CargoError({ kind: "unknown" });
  return arrive(file, table, reading);
}

/**
 * Reads a ZIP: Omnivore's, or one of files that `readText` knows.
 *
 * @throws CargoError
 */
export async function readZip(
  name: string,
  bytes: Uint8Array,
  reading: Reading,
  readText: (file: string, text: string, reading: Reading) => Promise<Cargo>,
): Promise<Cargo[]> {
  const files = openSafely(bytes);
  const tooLarge = files.tooLarge.map(
    (each): Fault => ({
      where: { kind: "file", file: each },
      name: each,
      why: { kind: "fileTooLarge" },
    }),
  );
  if (isOmnivore(files.names)) {
    const rows = [...readOmnivore(files, reading.words), ...tooLarge];
    return [await arrive(name, { format: "Omnivore (ZIP)", rows }, reading)];
  }
  const cargos: Cargo[] = [];
  for (const each of files.names) {
    const text = files.text(each) ?? "";
    const cargo = await readText(`${name}: ${each}`, text, reading).catch((error: unknown) => {
      // What lies beside the lists in an archive need not be one.
      if (error instanceof CargoError) return null;
      throw error;
    });
    if (cargo) cargos.push(cargo);
  }
  if (cargos.length === 0) throw new CargoError({ kind: "zipNothing" });
  return cargos;
}

function readTable(text: string): Content | null {
  const [head, ...body] = readCsv(text);
  const names = head?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const format = TABLE_FORMATS.find(({ columns }) => columns.every((each) => names.includes(each)));
  if (!format) return null;
  const rows = body.map(({ line, fields, fault }) => {
    const where = { kind: "line", number: line } as const;
    const get = (name: string) => fields[names.indexOf(name)] ?? "";
    if (fault === null) return { where, ...format.row(get) };
    return { where, name: fields.join(",").slice(0, 120), why: fault };
  });
  return { format: format.name, rows };
}

/** Makes arrivals of rows; the page draws in between. */
async function arrive(file: string, { format, rows }: Content, reading: Reading): Promise<Cargo> {
  const { onProgress, signal } = reading;
  const arrivals: Arrival[] = [];
  const faults: Fault[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_ONCE === 0) {
      onProgress?.(at, rows.length);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
    const found = "why" in row ? row : tryArrival(row, reading);
    if ("why" in found) faults.push(found);
    else arrivals.push(found);
  }
  onProgress?.(rows.length, rows.length);
  return { file, format, rows: rows.length, arrivals, faults, backup: null };
}

function tryArrival(row: Row, reading: Reading): Arrival | Fault {
  try {
    return arrivalOf(row, reading);
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    return { where: row.where, name: nameOfRow(row), why: error.reason };
  }
}

function openSafely(bytes: Uint8Array) {
  try {
    return openZip(bytes);
  } catch (cause) {
    throw new CargoError({ kind: "zipDamaged" }, { cause });
  }
}
