import { useEffect } from "react";

/** Where the focus was: all that an element stood in, from within, and its number in each of these. */
export type Whereabouts = {
  readonly element: Element;
  readonly around: readonly (readonly [Element, number])[];
};

let was: Whereabouts | null = null;
/** Where it was before it went to a message that has an end. */
let before: Whereabouts | null = null;

/** Notes where the focus is from the page's first moment on: who brings it back comes only behind the first view. */
export function useNotedFocus(): void {
  useEffect(() => {
    was = before = null;
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
}

/** Where the focus was last, and where to go back to from there. */
export function notedFocus(): { readonly was: Whereabouts; readonly from: Whereabouts } | null {
  return was && { was, from: before ?? was };
}

function note({ target }: Event): void {
  if (!(target instanceof Element)) return;
  if (!isTold(target)) before = null;
  else if (was && !isTold(was.element)) before = was;
  const around: [Element, number][] = [];
  for (let at = target; at.parentElement; at = at.parentElement) {
    around.push([at.parentElement, [...at.parentElement.children].indexOf(at)]);
  }
  was = { element: target, around };
}

function isTold(element: Element): boolean {
  return element.closest('[role="status"]') !== null;
}
