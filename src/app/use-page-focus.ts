import { useEffect, useRef } from "react";
import { matchPath, useHref, useLocation, useNavigationType } from "react-router-dom";
import { page, pageOf, savedStoryIn } from "#model/address.ts";

const LISTS = [page.latest.pattern, page.saved.pattern];

function isList(path: string): boolean {
  return LISTS.some((list) => matchPath(list, path) !== null);
}

/** Where one goes on in a list after another page: at its row, if it was a story's; every address begins as a list's. */
function placesAfter(left: string, base: string): readonly string[] {
  const row = `a[href^="${CSS.escape(base + left.slice(1))}"]`;
  return isList(left) ? ["h1[tabindex]"] : [row, "h1[tabindex]"];
}

/**
 * Moves the focus to the heading of a page that one went to, as a browser does when it loads one: it is never lost on
 * a control that has gone, and a screen reader says where one is. Back in a list it stands on the story that one read.
 */
export function usePageFocus(): void {
  const location = useLocation();
  const { pathname } = location;
  const here = pageOf(location);
  const isStory = savedStoryIn(location) !== null;
  const base = useHref("/");
  const type = useNavigationType();
  const before = useRef(here);
  useEffect(() => {
    const left = before.current;
    before.current = here;
    if (left === here) return;
    const main = document.getElementById("main-pane");
    const list = document.getElementById("list-pane");
    if (!(main && list)) return;
    if (!isStory && isList(pathname)) return focusFirst(list, ...placesAfter(left, base));
    // A text that opened at a place of its own stays there, and so does the focus of who followed a link into it.
    if (type !== "POP" && !main.querySelector("[data-placed]")) main.scrollTop = 0;
    return focusFirst(main, "[data-placed] :focus", "h1[tabindex]");
  }, [here, pathname, isStory, base, type]);
}

/**
 * Focuses what the first selector finds that finds anything, now or as soon as the pane has one.
 *
 * @returns the way to stop waiting.
 */
function focusFirst(pane: HTMLElement, ...selectors: readonly string[]): () => void {
  const tryNow = () => {
    const found = selectors.map((each) => pane.querySelector<HTMLElement>(each)).find(Boolean);
    found?.focus({ preventScroll: true });
    return found !== undefined && found !== null;
  };
  if (tryNow()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (tryNow()) observer.disconnect();
  });
  observer.observe(pane, { childList: true, subtree: true });
  return () => observer.disconnect();
}
