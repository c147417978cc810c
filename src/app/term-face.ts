/** So long a filter waits at most for the face of its terms: as long as browsers wait for letters. */
const MOST_MS = 100;

/**
 * Fetches the slanted face. A face that comes later than its first letters is not shown, and a filter's terms are set in
 * it: who draws them at once had better wait for this, which is over soon whatever comes.
 */
export function loadTermFace(): Promise<void> {
  return new Promise((resolve) => {
    const over = () => resolve();
    setTimeout(over, MOST_MS);
    // jsdom has no fonts.
    if (document.fonts) document.fonts.load("italic 1em Newsreader").then(over, over);
    else over();
  });
}
