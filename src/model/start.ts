/** What an installed app's start address says: it opens where one left off. */
export const START = "open=last";

/** Says whether an address is the one with which an installed app starts. */
export function isStart(search: string): boolean {
  return search === `?${START}`;
}
