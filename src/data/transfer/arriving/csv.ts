import Papa from "papaparse";

/** A row of a table; `fault` says why it can't be read as one. */
export type CsvRow = {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault: string | null;
};

/** After so many times the file's length has been read again because of broken quotes, the rest is given up. */
const MOST_TIMES = 50;

/**
 * Reads comma-separated values (RFC 4180), one row after the other.
 *
 * A quote that is never closed swallows all that follows it. So a row of several lines that does not come out right
 * counts as broken in its first line alone, and reading goes on at the next: one bad row costs itself.
 */
export function readCsv(source: string): CsvRow[] {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const rows: CsvRow[] = [];
  let width = 0;
  let at = 0;
  let line = 1;
  let wasted = 0;
  while (at < text.length) {
    const broken = readUntilBroken(text.slice(at), width, (fields, length) => {
      const lines = count(text, "\n", at, at + length);
      width ||= fields.length;
      if (fields.length > 1 || fields[0] !== "") rows.push(rowOf(fields, line, width));
      at += length;
      line += lines;
    });
    if (broken === null) break;
    wasted += broken;
    const end = text.indexOf("\n", at);
    const first = end < 0 ? text.slice(at) : text.slice(at, end);
    const isHopeless = wasted > MOST_TIMES * text.length + 1_000_000;
    rows.push({
      line,
      fields: [first],
      fault: isHopeless
        ? "from here on the file’s quotation marks can’t be made out"
        : "its quotation marks don’t match",
    });
    if (end < 0 || isHopeless) break;
    at = end + 1;
    line += 1;
  }
  return rows;
}

/**
 * Hands on rows until one is broken.
 *
 * @returns how much the broken row took; null where there was none
 */
function readUntilBroken(
  text: string,
  width: number,
  onRow: (fields: string[], length: number) => void,
): number | null {
  let before = 0;
  let expected = width;
  let broken: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    newline: "\n",
    quoteChar: '"',
    step: ({ data, errors, meta }, parser) => {
      const length = meta.cursor - before;
      const piece = text.slice(before, meta.cursor);
      expected ||= data.length;
      if (isBroken(piece, data, errors.length > 0, expected)) {
        broken = length;
        parser.abort();
        return;
      }
      before = meta.cursor;
      onRow(data, length);
    },
  });
  return broken;
}

function isBroken(piece: string, fields: string[], hasFault: boolean, width: number): boolean {
  const lines = piece.replace(/\n$/, "").split("\n");
  if (lines.length === 1) return false;
  if (hasFault || fields.length !== width) return true;
  // A whole row within a field was swallowed by a quote before it.
  return lines
    .slice(1, -1)
    .some((line) => line.split(",").length >= width && /https?:\/\//.test(line));
}

function rowOf(fields: readonly string[], line: number, width: number): CsvRow {
  const fault =
    fields.length === width
      ? null
      : `it has ${fields.length} ${fields.length === 1 ? "field" : "fields"} where ${width} are expected`;
  return { line, fields, fault };
}

function count(text: string, piece: string, from: number, to: number): number {
  let found = 0;
  for (let at = text.indexOf(piece, from); at >= 0 && at < to; at = text.indexOf(piece, at + 1)) {
    found += 1;
  }
  return found;
}
