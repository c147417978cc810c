/** What an installed app's start address says: it opens where one left off. */
const START = "open=last";
const PLACE =
  /^\/(?:article\/[0-9a-f]{2}\/[0-9a-f]{18}\/|saved\/|tags\/|views\/|minutes\/)?(?:\?[^#\s]{0,2000})?$/;

/** Says whether an address is the one with which an installed app starts. */
export function isStart(search: string): boolean {
  return search === `?${START}`;
}

/** Gives a place to which the app may come back, as the router knows it; the list for everything else. */
export function parseLastPlace(value: string | null): string {
  return value !== null && PLACE.test(value) && !value.endsWith(START) ? value : "/";
}
