import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Summary } from "#model/article.ts";
import type { Manifest } from "#model/edition.ts";
import {
  EMPTY_FILTER,
  type Filter,
  filterFromSearch,
  filterToSearch,
  letsThrough,
} from "#model/filter.ts";
import type { Order } from "#model/order.ts";
import { manifestQuery } from "./edition-queries.ts";
import { type Listing, orderQuery } from "./order-query.ts";

/** The stories that a filter lets through, as far as they are known. */
export type StoryOrder = {
  readonly manifest: Manifest;
  /** `filterToSearch` of the filter. */
  readonly filter: string;
  /** How many rows there are: those of stories that have expired since are among them, and are not to be drawn. */
  readonly total: number;
  /** How many stories there are to read. */
  readonly count: number;
  /** Stories that were not due when the edition was made and are now, latest first: they come before `order`. */
  readonly due: readonly Summary[];
  readonly order: Order;
  /** Stories that their publisher put first; only without a filter. They stand in their place by date too. */
  readonly pinned: readonly Summary[];
  /** Summaries at hand, by `refKey`. */
  readonly known: ReadonlyMap<string, Summary>;
  /** False where `order` may end before `total`, to show the first screen sooner. */
  readonly isWhole: boolean;
  /** Asks for what was left out. */
  readonly loadRest: () => void;
};

export type OrderState =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly error: Error; readonly retry: () => void }
  | ({ readonly status: "ready" } & StoryOrder);

/**
 * The stories that a filter lets through, newest first, those without a date last.
 *
 * `now` decides which stories are due; it need not be the same object each time.
 */
export function useOrder(filter: Filter, now: Date): OrderState {
  const client = useQueryClient();
  const key = filterToSearch(filter);
  // Of which filter the rest was asked for.
  const [whole, setWhole] = useState<string | null>(null);
  const manifest = useQuery(manifestQuery());
  const isPast = (instant: string | undefined) => isBefore(instant, now);
  const found = useQuery(
    orderQuery(manifest.data, filter, { isWhole: whole === key, ...changesAt(manifest.data, now) }),
  );
  const listing = useLast(found.data, key);
  const dueCount = listing?.schedule.filter(({ appears }) => isPast(appears)).length ?? 0;
  const overCount = listing?.expiries.filter(({ expires }) => isPast(expires)).length ?? 0;
  const order = useStoryOrder(listing, dueCount, overCount, setWhole);
  if (order) return order;
  const error = manifest.error ?? found.error;
  if (!error) return { status: "loading" };
  const retry = () =>
    void client.refetchQueries({ type: "active", predicate: ({ state }) => state.error !== null });
  return { status: "error", error, retry };
}

/** Finds the order of all stories ahead of the list that shows it. */
export async function preloadOrder(client: QueryClient, manifest: Manifest): Promise<void> {
  const wish = { isWhole: false, ...changesAt(manifest, new Date()) };
  await client.prefetchQuery(orderQuery(manifest, EMPTY_FILTER, wish));
}

/** Says whether since the edition was made stories may have become due or expired. */
function changesAt(manifest: Manifest | undefined, now: Date) {
  return {
    isDue: isBefore(manifest?.schedule?.first, now),
    isOver: isBefore(manifest?.expiries?.first, now),
  };
}

function isBefore(instant: string | undefined, now: Date): boolean {
  return instant !== undefined && Date.parse(instant) <= now.getTime();
}

/** The listing of a filter, kept until a newer edition's is there: one that can't be had takes nothing away. */
function useLast(listing: Listing | undefined, filter: string): Listing | undefined {
  const [last, setLast] = useState(listing);
  if (listing && listing !== last) setLast(listing);
  return listing ?? (last?.filter === filter ? last : undefined);
}

function useStoryOrder(
  listing: Listing | undefined,
  dueCount: number,
  overCount: number,
  loadRestOf: (filter: string) => void,
): OrderState | null {
  return useMemo(() => {
    if (!listing) return null;
    const { schedule, expiries, ...rest } = listing;
    const filter = filterFromSearch(listing.filter);
    const due = schedule
      .slice(0, dueCount)
      .map(({ story }) => story)
      .filter((story) => letsThrough(filter, story))
      .reverse();
    const over = expiries.slice(0, overCount).filter((story) => letsThrough(filter, story));
    const total = listing.order.total + due.length;
    const count = Math.max(0, total - over.length);
    const loadRest = () => loadRestOf(listing.filter);
    return { status: "ready", ...rest, total, count, due, loadRest };
  }, [listing, dueCount, overCount, loadRestOf]);
}
