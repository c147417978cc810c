import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router-dom";

/**
 * Moves the focus to the heading of a page that one went to, as a browser does when it loads one: it is never lost on
 * a control that has gone, and a screen reader says where one is.
 */
export function usePageFocus(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.getElementById("main");
    const list = document.getElementById("list-pane");
    const pane = main && getComputedStyle(main).visibility === "hidden" ? list : main;
    if (!pane) return;
    if (pane === main && type !== "POP") main.scrollTop = 0;
    return focusHeading(pane);
  }, [pathname, type]);
}

/** Focuses the pane's first heading, now or as soon as its page has one; gives the way to stop waiting. */
function focusHeading(pane: HTMLElement): () => void {
  const tryNow = () => {
    const heading = pane.querySelector<HTMLElement>("h1[tabindex]");
    heading?.focus({ preventScroll: true });
    return heading !== null;
  };
  if (tryNow()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (tryNow()) observer.disconnect();
  });
  observer.observe(pane, { childList: true, subtree: true });
  return () => observer.disconnect();
}
