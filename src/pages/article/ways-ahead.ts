import { useEffect } from "react";
import { useAhead } from "#data/edition/use-ahead.ts";
import type { Summary } from "#model/article.ts";
import { watchIntent } from "#ui/watch-intent.ts";

/** Fetches the story before or after the one that is open when somebody is about to open it, and the next one when the way to it comes into view. */
export function useWaysAhead(previous: Summary | undefined, next: Summary | undefined): void {
  const ahead = useAhead();
  useEffect(() => {
    const pane = document.getElementById("main-pane");
    if (!pane) return;
    const storyOf = (link: HTMLAnchorElement) =>
      link.rel === "next" ? next : link.rel === "prev" ? previous : undefined;
    const stop = watchIntent(pane, (link) => {
      const story = storyOf(link);
      if (story) ahead(story, "meant");
    });
    const observer = new IntersectionObserver((entries) => {
      if (next && entries.some(({ isIntersecting }) => isIntersecting)) ahead(next, "likely");
    });
    const way = pane.querySelector("a[rel=next]");
    if (way) observer.observe(way);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [ahead, previous, next]);
}
