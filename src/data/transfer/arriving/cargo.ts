import { looksLikeBackup, type ReadBackup, readBackup, salvageBackup } from "./backup-file.ts";
import { readCsv } from "./csv.ts";
import { DOCUMENT_FORMATS, fieldsOf } from "./documents.ts";
import { linkListName, readLinkList } from "./link-lists.ts";
import { isOmnivore, readOmnivore } from "./omnivore.ts";
import { type Arrival, arrivalOf, type Fault, nameOfRow, type Row, RowFault } from "./row.ts";
import { TABLE_FORMATS } from "./tables.ts";
import { isZip, openZip } from "./zip-text.ts";

/** What one file brings. */
export type Cargo = {
  readonly file: string;
  /** What kind of file it is, by its content. */
  readonly format: string;
  /** Rows or entries, those that can't be read included. */
  readonly rows: number;
  readonly arrivals: readonly Arrival[];
  readonly faults: readonly Fault[];
  /** What a backup holds; null for files of other programs. */
  readonly backup: ReadBackup | null;
};

export type Reading = {
  /** When it is taken in, as instants are. */
  readonly now: string;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
};

type Content = { readonly format: string; readonly rows: readonly (Row | Fault)[] };

/** A browser can't hold a longer text. */
const LARGEST_FILE = 400_000_000;
/** Rows between two moments in which the page may draw. */
const ROWS_AT_ONCE = 400;
const KNOWN =
  "It is none that is known here: a backup of Offprint, or what Pocket, Instapaper, Omnivore, wallabag, Karakeep, Readwise Reader, a browser’s bookmarks or a JSON Feed hold";

/** Says of a whole file that it can't be read. */
export class CargoError extends Error {
  override readonly name = "CargoError";
}

/**
 * Reads a file, whatever it is called: what it is it says itself.
 *
 * @throws CargoError, FormatError, NewerVersionError; the signal's reason
 */
export async function readCargo(file: File, reading: Reading): Promise<Cargo[]> {
  if (file.size > LARGEST_FILE) {
    throw new CargoError("It is larger than 400 MB, which is more than a browser can read at once");
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isZip(bytes)) return [await readText(file.name, decode(bytes), reading)];
  return readZip(file.name, bytes, reading);
}

async function readZip(name: string, bytes: Uint8Array, reading: Reading): Promise<Cargo[]> {
  const files = openSafely(bytes);
  const tooLarge = files.tooLarge.map((each) => ({
    where: each,
    name: each,
    why: "it is too large",
  }));
  if (isOmnivore(files.names)) {
    const rows = [...readOmnivore(files), ...tooLarge];
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
  if (cargos.length === 0) throw new CargoError(`In this ZIP nothing can be read. ${KNOWN}`);
  return cargos;
}

async function readText(file: string, text: string, reading: Reading): Promise<Cargo> {
  const start = text.trimStart().slice(0, 1);
  if (start === "{" || start === "[") return readJson(file, text, reading);
  const listName = start === "<" ? linkListName(text) : null;
  if (listName) return arrive(file, { format: listName, rows: readLinkList(text) }, reading);
  const table = readTable(text);
  if (!table) throw new CargoError(KNOWN);
  return arrive(file, table, reading);
}

async function readJson(file: string, text: string, reading: Reading): Promise<Cargo> {
  const value = parse(text);
  if (value === undefined && !looksLikeBackup(text)) {
    throw new CargoError("It is cut off or damaged: it begins as JSON and does not end as such");
  }
  const whole = value ?? salvageBackup(text);
  if (fieldsOf(whole).format !== undefined) return unpackBackup(file, whole, reading);
  for (const { name, entriesOf, row } of DOCUMENT_FORMATS) {
    const entries = entriesOf(whole);
    if (!entries) continue;
    const rows = entries.map((entry, at) => ({
      where: `entry ${at + 1}`,
      ...row(fieldsOf(entry)),
    }));
    return arrive(file, { format: name, rows }, reading);
  }
  throw new CargoError(KNOWN);
}

function unpackBackup(file: string, value: unknown, { now }: Reading): Cargo {
  const backup = readBackup(value, now);
  const arrivals = backup.saved.map(
    ({ where, copy }): Arrival => ({
      where,
      name: copy.article.title,
      copy,
      isRead: false,
      position: null,
    }),
  );
  const faults = backup.faults;
  const rows = arrivals.length + faults.length;
  return { file, format: "Backup of Offprint", rows, arrivals, faults, backup };
}

function readTable(text: string): Content | null {
  const [head, ...body] = readCsv(text);
  const names = head?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const format = TABLE_FORMATS.find(({ columns }) => columns.every((each) => names.includes(each)));
  if (!format) return null;
  const rows = body.map(({ line, fields, fault }) => {
    const where = `line ${line}`;
    const get = (name: string) => fields[names.indexOf(name)] ?? "";
    if (fault === null) return { where, ...format.row(get) };
    return { where, name: fields.join(",").slice(0, 120), why: fault };
  });
  return { format: format.name, rows };
}

/** Makes arrivals of rows; the page draws in between. */
async function arrive(file: string, { format, rows }: Content, reading: Reading): Promise<Cargo> {
  const { now, onProgress, signal } = reading;
  const arrivals: Arrival[] = [];
  const faults: Fault[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_ONCE === 0) {
      onProgress?.(at, rows.length);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
    const found = "why" in row ? row : tryArrival(row, now);
    if ("why" in found) faults.push(found);
    else arrivals.push(found);
  }
  onProgress?.(rows.length, rows.length);
  return { file, format, rows: rows.length, arrivals, faults, backup: null };
}

function tryArrival(row: Row, now: string): Arrival | Fault {
  try {
    return arrivalOf(row, now);
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    return { where: row.where, name: nameOfRow(row), why: error.message };
  }
}

function openSafely(bytes: Uint8Array) {
  try {
    return openZip(bytes);
  } catch (cause) {
    throw new CargoError("This ZIP is cut off or damaged", { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isUtf16 ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
