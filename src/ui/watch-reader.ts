/** What an element of the page is found again by. */
export type Mark = { readonly selector: string; readonly number: number };

/**
 * Watches what the reader does on a page that is about to be replaced by its like.
 *
 * @returns how to put the reader there again, once it is.
 */
export function watchReader(
  root: HTMLElement,
  { keepsScroll = true }: { keepsScroll?: boolean } = {},
): () => void {
  const scrolled = new Map<string, number>();
  let focused: Mark | null = markOf(document.activeElement, root);
  for (const pane of root.querySelectorAll(".pane")) scrolled.set(pane.id, pane.scrollTop);
  const controller = new AbortController();
  const options = { capture: true, passive: true, signal: controller.signal };
  root.addEventListener(
    "scroll",
    ({ target }) => {
      if (target instanceof Element) scrolled.set(target.id, target.scrollTop);
    },
    options,
  );
  root.addEventListener(
    "focusin",
    ({ target }) => {
      focused = target instanceof Element ? markOf(target, root) : null;
    },
    options,
  );
  return () => {
    controller.abort();
    for (const [id, top] of scrolled) {
      const pane = document.getElementById(id);
      if (pane && top > 0 && keepsScroll) pane.scrollTop = top;
    }
    // Where the focus went elsewhere meanwhile, it stays there.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (focused && isLost) findMarked(focused, root)?.focus({ preventScroll: true });
  };
}

/** Says what an element of a page is found again by; null for one that is not in it. */
export function markOf(element: Element | null, root: HTMLElement): Mark | null {
  if (!element || element === root || !root.contains(element)) return null;
  const name = ["href", "aria-label", "id"].find((each) => element.hasAttribute(each));
  const value =
    name === undefined ? "" : `[${name}="${CSS.escape(element.getAttribute(name) ?? "")}"]`;
  const selector = element.localName + value;
  return { selector, number: [...root.querySelectorAll(selector)].indexOf(element) };
}

/** Finds the like of an element that was marked. */
export function findMarked({ selector, number }: Mark, root: HTMLElement): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(selector)][number];
}
