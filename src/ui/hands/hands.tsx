import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isPulled, isSwiped, pullOf } from "#model/drag.ts";
import { type EarlySwipe, takeEarlySwipe } from "./early-swipe.ts";
import { type Pull, PullHint } from "./pull-hint.tsx";
import { type SwipeDeed, type Swiped, SwipeHint } from "./swipe-hint.tsx";
import { watchTouch } from "./watch-touch.ts";

/** What a swipe of a row does: towards the end of its lines, and towards their beginning. */
export type SwipeDeeds = { toEnd: SwipeDeed; toStart: SwipeDeed };

const BACK_MS = 160;

/** Lets a finger swipe the rows of the list, and pull it down for what is new. */
export function Hands({
  deedsOf,
  onPull,
}: {
  /** Null where a row has no story. */
  deedsOf: (row: HTMLElement) => SwipeDeeds | null;
  /** Resolves when it is known what is new; without it the list can't be pulled. */
  onPull?: () => Promise<void>;
}) {
  const [swiped, setSwiped] = useState<Swiped | null>(null);
  const [pull, setPull] = useState<Pull | null>(null);
  const drag = useRef<{ article: HTMLElement; x: number; now: Swiped } | null>(null);
  const onSwipe = useEffectEvent((row: HTMLElement, x: number) => {
    const article = row.querySelector<HTMLElement>("article");
    const deeds = deedsOf(row);
    if (!(article && deeds) || x === 0) return;
    article.style.transform = `translateX(${x}px)`;
    const now: Swiped = {
      deed: isTowardsEnd(row, x) ? deeds.toEnd : deeds.toStart,
      isFar: isSwiped(x, article.offsetWidth),
      side: x > 0 ? "left" : "right",
      place: placeBeside(article, x),
    };
    drag.current = { article, x, now };
    setSwiped(now);
  });
  const onPulled = useEffectEvent((y: number) => {
    if (!onPull || pull?.state === "looking") return;
    const by = pullOf(y);
    setPull({ by, state: isPulled(by) ? "far" : "pulled" });
  });
  const onEnd = useEffectEvent((isGivenUp: boolean) => {
    const { current } = drag;
    drag.current = null;
    if (current) {
      setSwiped(null);
      layBack(current.article, current.x);
      if (!isGivenUp && current.now.isFar) current.now.deed.run();
    }
    if (!pull || pull.state === "looking") return;
    if (isGivenUp || pull.state !== "far" || !onPull) return setPull(null);
    setPull({ ...pull, state: "looking" });
    void onPull().finally(() => setPull(null));
  });
  const onEarly = useEffectEvent(({ href, x }: EarlySwipe, pane: HTMLElement) => {
    const link = pane.querySelector(`li h3 a[href="${CSS.escape(href)}"]`);
    const row = link?.closest("li");
    const deeds = row && deedsOf(row);
    if (deeds) (isTowardsEnd(row, x) ? deeds.toEnd : deeds.toStart).run();
  });
  useEffect(() => {
    const pane = document.getElementById("list-pane");
    if (!pane) return;
    const stopEarly = takeEarlySwipe((swipe) => onEarly(swipe, pane));
    const stop = watchTouch(pane, {
      onSwipe: (row, x) => onSwipe(row, x),
      onPull: (y) => onPulled(y),
      onEnd: (isGivenUp) => onEnd(isGivenUp),
    });
    return () => {
      stopEarly();
      stop();
    };
  }, []);
  return (
    <>
      {swiped ? <SwipeHint swiped={swiped} /> : null}
      {pull ? <PullHint pull={pull} /> : null}
    </>
  );
}

function isTowardsEnd(row: HTMLElement, x: number): boolean {
  return x > 0 === (getComputedStyle(row).direction === "ltr");
}

/** What a story that has been moved by `x` leaves free of its row, as far as the list's head does not cover it. */
function placeBeside(article: HTMLElement, x: number): Swiped["place"] {
  const { left, right, top, bottom } = article.getBoundingClientRect();
  const head = article.closest(".pane")?.querySelector("header")?.getBoundingClientRect().bottom;
  const begin = Math.max(top, head ?? top);
  return {
    left: x > 0 ? left - x : right,
    top: begin,
    width: Math.abs(x),
    height: Math.max(0, bottom - begin),
  };
}

/** Lets a row slide back to its place. */
function layBack(article: HTMLElement, x: number): void {
  article.style.transform = "";
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  article.animate([{ transform: `translateX(${x}px)` }, { transform: "none" }], {
    duration: BACK_MS,
    easing: "ease-out",
  });
}
