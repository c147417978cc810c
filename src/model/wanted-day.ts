const DAY = "day";

/** The day that an address asks for, such as `2024-11-20`; null where it names none, or one of no calendar. */
export function dayFromSearch(search: string): string | null {
  const day = new URLSearchParams(search).get(DAY);
  return day !== null && isDay(day) ? day : null;
}

/** Adds a day to the search part of an address. */
export function withDay(search: string, day: string | null | undefined): string {
  return day ? `${search === "" ? "?" : `${search}&`}${DAY}=${day}` : search;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take a thirtieth of February for one of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
