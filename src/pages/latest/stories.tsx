import { Suspense, useCallback, useEffect, useState } from "react";
import { useNavigationType } from "react-router-dom";
import { useSetting } from "#data/device/device.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { type Row, RowError, useRows } from "#data/edition/use-rows.ts";
import { writePlace } from "#data/list-place.ts";
import { page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { type Filter, isEmptyFilter } from "#model/filter.ts";
import { type ListPlace, ROW_PX, rowsAbove } from "#model/list-place.ts";
import { failureWords } from "#ui/failure-words.ts";
import filterMessages from "#ui/filter/filter.messages.json";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { DayHeading, ListHeading } from "#ui/story/day-heading.tsx";
import { FirstRows } from "#ui/story/first-rows.tsx";
import { RowFailure, RowPlaceholder } from "#ui/story/row-placeholder.tsx";
import messages from "#ui/story/story-list.messages.json";
import { useCalendar } from "#ui/when.tsx";
import type { ListLedger, MenuWish, SieveReport } from "./list-ledger.ts";
import { ListLoading } from "./list-loading.tsx";
import { placeBelowTop } from "./place-below-top.ts";
import { placeInOrder } from "./place-in-order.ts";
import { useDrawRow } from "./use-draw-row.tsx";
import { useFirstRows, WholeList } from "./whole-list.ts";

/** As many as fill the first screen. */
const FIRST_ROWS = 12;
/** Of rows that could not be had, so many take up about a screen: that is how often it is said. */
const SAID_EACH = 4;

/** The rows of a list: the first of them until what draws all is there, then as many as there are. */
export function Stories({
  order,
  filter,
  view,
  day,
  start,
  now,
  ledger,
  onMore,
  report,
  keepsPlace,
}: {
  order: StoryOrder;
  filter: Filter;
  /** Names the list for the place at which the reader stands in it. */
  view: string;
  /** At which the address has it begin. */
  day: string | null;
  /** The number of the story at which it begins to be read. */
  start: number;
  now: Date;
  ledger: ListLedger;
  onMore: (wish: MenuWish) => void;
  report: SieveReport | null;
  /** Whether it begins where the reader stood in it, as on the way back. */
  keepsPlace: boolean;
}) {
  const speech = useSpeech();
  const { say } = useMessages(messages);
  const { say: sayOfFilter } = useMessages(filterMessages);
  const pins = isEmptyFilter(filter) ? order.pinned : [];
  const isBack = useNavigationType() === "POP";
  const [kept] = useState<ListPlace | null>(() => {
    const begin = start === 0 ? null : { index: pins.length + start, offset: 0 };
    const place = isBack || keepsPlace ? placeBelowTop(view) : null;
    if (!place) return begin;
    return report ? report.placeNow(place) : placeInOrder(order, pins.length, place);
  });
  const total = order.total + pins.length;
  const [above] = useState(() => rowsAbove(kept?.index ?? 0, total));
  const [[from, to], setRange] = useState<[number, number]>(() => {
    const first = kept?.index ?? 0;
    return [first, first + FIRST_ROWS];
  });
  // One row more at the top: whether a row begins a day is seen on the one before it.
  const rowAt = useRows(order, Math.max(0, from - pins.length - 1), Math.max(0, to - pins.length));
  const onRange = useCallback(
    (first: number, last: number) => setRange([above + first, above + last]),
    [above],
  );
  const onPlace = useCallback(
    ({ index, offset }: ListPlace) => {
      const row = above + index;
      const story = ledger.storyAt(row);
      const ref = ledger.refAt(row);
      writePlace(view, {
        index: row,
        offset,
        ...(story ? { story: { id: story.id, date: story.date } } : {}),
        ...(ref ? { ref } : {}),
      });
    },
    [view, above, ledger],
  );
  const draw = useDrawRow(filter, day, order.manifest.language, onMore, report?.whyMuted);
  const calendar = useCalendar();
  const density = useSetting((settings) => settings.density);

  /** The row above, passing over those that are not shown any more; undefined at the top. */
  const rowAbove = (index: number): Row => {
    const row = rowAt(index - 1);
    const isHidden = row !== undefined && !(row instanceof RowError) && isOver(row, now);
    return isHidden ? rowAbove(index - 1) : row;
  };
  const headingOf = (row: Summary, index: number) =>
    calendar.isSameDay(row.date, dateOf(rowAbove(index))) ? null : <DayHeading date={row.date} />;
  const renderRow = (index: number) => {
    const row = rowAt(index);
    if (row === undefined) return <RowPlaceholder />;
    if (row instanceof RowError) {
      const isSaid = index % SAID_EACH > 0 && rowAt(index - 1) instanceof RowError;
      if (isSaid) return <RowPlaceholder isLost />;
      return <RowFailure reason={failureWords(row.error, speech)} onRetry={row.retry} />;
    }
    return isOver(row, now) ? null : draw(row, headingOf(row, index));
  };
  const renderPinned = (story: Summary, index: number) =>
    draw(story, index === 0 ? <ListHeading>{say("firstOfAll")}</ListHeading> : null);
  useEffect(() => {
    ledger.storyAt = (index) => pins[index] ?? storyOf(rowAt(index - pins.length));
    ledger.refAt = (index) => order.order.refAt(index - pins.length - order.due.length);
  });
  const list = {
    total,
    label: sayOfFilter("stories"),
    renderRow: (index: number) => {
      const pinned = pins[index];
      return pinned ? renderPinned(pinned, index) : renderRow(index - pins.length);
    },
  };
  const dayAt = (index: number) => {
    const date = dateOf(rowAt(index - pins.length));
    return date ? page.latest.to(filter, calendar.day(date)) : undefined;
  };
  const first = useFirstRows(kept !== null);
  if (first.areShown) return <FirstRows {...list} count={FIRST_ROWS} />;
  return (
    <Suspense fallback={kept ? <ListLoading /> : <FirstRows {...list} count={FIRST_ROWS} />}>
      <WholeList
        {...list}
        above={above}
        onRange={onRange}
        initialPlace={first.place ?? (kept && { ...kept, index: kept.index - above })}
        onPlace={onPlace}
        toDayOf={dayAt}
        rowPx={ROW_PX[density]}
        end={report?.end ?? (order.total > 8 ? say("end") : undefined)}
      />
    </Suspense>
  );
}

function dateOf(row: Row): string | null | undefined {
  return row instanceof RowError ? undefined : row?.date;
}

function storyOf(row: Row): Summary | undefined {
  return row instanceof RowError ? undefined : row;
}

function isOver({ expires }: Summary, now: Date): boolean {
  return expires !== undefined && Date.parse(expires) <= now.getTime();
}
