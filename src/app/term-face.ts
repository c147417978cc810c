/** So long a filter waits at most for the face of its terms: as long as browsers wait for letters. */
const MOST_MS = 100;

/**
 * Fetches the slanted face. A face that comes later than its first letters is not shown, and a filter's terms are set in
 * it: who draws them at once had better wait for this, which is over soon whatever comes.
 */
export async function loadTermFace(): Promise<void> {
  // jsdom has no fonts.
  const loaded = document.fonts?.load("italic 1em Newsreader").catch(() => undefined);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, MOST_MS))]);
}
