import { findMarked, type Mark, markOf } from "./watch-reader.ts";

/** After so long nobody waits for what was pressed any more. */
const PATIENCE_MS = 5_000;

/**
 * Watches which button the reader presses on a page that is about to be replaced by its like, until that has happened.
 *
 * @returns how to press the last of them again, as soon as its like is there.
 */
export function watchPresses(root: HTMLElement): () => void {
  let last: Mark | null = null;
  const note = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest("button") : null;
    // Now: when it is pressed again the button itself is gone.
    if (button) last = markOf(button, root);
  };
  root.addEventListener("click", note, { capture: true });
  return () => {
    root.removeEventListener("click", note, { capture: true });
    if (last) press(last, root);
  };
}

/** Presses what was marked, now or when the part that holds it is there. */
function press(mark: Mark, root: HTMLElement): void {
  const found = findMarked(mark, root);
  if (found) {
    found.click();
    return;
  }
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    const late = findMarked(mark, root);
    if (late) stop();
    late?.click();
  });
  const timer = setTimeout(stop, PATIENCE_MS);
  observer.observe(root, { childList: true, subtree: true });
}
