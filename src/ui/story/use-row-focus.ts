import { useEffect, useRef } from "react";
import { numberOf, rowAround, rowsOf, storyLink } from "./row-walk.ts";

/** Where a row that had the focus has gone from a list, the focus goes to the one in its place, or to the last. */
export function useRowFocus(rows: readonly unknown[]): void {
  const at = useRef<number | null>(null);
  useEffect(() => {
    const note = ({ target }: Event) => {
      const row = rowAround(target);
      at.current = row?.closest("#list-pane") ? numberOf(row) : null;
    };
    for (const kind of ["focusin", "pointerdown"]) document.addEventListener(kind, note);
    return () => {
      for (const kind of ["focusin", "pointerdown"]) document.removeEventListener(kind, note);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about what became of them.
  useEffect(() => {
    const pane = document.getElementById("list-pane");
    if (!pane || at.current === null || document.activeElement !== document.body) return;
    const now = rowsOf(pane);
    const row = now.find((each) => numberOf(each) === at.current) ?? now.at(-1);
    const next = storyLink(row ?? null) ?? pane.querySelector<HTMLElement>("h1[tabindex]");
    next?.focus({ preventScroll: true });
  }, [rows]);
}
