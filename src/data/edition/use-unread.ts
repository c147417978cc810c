import { useQuery } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
import { collectRows } from "./collect-rows.ts";
import type { StoryOrder } from "./use-order.ts";

/** Lists of so many may be counted to the last story; of longer ones those that came with their beginning. */
export const COUNTED_WHOLE = 100;
const COUNTED = 30;
/** Near the number of rows in one file. */
const ROWS = 32;
/** From more files no rows are fetched for a number alone. */
const MOST_FILES = 8;

export type Unread = {
  readonly count: number;
  /** Of how many, from the newest on. */
  readonly of: number;
  /** True where those are all. */
  readonly isWhole: boolean;
};

/**
 * Counts what is unread in a list; undefined while it is not known. A long list is counted at its beginning alone, and so
 * is one whose stories lie far apart in a large archive.
 */
export function useUnread(order: StoryOrder, read: ReadonlySet<string>): Unread | undefined {
  const { total, manifest, due } = order;
  const isWhole = isNearby(order);
  const rows = useQuery<readonly Summary[]>({
    // What is due comes with the clock.
    queryKey: ["newest of", order.order, due.length, manifest.edition],
    queryFn: ({ client }) =>
      collectRows(client, order, 0, isWhole ? total : Math.min(total, COUNTED), new Date()),
    networkMode: "offlineFirst",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryKeyHashFn: () => `newest of ${manifest.edition} ${numberOf(order.order)} ${due.length}`,
  });
  if (!rows.data) return undefined;
  return {
    count: rows.data.filter(({ id }) => !read.has(id)).length,
    of: rows.data.length,
    isWhole,
  };
}

/** Says whether the stories behind a list's beginning stand in so few files that they may be fetched to be counted. */
export function isNearby({
  total,
  due,
  order,
}: Pick<StoryOrder, "total" | "due" | "order">): boolean {
  if (total > COUNTED_WHOLE) return false;
  const files = new Set<string>();
  for (let index = Math.max(0, COUNTED - due.length); index < total - due.length; index++) {
    const ref = order.refAt(index);
    if (!ref) return false;
    files.add(`${ref.month} ${Math.floor(ref.place / ROWS)}`);
  }
  return files.size <= MOST_FILES;
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** An order has no name: it is counted. */
function numberOf(order: object): number {
  const number = numbers.get(order) ?? ++last;
  numbers.set(order, number);
  return number;
}
