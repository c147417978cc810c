import { useEffect } from "react";
import { useAhead } from "#data/edition/use-ahead.ts";
import type { Summary } from "#model/article.ts";
import { watchIntent } from "#ui/watch-intent.ts";
import type { ListLedger } from "./list-ledger.ts";

/** So long after the last movement of a list its first story in view may be the one that is read. */
const SETTLED_MS = 900;

/** Fetches the story of a row that somebody is about to open, and of the first in view where the list has settled. */
export function useListAhead(ledger: ListLedger): void {
  const ahead = useAhead();
  useEffect(() => {
    const pane = document.getElementById("list-pane");
    if (!pane) return;
    const storyOf = (row: Element | null | undefined): Summary | undefined =>
      row ? ledger.storyAt(Number(row.getAttribute("aria-posinset")) - 1) : undefined;
    const stop = watchIntent(pane, (link) => {
      // Of a row's links its headline alone opens the story.
      const story = storyOf(link.closest("h3")?.closest("li"));
      if (story) ahead(story, "meant");
    });
    const settle = () => {
      const story = storyOf(firstInView(pane));
      if (story) ahead(story, "likely");
    };
    let timer = setTimeout(settle, SETTLED_MS);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLED_MS);
    };
    pane.addEventListener("scroll", wait, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      pane.removeEventListener("scroll", wait);
    };
  }, [ahead, ledger]);
}

/** The first row that begins below the head of the list. */
function firstInView(pane: HTMLElement): Element | undefined {
  const top = pane.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  const rows = [...pane.querySelectorAll("li[aria-posinset]")];
  return rows.find((row) => row.getBoundingClientRect().top >= top - 1);
}
