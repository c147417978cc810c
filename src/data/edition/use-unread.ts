import { useQuery } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
import { collectRows } from "./collect-rows.ts";
import type { StoryOrder } from "./use-order.ts";

/** Lists of so many are counted to the last story; of longer ones those that came with their beginning. */
export const COUNTED_WHOLE = 100;
const COUNTED = 30;

export type Unread = {
  readonly count: number;
  /** Of how many, from the newest on. */
  readonly of: number;
  /** True where those are all. */
  readonly isWhole: boolean;
};

/** Counts what is unread in a list; undefined while it is not known. A long list is counted at its beginning alone. */
export function useUnread(order: StoryOrder, read: ReadonlySet<string>): Unread | undefined {
  const { total, manifest, due } = order;
  const isWhole = total <= COUNTED_WHOLE;
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

const numbers = new WeakMap<object, number>();
let last = 0;

/** An order has no name: it is counted. */
function numberOf(order: object): number {
  const number = numbers.get(order) ?? ++last;
  numbers.set(order, number);
  return number;
}
