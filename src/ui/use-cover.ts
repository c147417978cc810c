import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives what is to be the ref of an element of the class `cover`, which lies over a part of the page. A finger that is
 * put on it scrolls what is beneath; but nothing there is pressed by who can't see it.
 */
export function useCover<T extends HTMLElement>(): RefObject<T | null> {
  const cover = useRef<T>(null);
  useEffect(() => {
    const stop = (event: MouseEvent) => {
      // Keys press what has the focus, wherever that is.
      if (event.detail === 0 || !cover.current || !isBeneath(event, cover.current)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("click", stop, true);
    return () => document.removeEventListener("click", stop, true);
  }, []);
  return cover;
}

function isBeneath({ target, clientX, clientY }: MouseEvent, cover: HTMLElement): boolean {
  const { left, right, top, bottom } = cover.getBoundingClientRect();
  const isCovered = clientX > left && clientX < right && clientY > top && clientY < bottom;
  return isCovered && !(target instanceof Node && cover.contains(target));
}
