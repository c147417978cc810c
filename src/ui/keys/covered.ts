// In a list that forgives what a browser doesn't know.
const OVER = ":is(dialog[open], [aria-modal=true], :popover-open)";

/** Says whether something lies open over the page, to which keys belong. */
export function isCovered(): boolean {
  return document.querySelector(OVER) !== null;
}
