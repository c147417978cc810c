import { type Drag, dragOf } from "#model/drag.ts";
import { isAtEdge, ROW } from "./early-swipe.ts";

/** What a finger does to a pane, in pixels from where it was put. */
export type TouchListener = {
  /** `x` to the right; `row` is where the finger was put. */
  onSwipe: (row: HTMLElement, x: number) => void;
  /** `y` down. */
  onPull: (y: number) => void;
  /** The finger was lifted, or what it did was given up. */
  onEnd: (isGivenUp: boolean) => void;
};

/**
 * Tells what one finger does to the rows of a pane that neither scrolls it nor presses anything. A second finger ends it:
 * two are for the browser, which makes the page larger.
 *
 * @returns its own undo.
 */
export function watchTouch(pane: HTMLElement, listener: TouchListener): () => void {
  const watch = new AbortController();
  const { signal } = watch;
  let finger: AbortController | undefined;
  const end = (isGivenUp: boolean) => {
    if (!finger) return;
    finger.abort();
    finger = undefined;
    listener.onEnd(isGivenUp);
  };
  const begin = (event: TouchEvent) => {
    end(true);
    const [touch] = event.touches;
    if (event.touches.length !== 1 || !touch || isAtEdge(touch.clientX)) return;
    finger = new AbortController();
    const follow = followerOf(touch, pane, event.target, listener);
    const move = (moved: TouchEvent) => {
      if (!follow(moved)) end(true);
    };
    // While it is not known what the finger is about the browser must wait with scrolling: for one finger, not for ever.
    pane.addEventListener("touchmove", move, { passive: false, signal: finger.signal });
  };
  pane.addEventListener("touchstart", begin, { passive: true, signal });
  pane.addEventListener("touchend", () => end(false), { signal });
  pane.addEventListener("touchcancel", () => end(true), { signal });
  return () => {
    end(true);
    watch.abort();
  };
}

/** Gives the function that tells where a finger has moved to; it gives false where the finger is of no concern any more. */
function followerOf(
  from: Touch,
  pane: HTMLElement,
  target: EventTarget | null,
  { onSwipe, onPull }: TouchListener,
): (event: TouchEvent) => boolean {
  const { clientX, clientY } = from;
  const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
  const isAtTop = pane.scrollTop <= 0;
  let drag: Drag = "undecided";
  const tell = (x: number, y: number) => {
    if (drag === "pull") onPull(y);
    else if (row) onSwipe(row, x);
  };
  return (event) => {
    const [touch] = event.touches;
    if (!touch) return false;
    const x = touch.clientX - clientX;
    const y = touch.clientY - clientY;
    if (drag === "undecided") drag = dragOf(x, y, isAtTop);
    if (drag === "undecided") return true;
    const isOurs = drag === "pull" || (drag === "swipe" && row !== null);
    // Where the browser scrolls already it has taken the finger for its own.
    if (!(isOurs && event.cancelable)) return false;
    event.preventDefault();
    tell(x, y);
    return true;
  };
}
