import { type Drag, dragOf, isSwiped } from "#model/drag.ts";

/** After so long nobody waits for what a swipe asked for any more. */
const PATIENCE_MS = 5_000;
/** What begins at an edge of the window belongs to the browser, as its way back. */
const EDGE_PX = 24;

/** What is swiped. */
export const ROW = "li[aria-posinset]";

export function isAtEdge(x: number): boolean {
  return x < EDGE_PX || x > window.innerWidth - EDGE_PX;
}

/** A row that was swiped before anything could follow the finger: its story, by its link, and how far it was swiped. */
export type EarlySwipe = { readonly href: string; readonly x: number };

let kept: (EarlySwipe & { readonly at: number }) | null = null;
let answer: ((swipe: EarlySwipe) => void) | null = null;

/** Keeps the last swipe of a row until what answers it is there. */
export function keepEarlySwipe(): void {
  addEventListener("touchstart", follow, { passive: true });
}

/**
 * Gives the swipe that was made meanwhile, now or when its finger is lifted, and keeps no more of them.
 *
 * @returns its own undo.
 */
export function takeEarlySwipe(onSwipe: (swipe: EarlySwipe) => void): () => void {
  removeEventListener("touchstart", follow);
  const early = kept;
  kept = null;
  if (early && performance.now() - early.at < PATIENCE_MS) onSwipe(early);
  answer = onSwipe;
  return () => {
    answer = null;
  };
}

/** What pages make up themselves tells of no finger. */
type Told = Pick<TouchEvent, "target"> & Partial<Pick<TouchEvent, "touches">>;

function follow({ touches, target }: Told): void {
  const [from, another] = touches ?? [];
  const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
  const href = row?.querySelector("h3 a")?.getAttribute("href");
  if (!(from && row && target && href) || another || isAtEdge(from.clientX)) return;
  const finger = new AbortController();
  const { signal } = finger;
  const width = row.offsetWidth;
  let drag: Drag = "undecided";
  let x = 0;
  const move = (event: Event) => {
    const [touch, another] = event instanceof TouchEvent ? event.touches : [];
    if (!touch || another) return finger.abort();
    x = touch.clientX - from.clientX;
    if (drag === "undecided") drag = dragOf(x, touch.clientY - from.clientY, false);
  };
  const end = () => {
    finger.abort();
    if (drag !== "swipe" || !isSwiped(x, width)) return;
    if (answer) answer({ href, x });
    else kept = { href, x, at: performance.now() };
  };
  // Of what the finger was put on: it tells so although the app has taken its place meanwhile.
  target.addEventListener("touchmove", move, { passive: true, signal });
  target.addEventListener("touchend", end, { signal });
  target.addEventListener("touchcancel", () => finger.abort(), { signal });
}
