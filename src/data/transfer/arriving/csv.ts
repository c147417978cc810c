import Papa from "papaparse";
import type { Reason } from "./reason.ts";

/** A row of a table; `fault` says why it can't be read as one. */
export type CsvRow = {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault: Reason | null;
};

/** So much is looked at at once, and more only for a row that is longer. */
const WINDOW = 32_000;
const LONGEST_ROW = 2_000_000;
/** After so many times the file's length has been read again because of broken quotes, the rest is given up. */
const MOST_TIMES = 100;
const LEAST_WASTE = 20_000_000;

/**
 * Reads comma-separated values (RFC 4180), one row after the other.
 *
 * A quote that is never closed swallows all that follows it. So a row of several lines that does not come out right
 * counts as broken in its first line alone, and reading goes on at the next: one bad row costs itself.
 */
export function readCsv(source: string): CsvRow[] {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const reader: Reader = { text, rows: [], at: 0, line: 1, width: 0 };
  let left = LEAST_WASTE + MOST_TIMES * text.length;
  let window = WINDOW;
  while (reader.at < text.length) {
    const broken = readUntilBroken(reader, window);
    if (broken === TOO_LONG && window < LONGEST_ROW) {
      left -= window;
      window *= 4;
      continue;
    }
    window = WINDOW;
    if (broken === 0) continue;
    left -= broken;
    passOver(reader, { kind: left > 0 ? "quotes" : "quotesToEnd" });
    if (left <= 0) break;
  }
  return reader.rows;
}

/** Where reading stands: the next row begins at `at`, in `line`. */
type Reader = {
  readonly text: string;
  readonly rows: CsvRow[];
  at: number;
  line: number;
  /** How many fields a row has, by the first. */
  width: number;
};

function enter(reader: Reader, fields: readonly string[], length: number): void {
  const { text, rows, at, line } = reader;
  reader.width ||= fields.length;
  if (fields.length > 1 || fields[0] !== "") rows.push(rowOf(fields, line, reader.width));
  reader.line += count(text, "\n", at, at + length);
  reader.at += length;
}

/** Enters the line at which reading stands as a broken row. */
function passOver(reader: Reader, fault: Reason): void {
  const { text, rows, at, line } = reader;
  const found = text.indexOf("\n", at);
  const end = found < 0 ? text.length : found;
  rows.push({ line, fields: [text.slice(at, end).slice(0, 1_000)], fault });
  reader.at = end + 1;
  reader.line += 1;
}

/** Not even one row ends in what was handed in. */
const TOO_LONG = -1;

/**
 * Enters rows until one is broken, out of so much of the text.
 *
 * @returns how much the broken row took; 0 where there was none, or `TOO_LONG`
 */
function readUntilBroken(reader: Reader, window: number): number {
  const text = reader.text.slice(reader.at, reader.at + window);
  const isCut = reader.at + window < reader.text.length;
  let before = 0;
  let broken = 0;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    newline: "\n",
    quoteChar: '"',
    step: ({ data, errors, meta }, parser) => {
      const end = Math.min(meta.cursor, text.length);
      const width = reader.width || data.length;
      const piece = text.slice(before, end);
      // The last may be half a row: it is read again, with what follows it.
      const isHalf = isCut && end >= text.length;
      if (isHalf && before > 0) return parser.abort();
      if (isHalf && !hasSwallowed(piece, width)) broken = TOO_LONG;
      else if (isBroken(piece, data, errors.length > 0, width)) broken = end - before;
      if (broken !== 0) return parser.abort();
      before = end;
      enter(reader, data, piece.length);
    },
  });
  return broken;
}

function isBroken(piece: string, fields: string[], hasFault: boolean, width: number): boolean {
  if (!piece.replace(/\n$/, "").includes("\n")) return false;
  return hasFault || fields.length !== width || hasSwallowed(piece, width);
}

/** Says whether whole rows stand within a row: a quote before them was never closed. */
function hasSwallowed(piece: string, width: number): boolean {
  const within = piece.replace(/\n$/, "").split("\n").slice(1, -1);
  return within.some((line) => line.split(",").length >= width && /https?:\/\//.test(line));
}

function rowOf(fields: readonly string[], line: number, width: number): CsvRow {
  const fault: Reason | null =
    fields.length === width ? null : { kind: "fields", count: fields.length, expected: width };
  return { line, fields, fault };
}

function count(text: string, piece: string, from: number, to: number): number {
  let found = 0;
  for (let at = text.indexOf(piece, from); at >= 0 && at < to; at = text.indexOf(piece, at + 1)) {
    found += 1;
  }
  return found;
}
