/** Says in words why something failed; a part of the app that can't be had is told as such, as browsers word it. */
export function wordsOf(error: unknown, partMissing: string): string {
  const words = error instanceof Error ? error.message : String(error);
  return /dynamically imported module|Importing a module script failed|Unable to preload/i.test(
    words,
  )
    ? partMissing
    : words;
}
