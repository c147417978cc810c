import { type ReactNode, Suspense, useDeferredValue } from "react";
import type { OrderState, StoryOrder } from "#data/edition/use-order.ts";
import type { Filter } from "#model/filter.ts";
import { createPart } from "#ui/part.tsx";
import { ListError } from "./list-error.tsx";
import { ListLoading } from "./list-loading.tsx";

// Few lists are empty.
const EmptyList = createPart(async () => (await import("./empty-list.tsx")).EmptyList);

/** What stands under the head: the stories, or why there are none. Another filter needs another key. */
export function ListBody({
  state: known,
  filter,
  children,
}: {
  state: OrderState;
  filter: Filter;
  /** Draws the stories, once they are known. */
  children: (order: StoryOrder) => ReactNode;
}) {
  // A list that has come is drawn in slices, between which the page answers.
  const state = useDeferredValue(known);
  if (state.status === "error") return <ListError error={state.error} onRetry={state.retry} />;
  if (state.status === "loading") return <ListLoading />;
  if (state.count > 0) return children(state);
  return (
    <Suspense fallback={<ListLoading />}>
      <EmptyList filter={filter} />
    </Suspense>
  );
}
