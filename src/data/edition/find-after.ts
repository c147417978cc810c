import type { QueryClient } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
import { collectRows } from "./collect-rows.ts";
import type { StoryOrder } from "./use-order.ts";

/** So many stories are looked at at most, and so many at a time. */
const MOST_LOOKED_AT = 300;
const STEP = 15;

/**
 * Finds the next story of a list that is wanted, after the one of a number; null where there is none among so many as
 * may be looked at.
 *
 * @throws EditionError
 */
export async function findAfter(
  client: QueryClient,
  order: StoryOrder,
  index: number,
  isWanted: (story: Summary) => boolean,
): Promise<Summary | null> {
  const end = Math.min(order.total, index + 1 + MOST_LOOKED_AT);
  for (let from = index + 1; from < end; from += STEP) {
    const to = Math.min(end, from + STEP);
    const stories = await collectRows(client, order, from, to, new Date());
    const found = stories.find(isWanted);
    if (found) return found;
  }
  return null;
}
