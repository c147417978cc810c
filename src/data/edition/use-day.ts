import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { type DayPlace, findDay } from "#model/find-day.ts";
import { monthQuery } from "./edition-queries.ts";
import type { StoryOrder } from "./use-order.ts";

/** Where a list stands on a day, as far as that is known; `place` is null where no story of the list has a date. */
export type DayState =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly error: Error; readonly retry: () => void }
  | { readonly status: "found"; readonly place: DayPlace | null };

/** Finds the newest story of a day in a list, or that of the nearest day that has one. */
export function useDay(order: StoryOrder, day: string): DayState {
  const { data, error, refetch } = useQuery(dayQuery(order, day));
  const { loadRest } = order;
  const isBeyond = data?.isBeyond === true;
  useEffect(() => {
    if (isBeyond) loadRest();
  }, [isBeyond, loadRest]);
  if (data && !isBeyond) return { status: "found", place: data.place };
  if (error) return { status: "error", error, retry: () => void refetch() };
  return { status: "loading" };
}

const dayQuery = (order: StoryOrder, day: string) =>
  queryOptions({
    queryKey: ["day", order.manifest.edition, order.filter, day, order.isWhole],
    queryFn: ({ client }) => findPlace(client, order, day),
    // It is made of files that never change, whose own queries do the retrying.
    networkMode: "offlineFirst",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 120_000,
  });

/** `isBeyond`: the day lies where the order does not reach yet. */
async function findPlace(
  client: QueryClient,
  { manifest, order, due, isWhole }: StoryOrder,
  day: string,
) {
  const digests = new Map(manifest.months.map(([month, , digest]) => [month, digest]));
  const found = await findDay(order, day, async (month) => {
    const digest = digests.get(month);
    return digest === undefined ? null : client.fetchQuery(monthQuery(month, digest));
  });
  const isBeyond = !isWhole && !(found && found.day <= day);
  return { place: found && { ...found, index: found.index + due.length }, isBeyond };
}
