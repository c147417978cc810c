import { useEffect } from "react";
import { notedFocus, type Whereabouts } from "./noted-focus.ts";

const FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, summary";
/** What goes and what comes in its place come one after the other, and who cares for the focus itself is first. */
const SETTLE_MS = 60;
/** So long a list may take until it has rows again. */
const ROWS_MS = 1500;

/**
 * Whatever goes from the page with the focus on it, by an undo, by what is muted, by what is taken out: the focus goes to
 * what stands in its place, and is never lost.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (until: number) => {
      const noted = notedFocus();
      if (!noted || !isLost(noted.was)) return;
      const next = placeFor(noted.from, Date.now() < until);
      if (next === undefined) timer = setTimeout(settle, SETTLE_MS, until);
      else next?.focus({ preventScroll: true });
    };
    const look = () => {
      const noted = notedFocus();
      if (!noted || !isLost(noted.was)) return;
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS, Date.now() + ROWS_MS);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    // What went before this was there.
    look();
    return () => {
      watch.disconnect();
      clearTimeout(timer);
    };
  }, []);
}

function isLost({ element }: Whereabouts): boolean {
  return !element.isConnected && document.activeElement === document.body;
}

/** Where the focus goes then; undefined where a list that has no rows yet may be waited for. */
function placeFor(place: Whereabouts, mayWait: boolean): HTMLElement | null | undefined {
  const { element } = place;
  if (element instanceof HTMLElement && element.isConnected) return element;
  const row = element.closest("[aria-posinset]")?.getAttribute("aria-posinset");
  if (!row) return besides(place) ?? headingOf(place);
  return linkOfRow(row) ?? (mayWait ? undefined : headingOf(place));
}

/** The story in a row of the list, or in the last one. */
function linkOfRow(number: string): HTMLElement | null {
  const rows = [...document.querySelectorAll("#list-pane [aria-posinset]")];
  const row = rows.find((it) => it.getAttribute("aria-posinset") === number) ?? rows.at(-1);
  return row?.querySelector<HTMLElement>("h3 a") ?? null;
}

/** What can have it in the nearest of the things around it that are still there: of a list, what has moved up. */
function besides({ around }: Whereabouts): HTMLElement | null {
  for (const [box, number] of around.filter(([each]) => each.isConnected)) {
    if (box.matches(".pane, .shell, body")) return null;
    const item = box.matches("ol, ul") ? (box.children[number] ?? box.lastElementChild) : box;
    const next = item?.querySelector<HTMLElement>(FOCUSABLE);
    if (next && isShown(next)) return next;
  }
  return null;
}

/** The name of the page on which it was, or of the one that is there. */
function headingOf({ around }: Whereabouts): HTMLElement | null {
  const pane = around.find(([box]) => box.isConnected && box.matches(".pane"))?.[0];
  const headings = [pane ?? document, document].flatMap((it) => [
    ...it.querySelectorAll<HTMLElement>("h1[tabindex]"),
  ]);
  return headings.find(isShown) ?? null;
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}
