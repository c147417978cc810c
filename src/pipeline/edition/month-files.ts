import { dataAddress } from "#model/address.ts";
import { type Manifest, type Month, UNDATED } from "#model/edition.ts";
import { cutByContent } from "./content-cuts.ts";
import { digestOf } from "./digest.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement, MonthRun } from "./story-index.ts";

const ROWS = { least: 10, most: 40 };

/** Writes every month and its rows, and gives the manifest's months: newest first, those without a date last. */
export function writeMonths(arrangement: Arrangement, staging: Staging): Manifest["months"] {
  const months: Manifest["months"] = [];
  for (const run of arrangement.months) {
    const month: Month = {
      month: run.month,
      chunks: writeRows(run, arrangement, staging),
      days: daysOf(run, arrangement),
    };
    const text = JSON.stringify(month);
    const digest = digestOf(text);
    staging.put(dataAddress.month(run.month, digest), text);
    months.unshift([run.month, run.end - run.first, digest]);
  }
  return months;
}

function writeRows(
  { month, first, end }: MonthRun,
  arrangement: Arrangement,
  staging: Staging,
): Month["chunks"] {
  // An id is the start of a SHA-256 itself: eight of its digits are as good a hash as any.
  const hash = (place: number) => Number.parseInt(arrangement.idAt(first + place).slice(8, 16), 16);
  const chunks: Month["chunks"] = [];
  for (const [from, to] of cutByContent(end - first, hash, ROWS)) {
    const rows: string[] = [];
    for (let place = from; place < to; place++) rows.push(arrangement.summaryAt(first + place));
    const text = `[${rows.join(",")}]`;
    const digest = digestOf(text);
    staging.put(dataAddress.rows(month, digest), text);
    chunks.push([from, to - from, digest]);
  }
  return chunks;
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
