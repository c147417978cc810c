import { looksLikeBackup, readBackup, salvageBackup } from "./backup-file.ts";
import { type Cargo, CargoError, type Reading } from "./cargo-kinds.ts";
import type { Arrival } from "./row.ts";

/** A browser can't hold a longer text. */
const LARGEST_FILE = 400_000_000;

/** What only files of other programs need: tables, HTML and ZIPs are read with libraries that a backup does without. */
const loadOthers = () => import("./other-programs.ts");

/**
 * Reads a file, whatever it is called: what it is it says itself.
 *
 * @throws CargoError; the signal's reason
 */
export async function readCargo(file: File, reading: Reading): Promise<Cargo[]> {
  if (file.size > LARGEST_FILE) {
    throw new CargoError({ kind: "tooLarge" });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isZip(bytes)) return [await readText(file.name, decode(bytes), reading)];
  const { readZip } = await loadOthers();
  return readZip(file.name, bytes, reading, readText);
}

async function readText(file: string, text: string, reading: Reading): Promise<Cargo> {
  const start = text.trimStart().slice(0, 1);
  if (start === "{" || start === "[") return readJson(file, text, reading);
  const { readList } = await loadOthers();
  return readList(file, text, reading);
}

async function readJson(file: string, text: string, reading: Reading): Promise<Cargo> {
  const value = parse(text);
  if (value === undefined && !looksLikeBackup(text)) {
    throw new CargoError({ kind: "cutOff" });
  }
  const whole = value ?? salvageBackup(text);
  if (Reflect.get(Object(whole), "format") !== undefined) return unpackBackup(file, whole, reading);
  const { readDocument } = await loadOthers();
  return readDocument(file, whole, reading);
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
  return { file, format: "backup", rows, arrivals, faults, backup };
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

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
