import { useCallback, useEffect, useMemo, useState } from "react";
import { matchPath, useLocation } from "react-router-dom";
import { useOrder } from "#data/edition/use-order.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { endFirstView, useIsQuiet } from "#data/quiet.ts";
import { page } from "#model/address.ts";
import { EMPTY_FILTER, filterFromSearch, filterToSearch } from "#model/filter.ts";
import { dayFromSearch } from "#model/wanted-day.ts";
import { filterWords } from "#ui/filter/filter-words.ts";
import { useSpeech } from "#ui/messages/messages.tsx";
import { whenIdle } from "#ui/when-idle.ts";
import { DatedHead } from "./dated-head.tsx";
import { FilteredStories } from "./filtered-stories.tsx";
import { LatestHead } from "./latest-head.tsx";
import { ListBody } from "./list-body.tsx";
import type { MenuWish } from "./list-ledger.ts";
import { ListLoading } from "./list-loading.tsx";
import { useListFocus } from "./use-list-focus.ts";
import { useListTitle } from "./use-list-title.ts";

/** Where the list stands beside a story; the same in main.css. */
const HAS_BOTH = "(width >= 60rem)";

/** The list of the newest stories, or of those that the address's filter lets through. */
export function LatestList() {
  const { pathname, search } = useLocation();
  const isQuiet = useIsQuiet();
  const view = filterToSearch(filterFromSearch(search));
  // Who followed a link to a story came for that: the list beside it comes when that stands.
  if (!isQuiet && matchPath(page.article.pattern, pathname)) return <ListToCome />;
  return <FilteredList view={view} day={dayFromSearch(search)} />;
}

/** Where the app stands so soon, drawing a list holds nobody up who has begun to read. */
const SOON_MS = 1_500;

/** The list beside a story that has just been drawn: at once where it is in sight, else with all that can wait. */
function ListToCome() {
  useEffect(() => {
    if (matchMedia(HAS_BOTH).matches && performance.now() < SOON_MS)
      void whenIdle().then(endFirstView);
  }, []);
  return (
    <>
      <LatestHead filter={EMPTY_FILTER} labelOf={({ key }) => key} total={undefined} />
      <ListLoading />
    </>
  );
}

/** The head stays while the filter changes, and says so; below it stands one list for each filter. */
function FilteredList({ view, day }: { view: string; day: string | null }) {
  const filter = useMemo(() => filterFromSearch(view), [view]);
  const labelOf = useTermLabels(filter);
  const now = useOpenedAt(view);
  const state = useOrder(filter, now);
  const words = filterWords(filter, labelOf, useSpeech());
  useListTitle(words, state.status === "ready" ? state.manifest.title : "");
  useListFocus(view);
  const [asked, setAsked] = useState<{ view: string; wish: MenuWish | null } | null>(null);
  const onWish = useCallback((wish: MenuWish | null) => setAsked({ view, wish }), [view]);
  const onMore = (button: HTMLElement) => onWish({ story: null, button });
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <>
      <DatedHead state={state} filter={filter} labelOf={labelOf} day={day} onMore={onMore}>
        <span ref={setSlot} className="contents" />
      </DatedHead>
      {/* Each has a place of its own. */}
      <ListBody key={view} state={state} filter={filter}>
        {(order) => (
          <FilteredStories
            {...{ order, filter, words, day, now, slot, onWish }}
            wish={asked?.view === view ? asked.wish : null}
          />
        )}
      </ListBody>
    </>
  );
}

/** A list is of the moment at which it was opened: nothing slips in under the reader's eyes. */
function useOpenedAt(view: string): Date {
  const [opened, setOpened] = useState(() => ({ view, now: new Date() }));
  if (opened.view === view) return opened.now;
  const next = { view, now: new Date() };
  setOpened(next);
  return next.now;
}
