import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type ListPlace, MOST_ROWS } from "#model/list-place.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import messages from "./beyond.messages.json";
import { firstFrame } from "./first-frame.ts";

/**
 * A list of any length that holds only the rows near the window. It scrolls with the pane around it, tells which rows
 * it needs, and where the reader stands.
 */
export function StoryList({
  total,
  above = 0,
  toDayOf,
  renderRow,
  onRange,
  initialPlace,
  onPlace,
  label,
  end,
  rowPx,
}: {
  total: number;
  /** How many rows are left out above those that are drawn, the most that can be: all numbers but those of `renderRow` begin there. */
  above?: number;
  /** The address of the list at the day of a row, for what lies beyond the rows that are drawn. */
  toDayOf?: (index: number) => Address | undefined;
  /** Draws a row by its number among all. */
  renderRow: (index: number) => ReactNode;
  /** The first row in sight and the one behind the last; called when they change. */
  onRange: (from: number, to: number) => void;
  initialPlace: ListPlace | null;
  onPlace: (place: ListPlace) => void;
  label: string;
  /** What stands behind the last row. */
  end?: ReactNode;
  /** Near the mean height of a row, so that an unread part of the list is about as long as it will be. */
  rowPx: number;
}) {
  const { say } = useMessages(messages);
  const list = useRef<HTMLOListElement>(null);
  const count = Math.min(total - above, MOST_ROWS);
  const isCutBelow = above + count < total;
  const [margin, setMargin] = useState(0);
  const hasPlace = initialPlace !== null;
  const [isLaidOut, setLaidOut] = useState(hasPlace);
  const [ofFirstFrame] = useState(() => {
    const onLaidOut = () => {
      startTransition(() => {
        setMargin(list.current?.offsetTop ?? 0);
        setLaidOut(true);
      });
    };
    return hasPlace ? {} : firstFrame(onLaidOut);
  });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => list.current?.closest<HTMLElement>(".pane") ?? null,
    estimateSize: () => rowPx,
    overscan: 4,
    scrollMargin: margin,
    // The rows of a window are drawn with the list, in slices; those of the pane, once it is known, all at one go. What
    // goes to a place further down draws none before it is there.
    initialRect: { width: 0, height: hasPlace ? 0 : window.innerHeight },
    ...ofFirstFrame,
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
    if (hasPlace) measure();
    // What stands above the list (the filter's sentence) grows and shrinks.
    const observer = new ResizeObserver(measure);
    if (current.previousElementSibling) observer.observe(current.previousElementSibling);
    return () => observer.disconnect();
  }, [hasPlace]);
  useRestoredPlace(list, initialPlace, rowPx);
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  // Further down it goes to the place by rows of one height before it has any; at its top those that are known stay.
  useEffect(() => {
    if (to > from || hasPlace) onRange(from, to);
  }, [from, to, hasPlace, onRange]);

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
            aria-posinset={above + item.index + 1}
            {...(isLaidOut || from > 0 ? placedAt(item.start - margin) : {})}
          >
            {above > 0 && item.index === 0 ? (
              <Beyond to={toDayOf?.(above)}>{say("newer")}</Beyond>
            ) : null}
            {renderRow(above + item.index)}
          </li>
        ))}
      </ol>
      {isCutBelow ? <Beyond to={toDayOf?.(above + count - 1)}>{say("older")}</Beyond> : null}
      {end === undefined || isCutBelow ? null : (
        <div className="px-6 py-10 text-center font-serif text-lead text-faint">{end}</div>
      )}
    </>
  );
}

/** Until their heights are known, rows follow each other by themselves. */
function placedAt(px: number) {
  return { className: "absolute inset-x-0 top-0", style: { transform: `translateY(${px}px)` } };
}

/** The way on from the rows that are drawn as one list. */
function Beyond({ to, children }: { to: Address | undefined; children: ReactNode }) {
  if (!to) return null;
  return (
    <p className="px-4 py-6 text-center font-serif text-lead wide:px-6">
      <Link
        to={to}
        className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4"
      >
        {children}
      </Link>
    </p>
  );
}

/** Scrolls to where the reader stood, once, before anything is painted. */
function useRestoredPlace(
  list: React.RefObject<HTMLElement | null>,
  place: ListPlace | null,
  rowPx: number,
) {
  const wanted = useRef(place);
  useLayoutEffect(() => {
    const pane = list.current?.closest(".pane");
    if (!(pane && list.current && wanted.current)) return;
    const { index, offset } = wanted.current;
    wanted.current = null;
    pane.scrollTop = index * rowPx + offset;
  }, [list, rowPx]);
}
