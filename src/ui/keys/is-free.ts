import { isCovered } from "./covered.ts";

const TYPING =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"])';

/** Says whether a key press may be a command: nobody is typing, nothing lies over the page, no control wants it for itself. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const { target, key } = event;
  if (isCovered()) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest(TYPING)) return false;
  if (key === "Enter") return !target.closest("a, button, summary, input, [role=menuitem]");
  if (key === " ") return !target.closest("button, summary, input, [role=menuitem]");
  return true;
}
