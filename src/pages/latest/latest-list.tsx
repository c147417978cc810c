import { Suspense, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { matchPath, useLocation } from "react-router-dom";
import { type StoryOrder, useOrder } from "#data/edition/use-order.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { useIsQuiet } from "#data/quiet.ts";
import { page } from "#model/address.ts";
import { EMPTY_FILTER, filterFromSearch, filterToSearch } from "#model/filter.ts";
import { dayFromSearch } from "#model/wanted-day.ts";
import { filterWords } from "#ui/filter/filter-words.ts";
import { useSpeech } from "#ui/messages/messages.tsx";
import { createPart } from "#ui/part.tsx";
import { DatedHead } from "./dated-head.tsx";
import { LatestHead } from "./latest-head.tsx";
import { ListBody } from "./list-body.tsx";
import type { ListLedger, MenuWish, SieveReport } from "./list-ledger.ts";
import { ListLoading } from "./list-loading.tsx";
import { Stories } from "./stories.tsx";
import { useHiding } from "./use-hiding.ts";
import { useListTitle } from "./use-list-title.ts";

// Not everybody hides anything.
const Sieve = createPart(async () => (await import("./sieve.tsx")).Sieve);
// What one can do with a list is not needed to see it.
const ListTools = createPart(() =>
  import("./list-tools.tsx").then(
    (it) => it.ListTools,
    // The list is read without them, too.
    () => () => null,
  ),
);
// Only who goes to a day has a use for it.
const AtDay = createPart(async () => (await import("./day.tsx")).AtDay);

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
  useListTitle(words, state.status === "ready" ? state.manifest.title : "");
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
      <ListLoading />
    );
  const drawFrom = (start: number) =>
    hiding.isOn && ready ? (
      <Suspense fallback={<ListLoading />}>
        <Sieve key={start} order={ready} filter={filter} now={now} start={start} goal={hiding.goal}>
          {(order, report) => draw(order, 0, report)}
        </Sieve>
      </Suspense>
    ) : (
      draw(ready, start, null)
    );
  return (
    <>
      <DatedHead state={state} filter={filter} labelOf={labelOf} day={day} onMore={onMore}>
        <span ref={setSlot} className="contents" />
      </DatedHead>
      <ListBody state={state} filter={filter}>
        {ready && day !== null ? (
          <Suspense fallback={<ListLoading />}>
            <AtDay key={day} order={ready} day={day} loading={<ListLoading />}>
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
