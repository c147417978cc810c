import { useEffect } from "react";

const FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, summary";
/** What goes and what comes in its place come one after the other, and who cares for the focus itself is first. */
const SETTLE_MS = 60;
/** So long a list may take until it has rows again. */
const ROWS_MS = 1500;

/** Where the focus was: all that an element stood in, from within, and its number in each of these. */
type Was = { readonly element: Element; readonly around: readonly (readonly [Element, number])[] };

/**
 * Whatever goes from the page with the focus on it, by an undo, by what is muted, by what is taken out: the focus goes to
 * what stands in its place, and is never lost.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let was: Was | null = null;
    /** Where it was before it went to a message that has an end. */
    let before: Was | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      if (!isTold(target)) before = null;
      else if (was && !isTold(was.element)) before = was;
      was = whereabouts(target);
    };
    const settle = (until: number) => {
      if (!was || !isLost(was)) return;
      const next = placeFor(before ?? was, Date.now() < until);
      if (next === undefined) timer = setTimeout(settle, SETTLE_MS, until);
      else next?.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(() => {
      if (!was || !isLost(was)) return;
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS, Date.now() + ROWS_MS);
    });
    document.addEventListener("focusin", note);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      watch.disconnect();
      clearTimeout(timer);
    };
  }, []);
}

function isTold(element: Element): boolean {
  return element.closest('[role="status"]') !== null;
}

function isLost({ element }: Was): boolean {
  return !element.isConnected && document.activeElement === document.body;
}

function whereabouts(element: Element): Was {
  const around: [Element, number][] = [];
  for (let at = element; at.parentElement; at = at.parentElement) {
    around.push([at.parentElement, [...at.parentElement.children].indexOf(at)]);
  }
  return { element, around };
}

/** Where the focus goes then; undefined where a list that has no rows yet may be waited for. */
function placeFor(place: Was, mayWait: boolean): HTMLElement | null | undefined {
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
function besides({ around }: Was): HTMLElement | null {
  for (const [box, number] of around.filter(([each]) => each.isConnected)) {
    if (box.matches(".pane, .shell, body")) return null;
    const item = box.matches("ol, ul") ? (box.children[number] ?? box.lastElementChild) : box;
    const next = item?.querySelector<HTMLElement>(FOCUSABLE);
    if (next && isShown(next)) return next;
  }
  return null;
}

/** The name of the page on which it was, or of the one that is there. */
function headingOf({ around }: Was): HTMLElement | null {
  const pane = around.find(([box]) => box.isConnected && box.matches(".pane"))?.[0];
  const headings = [pane ?? document, document].flatMap((it) => [
    ...it.querySelectorAll<HTMLElement>("h1[tabindex]"),
  ]);
  return headings.find(isShown) ?? null;
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}
