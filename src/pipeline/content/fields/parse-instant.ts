import { DateTime, FixedOffsetZone } from "luxon";

/** `2013-12-02`, `2013-12-02 7:37:00 -0400`, RFC 3339, Go's `Time.String()`, with or without seconds and zone. */
const NUMERIC =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*))?$/;

/** A zone at the end: an offset, and maybe a name, which alone says nothing. Go adds its monotonic clock. */
const ZONE =
  /^(Z|UTC|GMT|[+-]\d{2}:?\d{2}(?::?\d{2})?)?\s*(?:[A-Z]{2,5}|[+-]\d{2,4})?(?: m=\S+)?$/i;

/** RFC 1123, 822 and 850, `02 Jan 2006`: the day first. The weekday says nothing that the date doesn't. */
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})(\s.*)?$/i;

/** C's `asctime`, Unix's `date`, Ruby's: the month first, the year last. */
const MONTH_FIRST = /^[a-z]{3,9}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\S+)\s+(.*?)\s*(\d{4})$/i;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Hugo's way to write "no date". */
const GO_ZERO_TIME = /^0001-01-01/;

/**
 * Reads a date in any form that Hugo reads (spf13/cast), as an instant in UTC, to the second.
 *
 * A date without an offset is one in `zone`. Gives null for what is no date, undefined for Go's zero time.
 */
export function parseInstant(text: string, zone: string): string | null | undefined {
  const trimmed = text.trim();
  if (GO_ZERO_TIME.test(trimmed)) return undefined;
  if (trimmed.length > 100) return null;
  const numeric = numericForm(trimmed);
  const plain = plainInstant(numeric, zone);
  if (plain !== null) return plain;
  const time = parseNumeric(numeric, zone);
  return time ? instantOf(time) : null;
}

/** The commonest forms: `2026-01-13`, and `2026-01-13T09:40:00+01:00`. */
const PLAIN =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)(?:T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:Z|[+-](?:0\d|1[0-5]):[0-5]\d))?$/;

/** Gives just what luxon would, at a twentieth of the time; null wherever that is not certain. */
function plainInstant(text: string, zone: string): string | null {
  if (!PLAIN.test(text) || (text.length === 10 && zone !== "UTC")) return null;
  const instant = new Date(Date.parse(text)).toISOString();
  return /^[1-9]/.test(instant) ? `${instant.slice(0, 19)}Z` : null;
}

/** Writes a moment as an instant; null outside of the years that can be written so. */
export function instantOf(time: DateTime): string | null {
  if (!time.isValid) return null;
  const utc = time.toUTC();
  if (utc.year < 1000 || utc.year > 9999) return null;
  return utc.startOf("second").toISO({ suppressMilliseconds: true });
}

function parseNumeric(text: string, zone: string): DateTime | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, rest = ""] = match;
  const parts = { year, month, day, hour, minute, second };
  const read = readZone(rest, zone);
  if (!read) return null;
  return DateTime.fromObject(numbersOf(parts), { zone: read });
}

function numbersOf(parts: Record<string, string | undefined>): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Number(part ?? 0)]));
}

function readZone(text: string, zone: string): FixedOffsetZone | string | null {
  const match = ZONE.exec(text.trim());
  if (!match) return null;
  const offset = match[1];
  if (!offset) return zone;
  if (/^[a-z]/i.test(offset)) return "utc";
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  if (Number(hours) > 15 || Number(minutes) > 59) return null;
  const size = Number(hours) * 60 + Number(minutes);
  return FixedOffsetZone.instance(sign === "-" ? -size : size);
}

/** Writes a date that names its month as a numeric one. */
function numericForm(text: string): string {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day, month, year = "", clock = ""] = dayFirst;
    return `${wholeYear(year)}-${monthNumber(month)}-${day}${clock}`;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (!monthFirst) return text;
  const [, month, day, clock, zone, year] = monthFirst;
  return `${year}-${monthNumber(month)}-${day} ${clock} ${zone}`;
}

/** 0, which is no month, for an unknown name. */
function monthNumber(name = ""): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** Two digits are a year from 1969 to 2068, as in Go. */
function wholeYear(year: string): string {
  if (year.length > 2) return year;
  return Number(year) >= 69 ? `19${year}` : `20${year}`;
}
