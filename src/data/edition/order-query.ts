import { type QueryClient, queryOptions, skipToken } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
import {
  type Expiries,
  type Manifest,
  type Schedule,
  type TermStories,
  UNDATED,
} from "#model/edition.ts";
import { EMPTY_FILTER, type Filter, filterToSearch, isEmptyFilter } from "#model/filter.ts";
import {
  type Order,
  orderOf,
  type Places,
  type PlacesOf,
  type Ref,
  unpackPlaces,
} from "#model/order.ts";
import { countOfFew } from "#model/pair-count.ts";
import { isSameTerm } from "#model/term.ts";
import { expiriesQuery, headQuery, scheduleQuery } from "./edition-queries.ts";
import { termPlacesQuery, termStoriesQuery } from "./term-query.ts";

/** What a list stands on: the order of its stories, and the summaries that came with it. */
export type Listing = {
  readonly manifest: Manifest;
  /** `filterToSearch` of the filter. */
  readonly filter: string;
  readonly order: Order;
  /** False where the order of very frequent terms ends early, while its total is right: see `isWhole` of the query. */
  readonly isWhole: boolean;
  readonly known: ReadonlyMap<string, Summary>;
  readonly pinned: readonly Summary[];
  readonly schedule: Schedule;
  readonly expiries: Expiries;
};

type Wish = {
  /** False: the first screen of very frequent terms is wanted, and not the files of their older places. */
  readonly isWhole: boolean;
  /** True: stories of the schedule may be due. */
  readonly isDue: boolean;
  /** True: stories of the lists may have expired. */
  readonly isOver: boolean;
};

/** The stories of an edition that a filter lets through; it waits while there is no manifest. */
export const orderQuery = (manifest: Manifest | undefined, filter: Filter, wish: Wish) =>
  queryOptions({
    queryKey: [
      "order",
      filterToSearch(filter),
      manifest?.edition,
      wish.isWhole,
      wish.isDue,
      wish.isOver,
    ],
    queryFn: manifest ? ({ client }) => findListing(client, manifest, filter, wish) : skipToken,
    // It is made of files that never change, whose own queries do the retrying.
    networkMode: "offlineFirst",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 120_000,
    structuralSharing: false,
  });

/** Names a story's place for `known`. */
export function refKey({ month, place }: Ref): string {
  return `${month}/${place}`;
}

/** Keeps summaries under their places; the first stories of an order are theirs. */
function remember(known: Map<string, Summary>, newest: readonly Summary[], order: Order): void {
  for (const [index, summary] of newest.entries()) {
    const ref = order.refAt(index);
    if (ref) known.set(refKey(ref), summary);
  }
}

async function findListing(
  client: QueryClient,
  manifest: Manifest,
  filter: Filter,
  { isWhole, isDue, isOver }: Wish,
): Promise<Listing> {
  const due = isDue ? manifest.schedule?.digest : undefined;
  const over = isOver ? manifest.expiries?.digest : undefined;
  const [head, found, schedule, expiries] = await Promise.all([
    isEmptyFilter(filter) ? client.fetchQuery(headQuery(manifest.head)) : null,
    findOrder(client, manifest, filter, isWhole),
    due === undefined ? [] : client.fetchQuery(scheduleQuery(due)),
    over === undefined ? [] : client.fetchQuery(expiriesQuery(over)),
  ]);
  const known = new Map(found.known);
  const atHand = head ?? client.getQueryData(headQuery(manifest.head).queryKey);
  const all = orderOf(EMPTY_FILTER, manifest.months, () => new Map());
  remember(known, atHand?.newest ?? [], all);
  const pinned = head?.pinned ?? [];
  return { ...found, manifest, filter: filterToSearch(filter), known, pinned, schedule, expiries };
}

async function findOrder(
  client: QueryClient,
  manifest: Manifest,
  filter: Filter,
  isWhole: boolean,
): Promise<Pick<Listing, "order" | "isWhole" | "known">> {
  const terms = [...filter.include, ...filter.exclude];
  const found = await Promise.all(
    terms.map((term) => client.fetchQuery(termStoriesQuery(manifest, term))),
  );
  const known = new Map<string, Summary>();
  const placesOf = (places: readonly Places[]): PlacesOf => {
    return (term) => places[terms.findIndex((other) => isSameTerm(other, term))] ?? new Map();
  };
  const start = placesOf(found.map((stories) => unpackPlaces(stories ? [stories.places] : [])));
  for (const [index, term] of filter.include.entries()) {
    const only = { ...EMPTY_FILTER, include: [term] };
    remember(known, found[index]?.newest ?? [], orderOf(only, manifest.months, start));
  }
  const total = isWhole ? null : countOfFew(filter, found, manifest.counts.stories);
  const months = monthsCovered(manifest.months, found);
  if (total !== null && months !== null) {
    return { order: { ...orderOf(filter, months, start), total }, isWhole: false, known };
  }
  const places = await Promise.all(
    terms.map((term) => client.fetchQuery(termPlacesQuery(manifest, term))),
  );
  return { order: orderOf(filter, manifest.months, placesOf(places)), isWhole: true, known };
}

/** The months of which all terms' first files say everything; null where they do of all. */
function monthsCovered(
  months: Manifest["months"],
  found: readonly (TermStories | null)[],
): Manifest["months"] | null {
  // Files are cut between months: the oldest one in a first file is there whole.
  const ends = found.flatMap((each) => (each?.older.length ? (each.places.at(-1)?.[0] ?? []) : []));
  const [from] = ends.sort().reverse();
  return from === undefined ? null : months.filter(([month]) => month !== UNDATED && month >= from);
}
