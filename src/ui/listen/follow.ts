import { paneOf } from "#ui/article-body/keep-place.ts";

/** Between the text's edges and the sentence that is read. */
const MARGIN_PX = 8;
const KEYS = new Set(["ArrowDown", "ArrowUp", "End", "Home", "PageDown", "PageUp", " "]);

/**
 * Keeps a sentence in sight, until the reader scrolls it out of sight by hand.
 *
 * @param onAway is told whether the reader is elsewhere
 */
export function followIn(body: HTMLElement, bar: HTMLElement, onAway: (isAway: boolean) => void) {
  const around = paneOf(body);
  let shown: Range | null = null;
  let isAway = false;
  let isByHand = false;
  const become = (next: boolean) => {
    if (next === isAway) return;
    isAway = next;
    onAway(next);
  };
  const isInSight = () => {
    if (!(shown && around)) return true;
    const { top, bottom } = shown.getBoundingClientRect();
    return bottom > around.edge() && top < bar.getBoundingClientRect().top;
  };
  const goThere = () => {
    if (!(shown && around)) return;
    const { top, bottom } = shown.getBoundingClientRect();
    const first = around.edge() + MARGIN_PX;
    const last = bar.getBoundingClientRect().top - MARGIN_PX;
    if (top >= first && bottom <= last) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // Some of what was read before stays above it.
    const by =
      top - first - Math.max(0, Math.min((last - first) / 4, last - first - (bottom - top)));
    around.pane.scrollBy({ top: by, behavior: isStill ? "instant" : "smooth" });
  };
  const byHand = (event: Event) => {
    if (event instanceof KeyboardEvent && !KEYS.has(event.key)) return;
    // A press on the text scrolls nothing, one on the bar beside it does.
    if (event.type === "pointerdown" && event.target !== around?.pane) return;
    isByHand = true;
  };
  const onScroll = () => {
    if (isByHand && !isInSight()) become(true);
  };
  const hands = ["wheel", "touchmove", "pointerdown"] as const;
  for (const hand of hands) around?.pane.addEventListener(hand, byHand, { passive: true });
  window.addEventListener("keydown", byHand, { capture: true });
  around?.pane.addEventListener("scroll", onScroll, { passive: true });
  return {
    show: (range: Range) => {
      shown = range;
      // The reader is back where it is read.
      if (isAway && isInSight()) become(false);
      isByHand = false;
      if (!isAway) goThere();
    },
    back: () => {
      isByHand = false;
      become(false);
      goThere();
    },
    end: () => {
      for (const hand of hands) around?.pane.removeEventListener(hand, byHand);
      window.removeEventListener("keydown", byHand, { capture: true });
      around?.pane.removeEventListener("scroll", onScroll);
    },
  };
}
