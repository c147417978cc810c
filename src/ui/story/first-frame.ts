import { elementScroll, measureElement, type Virtualizer } from "@tanstack/react-virtual";

type Pane = Virtualizer<HTMLElement, HTMLElement>;

/**
 * How a list learns its sizes whose first frame stands at its top, with rows that follow each other by themselves: it
 * asks for none before the browser has laid that frame out anyway. To be asked within the task that makes the rows would
 * have it laid out there, which doubles the time for which that task holds the page up.
 *
 * @param onLaidOut is called once the frame has been laid out, before it is painted.
 */
export function firstFrame(onLaidOut: () => void) {
  let isLaidOut = false;
  return {
    measureElement: (element: HTMLElement, entry: ResizeObserverEntry | undefined, pane: Pane) =>
      entry || isLaidOut
        ? measureElement(element, entry, pane)
        : pane.options.estimateSize(pane.indexFromElement(element)),
    scrollToFn: (...wish: Parameters<typeof elementScroll<HTMLElement>>) => {
      if (isLaidOut) elementScroll(...wish);
    },
    observeElementRect: (
      pane: Pane,
      hear: (rect: { width: number; height: number }) => void,
    ): (() => void) => {
      const { scrollElement } = pane;
      const observer = new ResizeObserver(() => {
        if (!scrollElement) return;
        if (!isLaidOut) {
          isLaidOut = true;
          // The pane may stand where the list before was left.
          if (!pane.scrollOffset) scrollElement.scrollTop = 0;
          onLaidOut();
        }
        hear({ width: scrollElement.offsetWidth, height: scrollElement.offsetHeight });
      });
      if (scrollElement) observer.observe(scrollElement);
      return () => observer.disconnect();
    },
  };
}
