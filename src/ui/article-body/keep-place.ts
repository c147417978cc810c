import type { ReadingPlace } from "#model/position.ts";
import { heightOf, heightOfSpot, placeOf, type Spot, spotAt } from "./blocks.ts";

/** Milliseconds between two writes while one reads. */
const EVERY_MS = 800;
/** Less than this below the top is the beginning. */
const BEGINNING_PX = 80;

type Keeper = {
  /** The reader is at a place now; null at the beginning. */
  readonly onPlace: (place: ReadingPlace | null) => void;
};

/** What holds an article's text in place: where its top edge is for the reader, and how to get somewhere. */
export function paneOf(body: HTMLElement) {
  const pane = body.closest<HTMLElement>(".pane");
  if (!pane) return null;
  /** What stays in sight above the text covers it. */
  const edge = () => {
    const bar = pane.querySelector(".article-bar")?.getBoundingClientRect();
    return pane.getBoundingClientRect().top + (bar?.height ?? 0);
  };
  const goTo = (place: ReadingPlace) => {
    const height = heightOf(body, place);
    if (height !== null) pane.scrollTop += height - edge();
  };
  return { pane, edge, goTo };
}

/**
 * Tells where the reader is in a text: now and then while it is scrolled, and when the page goes. Where the text becomes
 * taller or shorter under the reader's eyes (another size, a picture that came late), the same words stay at its edge.
 */
export function keepPlace(body: HTMLElement, { onPlace }: Keeper): () => void {
  const around = paneOf(body);
  if (!around) return () => undefined;
  const { pane, edge, goTo } = around;
  let here: ReadingPlace | null = null;
  let spot: Spot | null = null;
  let height = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    height = body.offsetHeight;
    const isBeginning = pane.scrollTop < BEGINNING_PX;
    spot = isBeginning ? null : spotAt(body, edge());
    here = spot && placeOf(spot);
    const { bottom } = pane.getBoundingClientRect();
    if (!isBeginning && here && body.getBoundingClientRect().bottom <= bottom) {
      here = { ...here, isFinished: true };
    }
  };
  const tell = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    onPlace(here);
  };
  const hold = () => {
    height = body.offsetHeight;
    if (!here || here.isFinished) return;
    if (spot?.block.isConnected) pane.scrollTop += heightOfSpot(spot) - edge();
    else goTo(here);
  };
  const onScroll = () => {
    if (!body.isConnected) return;
    // What moved the words in this frame is told only behind this: they are held before one looks for them anew.
    if (body.offsetHeight !== height && !holdsByItself(pane)) hold();
    look();
    timer ??= setTimeout(tell, EVERY_MS);
  };
  const sizes = new ResizeObserver(hold);
  look();
  sizes.observe(body);
  pane.addEventListener("scroll", onScroll, { passive: true });
  window.addEventListener("pagehide", tell);
  document.addEventListener("visibilitychange", tell);
  return () => {
    tell();
    sizes.disconnect();
    pane.removeEventListener("scroll", onScroll);
    window.removeEventListener("pagehide", tell);
    document.removeEventListener("visibilitychange", tell);
  };
}

/** Whether the browser holds what is in sight in its place where something above it grows. */
function holdsByItself(pane: HTMLElement): boolean {
  return getComputedStyle(pane).overflowAnchor === "auto";
}
