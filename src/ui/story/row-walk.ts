const ROWS = "ol > li[aria-posinset]";
/** After so long a row that has no story yet counts as having none. */
const PATIENCE_MS = 3_000;

/** The row where the reader is: that of the focus, else that of the story that is open. */
export function currentRow(pane: HTMLElement): HTMLElement | null {
  return focusedRow(pane) ?? openRow(pane);
}

function focusedRow(pane: HTMLElement): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>(ROWS);
  return row && pane.contains(row) ? row : null;
}

function openRow(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector('[aria-current="true"]')?.closest<HTMLElement>(ROWS) ?? null;
}

/** The way to a row's story; null where the row has none. */
export function storyLink(row: Element | null): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>("h3 a") ?? null;
}

/** Goes a row's way. It is marked as the one that is open before its story is drawn: so one sees that the key was heard. */
export function follow(link: HTMLAnchorElement): void {
  const story = link.closest(`${ROWS} article`);
  if (story) {
    const before = story.closest("ol")?.querySelectorAll('article[aria-current="true"]') ?? [];
    for (const each of before) each.removeAttribute("aria-current");
    story.ariaCurrent = "true";
  }
  link.click();
}

/**
 * Gives the way to the story after or before the one where the reader is, in sight; where they are nowhere yet, to the
 * first in sight. Resolves to null at an end of the list, and where the list is elsewhere.
 */
export async function walk(pane: HTMLElement, step: 1 | -1): Promise<HTMLAnchorElement | null> {
  const current = currentRow(pane);
  if (!current) {
    const first = rowsOf(pane).find((row) => storyLink(row) && isInSight(row, pane));
    return storyLink(first ?? null);
  }
  for (let number = numberOf(current) + step; ; number += step) {
    const row = rowOfNumber(pane, number) ?? (await drawnRow(pane, current, number));
    if (!row) return null;
    // What comes next must be drawn before anybody asks for it.
    showRow(row, pane);
    const link = await linkIn(row);
    if (link) return link;
  }
}

/** Scrolls the pane no further than it takes to see a row whole, or as much as there is room for. */
export function showRow(row: Element, pane: HTMLElement): void {
  const box = row.getBoundingClientRect();
  const top = topOf(pane);
  const { bottom } = pane.getBoundingClientRect();
  if (box.bottom > bottom) pane.scrollTop += Math.min(box.bottom - bottom, box.top - top);
  else if (box.top < top) pane.scrollTop -= top - box.top;
}

/** The row from which somebody or something comes; null outside the rows. */
export function rowAround(node: unknown): HTMLElement | null {
  return node instanceof Element ? node.closest<HTMLElement>(ROWS) : null;
}

export function rowsOf(pane: HTMLElement): HTMLElement[] {
  return [...pane.querySelectorAll<HTMLElement>(ROWS)];
}

function rowOfNumber(pane: HTMLElement, number: number): HTMLElement | undefined {
  return rowsOf(pane).find((row) => numberOf(row) === number);
}

/** A row beside one that was scrolled out of sight, where no other rows are drawn until it is shown again. */
async function drawnRow(pane: HTMLElement, beside: HTMLElement, number: number) {
  showRow(beside, pane);
  for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
  return rowOfNumber(pane, number);
}

export function numberOf(row: Element): number {
  return Number(row.getAttribute("aria-posinset"));
}

/** What stands above the list stays in sight over it. */
function topOf(pane: HTMLElement): number {
  const head = pane.querySelector("header")?.getBoundingClientRect();
  return head?.bottom ?? pane.getBoundingClientRect().top;
}

function isInSight(row: Element, pane: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > topOf(pane) && top < pane.getBoundingClientRect().bottom;
}

/** The way to a row's story, as soon as it is drawn; a row whose story has expired stays without. */
function linkIn(row: HTMLElement): Promise<HTMLAnchorElement | null> {
  return new Promise((resolve) => {
    const now = storyLink(row);
    if (now || !row.hasChildNodes()) return resolve(now);
    const observer = new MutationObserver(() => {
      const link = storyLink(row);
      if (link || !row.isConnected) end(link);
    });
    const timer = setTimeout(() => end(null), PATIENCE_MS);
    function end(link: HTMLAnchorElement | null) {
      clearTimeout(timer);
      observer.disconnect();
      resolve(link);
    }
    observer.observe(row, { childList: true, subtree: true });
  });
}
