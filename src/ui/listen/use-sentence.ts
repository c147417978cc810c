import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { placeAt } from "#ui/article-body/blocks.ts";
import type { ReadingPlaces } from "#ui/article-body/use-reading-place.ts";
import { followIn } from "./follow.ts";
import type { HeardText } from "./heard-text.ts";
import { createLight } from "./light.ts";
import type { PlayerState } from "./player.ts";

type Listened = { readonly id: string; readonly text: HTMLElement; readonly places: ReadingPlaces };

/** Lights the sentence that is read, keeps it in sight, and notes it as the reader's place; gives the way back to it. */
export function useSentence(
  { id, text, places }: Listened,
  bar: RefObject<HTMLElement | null>,
  heard: HeardText,
  { at, status }: PlayerState,
  onAway: (isAway: boolean) => void,
): () => void {
  const follower = useRef<ReturnType<typeof followIn>>(null);
  const [light] = useState(createLight);
  useEffect(() => {
    if (!bar.current) return;
    follower.current = followIn(text, bar.current, onAway);
    text.dataset.listening = "";
    return () => {
      follower.current?.end();
      light.clear();
      delete text.dataset.listening;
    };
  }, [text, bar, light, onAway]);
  const hasBegun = status !== "paused" || at > 0;
  const isAtEnd = status === "ended";
  useEffect(() => {
    const sentence = heard.sentences[at];
    if (!(sentence && hasBegun)) return;
    const range = heard.rangeOf(sentence);
    light.show(range);
    follower.current?.show(range);
    const place = placeAt(text, range.getBoundingClientRect().top + 1);
    if (place) places.set(id, isAtEnd ? { ...place, isFinished: true } : place);
    else places.forget(id);
  }, [heard, at, hasBegun, isAtEnd, id, text, places, light]);
  return useCallback(() => follower.current?.back(), []);
}
