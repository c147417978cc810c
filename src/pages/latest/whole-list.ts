import { startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useIsQuiet } from "#data/quiet.ts";
import type { ListPlace } from "#model/list-place.ts";
import { createPart } from "#ui/part.tsx";
import { placeInRows } from "#ui/story/first-rows.tsx";
import { watchReader } from "#ui/watch-reader.ts";

/** Draws a list of any length from any place on. What makes it is not needed for the first screen. */
export const WholeList = createPart(
  async () => (await import("#ui/story/story-list.tsx")).StoryList,
);

/** Shows the first rows alone until what draws all of them is there, and says where in them the reader was then. */
export function useFirstRows(isUseless: boolean) {
  const isQuiet = useIsQuiet();
  const [state, setState] = useState<{ areShown: boolean; place: ListPlace | null }>(() => ({
    areShown: !(isUseless || WholeList.isThere()),
    place: null,
  }));
  const restore = useRef<() => void>(undefined);
  useEffect(() => {
    if (!(isQuiet && state.areShown)) return;
    let isGone = false;
    const goOn = () => {
      if (isGone) return;
      const pane = document.getElementById("list-pane");
      if (pane) restore.current = watchReader(pane, { keepsScroll: false });
      const place = placeInRows(pane);
      // Nobody waits for it: it makes way for whatever the reader does.
      startTransition(() => setState({ areShown: false, place }));
    };
    // What can't be loaded is told by the list itself.
    WholeList.load().then(goOn, goOn);
    return () => {
      isGone = true;
    };
  }, [isQuiet, state.areShown]);
  useLayoutEffect(() => {
    // The list measures its window first, and then has rows: still within this frame.
    if (!state.areShown) queueMicrotask(() => restore.current?.());
  }, [state.areShown]);
  return state;
}
