import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { ListPlace } from "#model/list-place.ts";

/** Near the mean of rows of real content, so that an unread part of the list is about as long as it will be. */
const ESTIMATED_ROW_PX = 176;

/**
 * A list of any length that holds only the rows near the window. It scrolls with the pane around it, tells which rows
 * it needs, and where the reader stands.
 */
export function StoryList({
  total,
  renderRow,
  onRange,
  initialPlace,
  onPlace,
  label,
  end,
}: {
  total: number;
  renderRow: (index: number) => ReactNode;
  /** The first row in sight and the one behind the last; called when they change. */
  onRange: (from: number, to: number) => void;
  initialPlace: ListPlace | null;
  onPlace: (place: ListPlace) => void;
  label: string;
  /** What stands behind the last row. */
  end?: string | undefined;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [margin, setMargin] = useState(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => list.current?.closest<HTMLElement>(".pane") ?? null,
    estimateSize: () => ESTIMATED_ROW_PX,
    overscan: 6,
    scrollMargin: margin,
  });
  // What stands above the list stays in sight over it: the reader's edge is its lower one. Rows that are drawn anew
  // above that edge must not push away what is below.
  const edge = (virtual.scrollOffset ?? 0) + margin;
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { scrollOffset }) =>
    item.end <= (scrollOffset ?? 0) + margin;
  useLayoutEffect(() => {
    const { current } = list;
    const pane = current?.closest(".pane");
    if (!(current && pane)) return;
    const measure = () => setMargin(current.offsetTop);
    measure();
    // What stands above the list (the filter's sentence) grows and shrinks.
    const observer = new ResizeObserver(measure);
    if (current.previousElementSibling) observer.observe(current.previousElementSibling);
    return () => observer.disconnect();
  }, []);
  useRestoredPlace(list, initialPlace);
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => onRange(from, to), [from, to, onRange]);

  const first = items.find((item) => item.end > edge);
  const place = useRef<ListPlace>({ index: 0, offset: 0 });
  useEffect(() => {
    place.current = { index: first?.index ?? 0, offset: first ? edge - first.start : 0 };
  });
  useEffect(() => {
    if (!virtual.isScrolling) onPlace(place.current);
  }, [virtual.isScrolling, onPlace]);
  useEffect(() => {
    const tell = () => onPlace(place.current);
    window.addEventListener("pagehide", tell);
    return () => window.removeEventListener("pagehide", tell);
  }, [onPlace]);

  return (
    <>
      <ol
        ref={list}
        aria-label={label}
        className="relative w-full"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={total}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {renderRow(item.index)}
          </li>
        ))}
      </ol>
      {end === undefined ? null : (
        <p className="px-6 py-10 text-center font-serif text-lead text-faint">{end}</p>
      )}
    </>
  );
}

/** Scrolls to where the reader stood, once, before anything is painted. */
function useRestoredPlace(list: React.RefObject<HTMLElement | null>, place: ListPlace | null) {
  const wanted = useRef(place);
  useLayoutEffect(() => {
    const pane = list.current?.closest(".pane");
    if (!(pane && list.current && wanted.current)) return;
    const { index, offset } = wanted.current;
    wanted.current = null;
    pane.scrollTop = index * ESTIMATED_ROW_PX + offset;
  }, [list]);
}
