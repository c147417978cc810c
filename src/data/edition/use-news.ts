import {
  type QueryClient,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import type { Manifest } from "#model/edition.ts";
import { type Filter, filterToSearch } from "#model/filter.ts";
import { countNews, type ListStart, type News } from "#model/news.ts";
import { fetchManifest, KEPT_AT_KEY, manifestQuery } from "./edition-queries.ts";
import { orderQuery, refKey } from "./order-query.ts";
import type { StoryOrder } from "./use-order.ts";

/** The edition is asked for anew after so long, and sooner only where the reader comes back to the page. */
const LOOK_AGAIN_MS = 600_000;
const STALE_MS = 60_000;
/** A list is known by its first stories: as many as come with it. */
const START = 30;

/** Which stories have been published since the list was opened, and the function that shows them. */
export type FreshStories = News & { readonly show: () => void };

/** Looks for newer stories that the filter lets through; null where there are none. What is shown stays as it is. */
export function useNews(order: StoryOrder, filter: Filter): FreshStories | null {
  const client = useQueryClient();
  const { data: newer, refetch } = useQuery(newestQuery(order.manifest));
  useEffect(() => {
    const look = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void refetch();
    };
    addEventListener("pageshow", look);
    return () => removeEventListener("pageshow", look);
  }, [refetch]);
  const { data: news } = useQuery({
    queryKey: ["news", filterToSearch(filter), order.manifest.edition, newer?.edition],
    queryFn: () => (newer ? findNews(client, order, newer, filter) : null),
    enabled: newer !== undefined && newer.edition !== order.manifest.edition,
    networkMode: "offlineFirst",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!news || news.count === 0 || newer?.edition === order.manifest.edition) return null;
  const show = () => client.setQueryData(manifestQuery().queryKey, newer);
  return { ...news, show };
}

/**
 * Asks the host for newer stories and shows them at once; null where the filter lets none through.
 *
 * @throws EditionError where the host can't be asked.
 */
export async function lookForNews(
  client: QueryClient,
  order: StoryOrder,
  filter: Filter,
): Promise<News | null> {
  const newer = await client.fetchQuery({ ...newestQuery(order.manifest), staleTime: 0 });
  if (newer.edition === order.manifest.edition) return null;
  const news = await findNews(client, order, newer, filter);
  client.setQueryData(manifestQuery().queryKey, newer);
  return news.count === 0 ? null : news;
}

/** When the list that is shown came from the host, as an instant; null where that was just now. */
export function useKeptAt(): string | null {
  const { data } = useQuery<string | null>({ queryKey: KEPT_AT_KEY, queryFn: skipToken });
  return data ?? null;
}

/** The edition as it is now; until that is asked for, it is the one that is shown. */
const newestQuery = (shown: Manifest) =>
  queryOptions({
    queryKey: ["newest manifest"],
    queryFn: ({ signal, client }) => fetchManifest(client, signal),
    initialData: shown,
    networkMode: "offlineFirst",
    retry: false,
    staleTime: STALE_MS,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });

async function findNews(
  client: QueryClient,
  shown: StoryOrder,
  newer: Manifest,
  filter: Filter,
): Promise<News> {
  const wish = { isWhole: false, isDue: false, isOver: false };
  const { order, known } = await client.fetchQuery(orderQuery(newer, filter, wish));
  return countNews(startOf(shown), startOf({ order, known }));
}

function startOf({ order, known }: Pick<StoryOrder, "order" | "known">): ListStart {
  const ids: string[] = [];
  for (let index = 0; index < START; index++) {
    const ref = order.refAt(index);
    const story = ref && known.get(refKey(ref));
    // Behind a gap it is not known which come first.
    if (!story) break;
    ids.push(story.id);
  }
  return { ids, total: order.total };
}
