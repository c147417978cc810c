import {
  type ReactNode,
  Suspense,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { matchPath, useLocation, useNavigationType } from "react-router-dom";
import { useHasMutes, useReadMarks, useSaved, useSettings } from "#data/device/device.ts";
import { copyStateIn } from "#data/device/saved-state.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { type OrderState, type StoryOrder, useOrder } from "#data/edition/use-order.ts";
import { type Row, RowError, useRows } from "#data/edition/use-rows.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { readPlace, writePlace } from "#data/list-place.ts";
import { useKeptIds } from "#data/offline/kept-ids.ts";
import { useIsQuiet } from "#data/quiet.ts";
import { useSaveToggle } from "#data/save-toggle.ts";
import { articleIdFrom, page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import {
  EMPTY_FILTER,
  type Filter,
  filterFromSearch,
  filterToSearch,
  isEmptyFilter,
} from "#model/filter.ts";
import { type ListPlace, rowsAbove } from "#model/list-place.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import type { Term } from "#model/term.ts";
import { dayFromSearch } from "#model/wanted-day.ts";
import { filterWords } from "#ui/filter/filter-words.ts";
import { useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { DayHeading, ListHeading } from "#ui/story/day-heading.tsx";
import { FirstRows, placeInRows } from "#ui/story/first-rows.tsx";
import { RowFailure, RowPlaceholder } from "#ui/story/row-placeholder.tsx";
import { saveMessage } from "#ui/story/save-messages.ts";
import { saveWords } from "#ui/story/save-words.ts";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";
import { useTell } from "#ui/tell.tsx";
import { watchReader } from "#ui/watch-reader.ts";
import { useCalendar } from "#ui/when.tsx";
import { LatestHead } from "./latest-head.tsx";
import { ListError } from "./list-error.tsx";
import type { ListLedger, MenuWish, SieveReport } from "./list-ledger.ts";

// What makes a list of any length is not needed for its first screen.
const StoryList = createPart(async () => (await import("#ui/story/story-list.tsx")).StoryList);
// Said in the list's head, once the first view stands: nothing moves for it.
const ListNews = createPart(async () => (await import("./list-news.tsx")).ListNews);

// Few lists are empty.
const EmptyList = createPart(async () => (await import("./empty-list.tsx")).EmptyList);
// Nor does everybody hide anything.
const Sieve = createPart(async () => (await import("./sieve.tsx")).Sieve);
// What one can do with a list is not needed to see it.
const ListTools = createPart(() =>
  import("./list-tools.tsx").then(
    (it) => it.ListTools,
    // The list is read without them, too.
    () => () => null,
  ),
);
// Only who goes to a day has a use for these.
const DayForm = createPart(async () => (await import("./day.tsx")).DayForm);
const DayNote = createPart(async () => (await import("./day.tsx")).DayNote);
const AtDay = createPart(async () => (await import("./day.tsx")).AtDay);

/** Loads what draws a list from any place on. */
export const loadWholeList = StoryList.load;

/** As many as fill the first screen. */
const FIRST_ROWS = 12;

/** The list of the newest stories, or of those that the address's filter lets through. */
export function LatestList() {
  const { pathname, search } = useLocation();
  const isQuiet = useIsQuiet();
  const view = filterToSearch(filterFromSearch(search));
  // Who followed a link to a story came for that.
  if (!isQuiet && matchPath(page.article.pattern, pathname)) {
    return <LatestHead filter={EMPTY_FILTER} labelOf={({ key }) => key} total={undefined} />;
  }
  // One list for each filter: each has a place of its own.
  return <FilteredList key={view} view={view} day={dayFromSearch(search)} />;
}

function FilteredList({ view, day }: { view: string; day: string | null }) {
  const filter = useMemo(() => filterFromSearch(view), [view]);
  const labelOf = useTermLabels(filter);
  // A list is of the moment at which it was opened: nothing slips in under the reader's eyes.
  const [now] = useState(() => new Date());
  const state = useOrder(filter, now);
  const words = filterWords(filter, labelOf, useSpeech());
  useTitle(words, state.status === "ready" ? state.manifest.title : "");
  const isQuiet = useIsQuiet();
  const [ledger] = useState<ListLedger>(() => ({
    from: Infinity,
    to: 0,
    storyAt: () => undefined,
  }));
  const [wish, setWish] = useState<MenuWish | null>(null);
  const onMore = (button: HTMLElement) => setWish({ story: null, button });
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const stories = {
    filter,
    view: page.latest.to(filter, day).search,
    day,
    now,
    ledger,
    onMore: setWish,
  };
  const hiding = useHiding(filter, stories.view);
  const ready = state.status === "ready" && state.count > 0 ? state : null;
  const draw = (order: StoryOrder | null, start: number, report: SieveReport | null) =>
    order && ready ? (
      <>
        {isQuiet && slot
          ? createPortal(
              <Suspense>
                <ListTools
                  {...{ filter, words, order, report, ledger, wish }}
                  all={ready}
                  onWish={setWish}
                />
              </Suspense>,
              slot,
            )
          : null}
        {report?.nothing ?? (
          <Stories
            key={day ?? ""}
            {...stories}
            order={order}
            start={start}
            report={report}
            keepsPlace={hiding.isNew}
          />
        )}
      </>
    ) : (
      <Loading />
    );
  const drawFrom = (start: number) =>
    hiding.isOn && ready ? (
      <Suspense fallback={<Loading />}>
        <Sieve key={start} order={ready} filter={filter} now={now} start={start} goal={hiding.goal}>
          {(order, report) => draw(order, 0, report)}
        </Sieve>
      </Suspense>
    ) : (
      draw(ready, start, null)
    );
  return (
    <>
      <Head state={state} filter={filter} labelOf={labelOf} day={day} onMore={onMore}>
        <NewsPart state={state} filter={filter} />
        <span ref={setSlot} className="contents" />
      </Head>
      <ListBody state={state} filter={filter}>
        {ready && day !== null ? (
          <Suspense fallback={<Loading />}>
            <AtDay key={day} order={ready} day={day} loading={<Loading />}>
              {drawFrom}
            </AtDay>
          </Suspense>
        ) : (
          drawFrom(0)
        )}
      </ListBody>
    </>
  );
}

/** What has happened since the list was opened, once its first view stands. */
function NewsPart({ state, filter }: { state: OrderState; filter: Filter }) {
  return useIsQuiet() && state.status === "ready" ? (
    <Suspense>
      <ListNews order={state} filter={filter} />
    </Suspense>
  ) : null;
}

/** Says whether anything is to be hidden in a list, and how far the reader was in it. */
function useHiding(filter: Filter, view: string) {
  const isOn = useHasMutes() || filter.hidesRead === true;
  const [wasOn] = useState(isOn);
  // The same list, of which something is hidden from now on while it is open.
  const isNew = isOn !== wasOn;
  const isBack = useNavigationType() === "POP";
  return { isOn, isNew, goal: isBack || isNew ? (placeBelowTop(view)?.index ?? 0) : 0 };
}

/** What stands under the head: the stories, or why there are none. */
function ListBody({
  state,
  filter,
  children,
}: {
  state: OrderState;
  filter: Filter;
  children: ReactNode;
}) {
  if (state.status === "error") return <ListError error={state.error} onRetry={state.retry} />;
  if (state.status === "loading") return <Loading />;
  if (state.count > 0) return children;
  return (
    <Suspense fallback={<Loading />}>
      <EmptyList filter={filter} />
    </Suspense>
  );
}

/** The head of the list, and in it what leads to a day. */
function Head({
  state,
  day,
  ...props
}: {
  state: OrderState;
  filter: Filter;
  labelOf: (term: Term) => string;
  day: string | null;
  onMore: (button: HTMLElement) => void;
  children: ReactNode;
}) {
  const [isAskingDay, setAskingDay] = useState(false);
  const { filter } = props;
  const onDay = () => setAskingDay(!isAskingDay);
  return (
    <LatestHead
      {...props}
      total={state.status === "ready" ? state.count : undefined}
      onDay={onDay}
      isAskingDay={isAskingDay}
      note={
        <Suspense>
          {isAskingDay ? <DayForm day={day} filter={filter} onEnd={onDay} /> : null}
          {day !== null && state.status === "ready" && state.count > 0 ? (
            <DayNote order={state} day={day} filter={filter} />
          ) : null}
        </Suspense>
      }
    />
  );
}

/** Names the window after the list, while it is what the page shows. */
function useTitle(words: string, edition: string) {
  const isList = matchPath(page.latest.pattern, useLocation().pathname) !== null;
  useEffect(() => {
    const title = [words, edition].filter(Boolean).join(" · ");
    if (isList && title) document.title = title;
  }, [words, edition, isList]);
}

function Loading() {
  return (
    <div role="status" aria-label="The stories are being loaded">
      {[0, 1, 2, 3].map((row) => (
        <RowPlaceholder key={row} />
      ))}
    </div>
  );
}

function Stories({
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
  const pins = isEmptyFilter(filter) ? order.pinned : [];
  const isBack = useNavigationType() === "POP";
  const [kept] = useState<ListPlace | null>(() => {
    const begin = start === 0 ? null : { index: pins.length + start, offset: 0 };
    return (isBack || keepsPlace ? placeBelowTop(view) : null) ?? begin;
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
    ({ index, offset }: ListPlace) => writePlace(view, { index: above + index, offset }),
    [view, above],
  );
  const draw = useDrawRow(filter, day, order.manifest.language, onMore, report?.whyMuted);
  const calendar = useCalendar();

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
      return <RowFailure reason={row.error.message} onRetry={row.retry} />;
    }
    return isOver(row, now) ? null : draw(row, headingOf(row, index));
  };
  const renderPinned = (story: Summary, index: number) =>
    draw(story, index === 0 ? <ListHeading>First of all</ListHeading> : null);
  useEffect(() => {
    ledger.storyAt = (index) => pins[index] ?? storyOf(rowAt(index - pins.length));
  });
  const list = {
    total,
    label: "Stories",
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
    <Suspense fallback={kept ? <Loading /> : <FirstRows {...list} count={FIRST_ROWS} />}>
      <StoryList
        {...list}
        above={above}
        onRange={onRange}
        initialPlace={first.place ?? (kept && { ...kept, index: kept.index - above })}
        onPlace={onPlace}
        toDayOf={dayAt}
        end={report?.end ?? (order.total > 8 ? "That is all there is." : undefined)}
      />
    </Suspense>
  );
}

/** Where the reader stood; null at the top, where every list begins. */
export function placeBelowTop(view: string): ListPlace | null {
  const place = readPlace(view);
  return place && (place.index > 0 || place.offset > 0) ? place : null;
}

/** Shows the first rows alone until what draws all of them is there, and says where in them the reader was then. */
function useFirstRows(isUseless: boolean) {
  const isQuiet = useIsQuiet();
  const [state, setState] = useState<{ areShown: boolean; place: ListPlace | null }>(() => ({
    areShown: !(isUseless || StoryList.isThere()),
    place: null,
  }));
  const restore = useRef<() => void>(undefined);
  useEffect(() => {
    if (!(isQuiet && state.areShown)) return;
    let isGone = false;
    const goOn = () => {
      if (isGone) return;
      const pane = document.getElementById("list-pane");
      if (pane) restore.current = watchReader(pane, { keepsScroll: false });
      const place = placeInRows(pane);
      // Nobody waits for it: it makes way for whatever the reader does.
      startTransition(() => setState({ areShown: false, place }));
    };
    // What can't be loaded is told by the list itself.
    StoryList.load().then(goOn, goOn);
    return () => {
      isGone = true;
    };
  }, [isQuiet, state.areShown]);
  useLayoutEffect(() => {
    if (!state.areShown) restore.current?.();
  }, [state.areShown]);
  return state;
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

/** Gives the function that draws a story with what the device knows of it. */
function useDrawRow(
  filter: Filter,
  day: string | null,
  language: string,
  onMore: (wish: MenuWish) => void,
  footOf: (story: Summary) => string | undefined = nothing,
) {
  const { pathname } = useLocation();
  const params = matchPath(page.article.pattern, pathname)?.params;
  const currentId = articleIdFrom(params?.shard, params?.rest);
  const saved = useSaved();
  const read = useReadMarks();
  const kept = useKeptIds();
  const tell = useTell();
  const speech = useSpeech();
  const onToggleSave = useSaveToggle(
    useCallback((outcome) => tell(saveMessage(outcome, speech)), [tell, speech]),
  );
  const [settings] = useSettings();
  const withPictures = loadsRemotePictures(settings, "list");
  const context = useMemo<RowContext>(
    () => ({
      base: editionBase(),
      loadsRemotePictures: withPictures,
      language,
      when: "hour",
      filter,
      toStory: (id) => page.article.to(id, filter, day),
      toFilter: page.latest.to,
      onToggleSave,
      onMore: (story, button) => onMore({ story, button }),
    }),
    [filter, day, language, onToggleSave, onMore, withPictures],
  );
  return (story: Summary, heading: ReactNode) => {
    const copy = copyStateIn(saved, story.id);
    return (
      <>
        {heading}
        <StoryRow
          story={story}
          isCurrent={story.id === currentId}
          isRead={read.has(story.id)}
          isSaved={copy.record !== undefined}
          isBusy={copy.status?.kind === "saving"}
          saveWords={saveWords(copy, speech)}
          foot={footOf(story) ?? (kept.has(story.id) ? <span>offline</span> : null)}
          context={context}
        />
      </>
    );
  };
}

function nothing() {
  return undefined;
}
