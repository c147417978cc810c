import type { Pages } from "./pages.ts";

/** Sorts pages by date, newest first, those without one last, and those of one moment by their ids. */
export function newestFirst(pages: Pages, numbers: Uint32Array): Uint32Array {
  const keys = keysOf(pages, numbers);
  if (keys === null) return numbers.slice().sort((a, b) => pages.compare(a, b));
  const sorted = Uint32Array.from(keys.sort(), (key) => numbers[key % numbers.length] ?? 0);
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    const time = pages.secondsOf(sorted[first] ?? 0);
    // Not a number is like itself here.
    while (end < sorted.length && Object.is(pages.secondsOf(sorted[end] ?? 0), time)) end += 1;
    sorted.subarray(first, end).sort((a, b) => pages.compare(a, b));
    first = end;
  }
  return sorted;
}

/**
 * A number for each page that says how long before the newest one it is, and its place: such are sorted many times as
 * fast as pages are compared. Null where they would not be whole numbers, or too large for that.
 */
function keysOf(pages: Pages, numbers: Uint32Array): Float64Array | null {
  const times = Float64Array.from(numbers, (number) => pages.secondsOf(number));
  const dated = times.filter((time) => !Number.isNaN(time));
  const newest = dated.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  const oldest = dated.reduce((least, time) => Math.min(least, time), newest);
  const span = newest - oldest + 2;
  if (!dated.every(Number.isInteger) || !(span * times.length <= Number.MAX_SAFE_INTEGER)) {
    return null;
  }
  return times.map((time, place) => {
    const before = Number.isNaN(time) ? span - 1 : newest - time;
    return before * times.length + place;
  });
}
