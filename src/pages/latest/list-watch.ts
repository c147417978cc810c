import { useEffect } from "react";
import { useSetting } from "#data/device/device.ts";
import { markStories } from "#data/device/reading-acts.ts";
import type { ListLedger } from "./list-ledger.ts";

/** So long after the last movement of a list its rows are marked: what flew by in between was not read. */
const SETTLED_MS = 700;

/** Watches which rows of the list come into sight, and marks those that leave it, for whoever wants that. */
export function useListWatch(seen: ListLedger): void {
  const marksWhileScrolling = useSetting((settings) => settings.marksWhileScrolling);
  useEffect(() => {
    const pane = document.getElementById("list-pane");
    if (!pane) return;
    let first = rowsInSight(pane)?.first ?? 0;
    const passed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const pass = (from: number, to: number) => {
      for (let index = Math.max(from, seen.from); index < to; index++) {
        const story = seen.storyAt(index);
        if (story) passed.add(story.id);
      }
    };
    const settle = () => {
      markStories({ way: "scrolled", mark: "read", ids: [...passed] });
      passed.clear();
    };
    const markPassed = (rows: { first: number; last: number }) => {
      if (rows.first > first) pass(first, rows.first);
      first = rows.first;
      // The last ones can't leave the window: they count when the end is reached.
      if (isAtEnd(pane)) pass(rows.first, rows.last + 1);
      clearTimeout(timer);
      if (passed.size > 0) timer = setTimeout(settle, SETTLED_MS);
    };
    const look = () => {
      soon = undefined;
      const rows = rowsInSight(pane);
      if (!rows) return;
      seen.from = Math.min(seen.from, rows.first);
      seen.to = Math.max(seen.to, rows.last + 1);
      if (marksWhileScrolling) markPassed(rows);
    };
    // Behind the frame, in which everything has its place: asked before, the browser would lay it out twice.
    const lookSoon = () => {
      soon ??= setTimeout(look);
    };
    look();
    pane.addEventListener("scroll", lookSoon, { passive: true });
    return () => {
      pane.removeEventListener("scroll", lookSoon);
      clearTimeout(soon);
      clearTimeout(timer);
      if (passed.size > 0) settle();
    };
  }, [seen, marksWhileScrolling]);
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean {
  return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 4;
}

/** The first and the last row of which anything is in sight. */
function rowsInSight(pane: HTMLElement): { first: number; last: number } | null {
  const top = pane.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  const { bottom } = pane.getBoundingClientRect();
  const rows = [...pane.querySelectorAll("ol > li[aria-posinset]")].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.height > 0 && box.bottom > top && box.top < bottom;
  });
  const numberOf = (row: Element | undefined) => Number(row?.getAttribute("aria-posinset")) - 1;
  return rows.length === 0 ? null : { first: numberOf(rows[0]), last: numberOf(rows.at(-1)) };
}
