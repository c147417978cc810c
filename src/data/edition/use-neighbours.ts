import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Article, Summary } from "#model/article.ts";
import { dayIn } from "#model/day.ts";
import type { Manifest } from "#model/edition.ts";
import type { Ref } from "#model/order.ts";
import { monthQuery, rowsQuery } from "./edition-queries.ts";
import type { StoryOrder } from "./use-order.ts";
import { type Row, RowError, useRows } from "./use-rows.ts";

type Neighbours = {
  readonly previous?: Summary;
  readonly next?: Summary;
  /** The article's own number in the list; -1 where the list does not have it. */
  readonly index: number;
};

/** The stories before and after an article in a list; neither where the list does not have it. */
export function useNeighbours(
  order: StoryOrder,
  article: Pick<Article, "id" | "date">,
): Neighbours {
  const place = useQuery(placeQuery(order.manifest, article));
  const index = indexIn(order, article.id, place.data ?? null);
  const { isWhole, loadRest } = order;
  const isBeyond = index < 0 && place.isSuccess && !isWhole;
  useEffect(() => {
    if (isBeyond) loadRest();
  }, [isBeyond, loadRest]);
  const rowAt = useRows(order, Math.max(0, index - 1), index < 0 ? 0 : index + 2);
  if (index < 0) return { index };
  const previous = storyOf(rowAt(index - 1));
  const next = storyOf(rowAt(index + 1));
  return { ...(previous && { previous }), ...(next && { next }), index };
}

function storyOf(row: Row): Summary | undefined {
  return row instanceof RowError ? undefined : row;
}

function indexIn(order: StoryOrder, id: string, ref: Ref | null): number {
  const due = order.due.findIndex((story) => story.id === id);
  if (due >= 0 || ref === null) return due;
  const index = order.order.indexOf(ref);
  return index < 0 ? index : index + order.due.length;
}

/** Where an article stands in the edition: one month's file and the rows of one day tell. */
const placeQuery = (manifest: Manifest, { id, date }: Pick<Article, "id" | "date">) =>
  queryOptions({
    queryKey: ["place", manifest.edition, id],
    queryFn: ({ client }) => findPlace(client, manifest, id, date),
    networkMode: "offlineFirst",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

async function findPlace(
  client: QueryClient,
  manifest: Manifest,
  id: string,
  date: string | null,
): Promise<Ref | null> {
  const { month, day } = dayIn(manifest.timeZone)(date);
  const digest = manifest.months.find(([name]) => name === month)?.[2];
  if (digest === undefined) return null;
  const { chunks, days } = await client.fetchQuery(monthQuery(month, digest));
  const at = days.findIndex(([each]) => each === day);
  const from = days[at]?.[1] ?? 0;
  const to = days[at + 1]?.[1] ?? Number.POSITIVE_INFINITY;
  for (const [first, count, file] of chunks) {
    if (first >= to || first + count <= from) continue;
    const rows = await client.fetchQuery(rowsQuery(month, file));
    const found = rows.findIndex((story) => story.id === id);
    if (found >= 0) return { month, place: first + found };
  }
  return null;
}
