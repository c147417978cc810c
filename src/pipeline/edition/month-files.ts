import { dataAddress } from "#model/address.ts";
import { type Manifest, type Month, UNDATED } from "#model/edition.ts";
import { cutByContent } from "./content-cuts.ts";
import { digestOf } from "./digest.ts";
import type { NotedMonth, NotedRows } from "./former.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement, MonthRun } from "./story-index.ts";

const ROWS = { least: 10, most: 40 };
/** Hexadecimal digits of a month's digest: it only has to differ from those that this month had before. */
const DIGITS = 10;

/**
 * Writes every month and its rows, and gives the manifest's months: newest first, those without a date last.
 *
 * @param note hears of every file of rows, and of every month.
 */
export function writeMonths(
  arrangement: Arrangement,
  staging: Staging,
  note: { readonly rows: (rows: NotedRows) => void; readonly month: (month: NotedMonth) => void },
): Manifest["months"] {
  const months: Manifest["months"] = [];
  for (const run of arrangement.months) {
    const month: Month = {
      month: run.month,
      chunks: writeRows(run, arrangement, staging),
      days: daysOf(run, arrangement),
    };
    for (const [place, count, digest] of month.chunks) {
      note.rows([run.month, run.first + place, count, digest]);
    }
    const text = JSON.stringify(month);
    const digest = digestOf(text).slice(0, DIGITS);
    staging.putNamed(dataAddress.month(run.month, digest), text);
    const sizes = writeSizes(run, digest, arrangement, staging);
    note.month([run.month, run.first, digest, sizes]);
    months.unshift([run.month, run.end - run.first, digest]);
  }
  return months;
}

/**
 * Writes the sizes of a month's stories, and gives the file's digest. What a month names, texts with their pictures, never
 * changes under its names: so neither do the sizes under its own.
 */
function writeSizes(
  { month, first, end }: MonthRun,
  digest: string,
  { former, sizeAt }: Arrangement,
  staging: Staging,
): string {
  const path = dataAddress.sizes(month, digest);
  const [, , known, knownSizes] = former?.month(month) ?? [];
  if (known === digest && knownSizes !== undefined) {
    staging.keepFormer(path);
    return knownSizes;
  }
  const sizes = Array.from({ length: end - first }, (_, place) => sizeAt(first + place));
  const text = JSON.stringify(sizes);
  staging.put(path, text);
  return digestOf(text);
}

function writeRows(
  { month, first, end }: MonthRun,
  arrangement: Arrangement,
  staging: Staging,
): Month["chunks"] {
  // An id is the start of a SHA-256 itself: eight of its digits are as good a hash as any.
  const steady = steadyRows(month, first, end, arrangement);
  for (const [, , , digest] of steady) staging.keepFormer(dataAddress.rows(month, digest));
  if (steady.length > 0) {
    const start = steady[0]?.[1] ?? 0;
    return steady.map(([, number, count, digest]) => [number - start, count, digest]);
  }
  const hash = (place: number) => Number.parseInt(arrangement.idAt(first + place).slice(8, 16), 16);
  const chunks: Month["chunks"] = [];
  for (const [from, to] of cutByContent(end - first, hash, ROWS)) {
    const known = formerRows(month, first + from, to - from, arrangement);
    if (known !== null) {
      staging.keepFormer(dataAddress.rows(month, known));
      chunks.push([from, to - from, known]);
      continue;
    }
    const rows: string[] = [];
    for (let place = from; place < to; place++) rows.push(arrangement.summaryAt(first + place));
    const text = `[${rows.join(",")}]`;
    const digest = digestOf(text);
    staging.putNamed(dataAddress.rows(month, digest), text);
    chunks.push([from, to - from, digest]);
  }
  return chunks;
}

/** The files of rows of a month of which every story is the same as in the edition before; none where one is not. */
function steadyRows(
  month: string,
  first: number,
  end: number,
  { former, isSteady }: Arrangement,
): readonly NotedRows[] {
  const rows = former?.rowsOf(month) ?? [];
  const count = rows.reduce((sum, [, , length]) => sum + length, 0);
  if (count !== end - first) return [];
  for (let number = first; number < end; number++) if (!isSteady(number)) return [];
  return rows;
}

/** The digest of the file of the edition before that has just these stories as they are now; null for none. */
function formerRows(
  month: string,
  first: number,
  count: number,
  { former, formerNumber }: Arrangement,
): string | null {
  const start = formerNumber(first);
  const rows = former?.rowsFrom(start);
  if (!rows || rows[0] !== month || rows[2] !== count) return null;
  for (let place = 1; place < count; place++) {
    if (formerNumber(first + place) !== start + place) return null;
  }
  return rows[3];
}

function daysOf({ month, first, end }: MonthRun, arrangement: Arrangement): Month["days"] {
  const days: Month["days"] = [];
  if (month === UNDATED) return days;
  for (let number = first; number < end; number++) {
    const day = arrangement.dayAt(number);
    // A zone that went back across midnight would repeat a day; its stories stay where they stand.
    if (day > (days.at(-1)?.[0] ?? 0)) days.push([day, number - first]);
  }
  return days;
}
