import { useEffect } from "react";
import { matchPath, useLocation } from "react-router-dom";
import { page } from "#model/address.ts";

/** Names the window after the list, while it is what the page shows. */
export function useListTitle(words: string, edition: string) {
  const isList = matchPath(page.latest.pattern, useLocation().pathname) !== null;
  useEffect(() => {
    const title = [words, edition].filter(Boolean).join(" · ");
    if (isList && title) document.title = title;
  }, [words, edition, isList]);
}
