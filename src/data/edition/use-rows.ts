import {
  type QueryClient,
  type UseQueryResult,
  useQueries,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { dataAddress } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import type { Manifest, Month } from "#model/edition.ts";
import type { Ref } from "#model/order.ts";
import { EditionError } from "./edition-error.ts";
import { manifestQuery, monthQuery, rowsQuery } from "./edition-queries.ts";
import { keepFew } from "./keep-few.ts";
import { refKey } from "./order-query.ts";
import type { StoryOrder } from "./use-order.ts";

/** Stands for a story whose row could not be had. */
export class RowError {
  readonly error: Error;
  readonly retry: () => void;

  constructor(error: Error, retry: () => void) {
    this.error = error;
    this.retry = retry;
  }
}

/** A row of a list: a story; why it could not be had; undefined while it is on its way. */
export type Row = Summary | RowError | undefined;

/** So many rows are looked after at a time; more than any screen shows. */
const MOST_ROWS = 300;

/**
 * Gives the rows of a list by their numbers, from `from` to before `to`; undefined for all others.
 *
 * Only what is not at hand is fetched.
 */
export function useRows(order: StoryOrder, from: number, to: number): (index: number) => Row {
  const client = useQueryClient();
  const refs = missingRefs(order, from, Math.min(to, from + MOST_ROWS, order.total));
  const needsRest = refs.includes(null);
  const { loadRest } = order;
  useEffect(() => {
    if (needsRest) loadRest();
  }, [needsRest, loadRest]);

  const files = useFiles(client, order, refs);
  const fail = (error: Error, parts: readonly Part[]) =>
    new RowError(error, () => {
      // A newer edition may hold what this one lacks.
      void client.refetchQueries({ queryKey: manifestQuery().queryKey });
      for (const part of parts) void part.refetch();
    });
  const rowAt = (ref: Ref): Row => {
    const { month, rows, first, count } = files(ref);
    const parts = [month, rows].filter((part) => part !== undefined);
    const error = parts.find((part) => part.error && !part.data)?.error;
    if (error) return fail(error, parts);
    if (parts.some((part) => !part.data)) return undefined;
    // A file that is short of a story would show others in its place.
    const story = rows?.data?.length === count ? rows?.data?.[ref.place - first] : undefined;
    return story ?? fail(gapAt(ref, order), parts);
  };
  return (index) => {
    if (index < from || index >= to) return undefined;
    const due = order.due[index];
    if (due) return due;
    const ref = order.order.refAt(index - order.due.length);
    return ref ? (order.known.get(refKey(ref)) ?? rowAt(ref)) : undefined;
  };
}

type Part = Pick<UseQueryResult, "data" | "error" | "refetch">;

/** Fetches the months and the rows in which places lie, and gives for each place what there is of them. */
function useFiles(client: QueryClient, { manifest }: StoryOrder, refs: readonly (Ref | null)[]) {
  const names = [...new Set(refs.flatMap((ref) => (ref ? [ref.month] : [])))];
  const monthQueries = names.map((name) => monthQuery(name, digestOfMonth(manifest, name)));
  const monthResults = useQueries({ queries: monthQueries });
  const months = new Map(names.map((name, index) => [name, monthResults[index]]));
  const chunkAt = (ref: Ref) => chunkOf(months.get(ref.month)?.data, ref.place);
  const chunks = new Map(
    refs.flatMap((ref) => {
      const chunk = ref && chunkAt(ref);
      return chunk ? [[chunk[2], ref.month] as const] : [];
    }),
  );
  const rowQueries = [...chunks].map(([digest, month]) => rowsQuery(month, digest));
  const results = useQueries({ queries: rowQueries });
  useEffect(() => {
    keepFew(
      client,
      [...monthQueries, ...rowQueries].map(({ queryKey }) => queryKey),
    );
  });
  const rows = new Map([...chunks.keys()].map((digest, index) => [digest, results[index]]));
  return (ref: Ref) => {
    const [first, count, digest] = chunkAt(ref) ?? [0, 0, ""];
    return { month: months.get(ref.month), rows: rows.get(digest), first, count };
  };
}

/** The places whose summaries are not at hand; null for one that the order does not know yet. */
function missingRefs({ due, order, known }: StoryOrder, from: number, to: number): (Ref | null)[] {
  const refs: (Ref | null)[] = [];
  for (let index = Math.max(from, due.length); index < to; index++) {
    const ref = order.refAt(index - due.length);
    if (!(ref && known.has(refKey(ref)))) refs.push(ref);
  }
  return refs;
}

function chunkOf(month: Month | undefined, place: number): Month["chunks"][number] | undefined {
  return month?.chunks.find(([first, count]) => place >= first && place < first + count);
}

function digestOfMonth({ months }: Manifest, name: string): string {
  return months.find(([month]) => month === name)?.[2] ?? "";
}

function gapAt({ month, place }: Ref, { manifest }: StoryOrder): EditionError {
  const address = dataAddress.month(month, digestOfMonth(manifest, month));
  return new EditionError("broken", address, `${address} has no story at place ${place}.`);
}
