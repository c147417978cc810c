import { type ReactNode, Suspense, useState } from "react";
import type { OrderState } from "#data/edition/use-order.ts";
import { useIsQuiet } from "#data/quiet.ts";
import type { Filter } from "#model/filter.ts";
import type { Term } from "#model/term.ts";
import { createPart } from "#ui/part.tsx";
import { LatestHead } from "./latest-head.tsx";

// Said in the list's head, once the first view stands: nothing moves for it.
const ListNews = createPart(async () => (await import("./list-news.tsx")).ListNews);
// Only who goes to a day has a use for these.
const DayForm = createPart(async () => (await import("./day.tsx")).DayForm);
const DayNote = createPart(async () => (await import("./day.tsx")).DayNote);

/** The head of the list, and in it what leads to a day, and what has come since. */
export function DatedHead({
  state,
  day,
  onMore,
  children,
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
  const total = totalOf(state);
  // Where nothing is, there is nothing to be done with it.
  const isBare = total === 0 || total === null;
  return (
    <LatestHead
      {...props}
      total={total}
      onMore={isBare ? undefined : onMore}
      onDay={isBare ? undefined : onDay}
      isAskingDay={isAskingDay}
      note={
        <Suspense>
          {isAskingDay ? <DayForm day={day} filter={filter} onEnd={onDay} /> : null}
          {day !== null && state.status === "ready" && state.count > 0 ? (
            <DayNote order={state} day={day} filter={filter} />
          ) : null}
        </Suspense>
      }
    >
      <NewsPart state={state} filter={filter} />
      {children}
    </LatestHead>
  );
}

function totalOf(state: OrderState): number | null | undefined {
  if (state.status === "error") return null;
  return state.status === "ready" ? state.count : undefined;
}

/** What has happened since the list was opened, once its first view stands. */
function NewsPart({ state, filter }: { state: OrderState; filter: Filter }) {
  return useIsQuiet() && state.status === "ready" ? (
    <Suspense>
      <ListNews order={state} filter={filter} />
    </Suspense>
  ) : null;
}
