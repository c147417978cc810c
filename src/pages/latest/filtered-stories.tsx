import { Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { useIsQuiet } from "#data/quiet.ts";
import { page } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { hasTouch } from "#ui/hands/has-touch.ts";
import { createPart } from "#ui/part.tsx";
import { whenIdle } from "#ui/when-idle.ts";
import type { ListLedger, MenuWish, SieveReport } from "./list-ledger.ts";
import { ListLoading } from "./list-loading.tsx";
import { Stories } from "./stories.tsx";
import { useHiding } from "./use-hiding.ts";

// Not everybody hides anything.
const Sieve = createPart(async () => (await import("./sieve.tsx")).Sieve);
// What one can do with a list is not needed to see it.
const ListTools = createPart(() => {
  // What a finger does comes beside them, not behind: who swipes at once has not long to wait.
  if (hasTouch()) void import("./list-hands.tsx").catch(() => undefined);
  return import("./list-tools.tsx").then(
    (it) => it.ListTools,
    // The list is read without them, too.
    () => () => null,
  );
});
// Only who goes to a day has a use for it.
const AtDay = createPart(async () => (await import("./day.tsx")).AtDay);

/** The stories of one filter, without what is hidden of them, and in the head what one can do with them. */
export function FilteredStories({
  order: ready,
  filter,
  words,
  day,
  now,
  slot,
  wish,
  onWish,
}: {
  order: StoryOrder;
  filter: Filter;
  /** The filter in words. */
  words: string;
  day: string | null;
  /** When the list was opened. */
  now: Date;
  /** The place in the head. */
  slot: HTMLElement | null;
  /** Whose menu is open. */
  wish: MenuWish | null;
  onWish: (wish: MenuWish | null) => void;
}) {
  const isQuiet = useIsQuiet();
  useEffect(() => {
    // Fetched in an idle moment, it listens to the finger as soon as the first view stands.
    if (hasTouch()) void whenIdle().then(() => ListTools.load());
  }, []);
  const [ledger] = useState<ListLedger>(() => ({
    from: Infinity,
    to: 0,
    storyAt: () => undefined,
    refAt: () => null,
  }));
  const stories = {
    filter,
    view: page.latest.to(filter, day).search,
    day,
    now,
    ledger,
    onMore: onWish,
  };
  const hiding = useHiding(filter, stories.view);
  const draw = (order: StoryOrder | null, start: number, report: SieveReport | null) =>
    order ? (
      <>
        {isQuiet && slot
          ? createPortal(
              <Suspense>
                <ListTools
                  {...{ filter, words, order, report, ledger, wish }}
                  all={ready}
                  onWish={onWish}
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
    hiding.isOn ? (
      <Suspense fallback={<ListLoading />}>
        <Sieve key={start} order={ready} filter={filter} now={now} start={start} goal={hiding.goal}>
          {(order, report) => draw(order, 0, report)}
        </Sieve>
      </Suspense>
    ) : (
      draw(ready, start, null)
    );
  if (day === null) return drawFrom(0);
  return (
    <Suspense fallback={<ListLoading />}>
      <AtDay key={day} order={ready} day={day} loading={<ListLoading />}>
        {drawFrom}
      </AtDay>
    </Suspense>
  );
}
