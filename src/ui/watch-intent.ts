/** A pointer that rests on a link for so long is not on its way past it. */
const REST_MS = 65;

/**
 * Watches for what comes before a link is followed: a pointer that rests on it, a finger that is put on it, the focus.
 *
 * @returns its own undo.
 */
export function watchIntent(
  root: HTMLElement,
  onIntent: (link: HTMLAnchorElement) => void,
): () => void {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = ({ target }: Event) => {
    clearTimeout(timer);
    const link = linkAt(target);
    if (link) timer = setTimeout(() => onIntent(link), REST_MS);
  };
  const now = ({ target }: Event) => {
    const link = linkAt(target);
    if (link) onIntent(link);
  };
  const options = { passive: true, signal: controller.signal };
  root.addEventListener("pointerover", soon, options);
  root.addEventListener("focusin", soon, options);
  root.addEventListener("pointerdown", now, options);
  return () => {
    controller.abort();
    clearTimeout(timer);
  };
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest("a") : null;
}
