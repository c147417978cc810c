import type { QueryClient } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
import type { Ref } from "#model/order.ts";
import { monthQuery, rowsQuery } from "./edition-queries.ts";
import { refKey } from "./order-query.ts";
import type { StoryOrder } from "./use-order.ts";

/**
 * Fetches the stories of a list from one number to before another, in their order: those that have expired since are
 * left out. Only for so many as somebody is shown or asks for.
 *
 * @throws EditionError
 */
export async function collectRows(
  client: QueryClient,
  order: StoryOrder,
  from: number,
  to: number,
  now: Date,
): Promise<Summary[]> {
  const stories: Summary[] = [];
  for (let index = from; index < to; index++) {
    const ref = order.order.refAt(index - order.due.length);
    // An order of which only the beginning is known ends there.
    if (index >= order.due.length && !ref) break;
    const story = order.due[index] ?? (ref ? await storyAt(client, order, ref) : undefined);
    if (story && !isExpired(story, now)) stories.push(story);
  }
  return stories;
}

/** Fetches the story at a place of the edition; what was fetched for the list or for the row before is at hand. */
export async function storyAt(
  client: QueryClient,
  { manifest, known }: StoryOrder,
  ref: Ref,
): Promise<Summary | undefined> {
  const atHand = known.get(refKey(ref));
  if (atHand) return atHand;
  const { month, place } = ref;
  const digest = manifest.months.find(([name]) => name === month)?.[2] ?? "";
  const { chunks } = await client.fetchQuery(monthQuery(month, digest));
  const chunk = chunks.find(([first, count]) => place >= first && place < first + count);
  if (!chunk) return undefined;
  const rows = await client.fetchQuery(rowsQuery(month, chunk[2]));
  return rows[place - chunk[0]];
}

/** Says whether a story's time is over. */
export function isExpired({ expires }: Summary, now: Date): boolean {
  return expires !== undefined && Date.parse(expires) <= now.getTime();
}
