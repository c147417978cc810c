import { UNDATED } from "./edition.ts";

/** The month and the day of the month on which a story is listed. */
export type EditionDay = { readonly month: string; readonly day: number };

const NO_DAY: EditionDay = { month: UNDATED, day: 0 };
const QUARTER_HOUR = 900_000;

/** Makes the function that tells on which day of a zone an instant falls, of months from 0001-01 to 9999-12. */
export function dayIn(timeZone: string): (instant: string | null) => EditionDay {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    era: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  // Days begin at whole quarters of an hour in every zone of today, and asking Intl is slow.
  const known = new Map<number, EditionDay>();
  const days = new Map<string, EditionDay>();
  return (instant) => {
    if (instant === null) return NO_DAY;
    const time = Date.parse(instant);
    const quarter = Math.floor(time / QUARTER_HOUR);
    const again = known.get(quarter);
    if (again) return again;
    const found = readDay(format, time);
    // One object for each day: an edition asks for a million instants.
    const name = `${found.month} ${found.day}`;
    const day = days.get(name) ?? found;
    days.set(name, day);
    known.set(quarter, day);
    return day;
  };
}

function readDay(format: Intl.DateTimeFormat, time: number): EditionDay {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const year = Number(parts.get("year"));
  // The zone can carry the first and the last hours of the calendar over its edge.
  if (parts.get("era") === "BC") return { month: "0001-01", day: 1 };
  if (year > 9999) return { month: "9999-12", day: 31 };
  return {
    month: `${String(year).padStart(4, "0")}-${parts.get("month")}`,
    day: Number(parts.get("day")),
  };
}
