import type { QueryClient } from "@tanstack/react-query";
import type { Summary } from "#model/article.ts";
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
  { manifest, order, due, known }: StoryOrder,
  from: number,
  to: number,
  now: Date,
): Promise<Summary[]> {
  const stories: Summary[] = [];
  for (let index = from; index < to; index++) {
    const ref = order.refAt(index - due.length);
    // An order of which only the beginning is known ends there.
    if (index >= due.length && !ref) break;
    const story = due[index] ?? (ref && (known.get(refKey(ref)) ?? (await rowAt(ref))));
    if (story && !(story.expires && Date.parse(story.expires) <= now.getTime()))
      stories.push(story);
  }
  return stories;

  async function rowAt({ month, place }: { month: string; place: number }) {
    const digest = manifest.months.find(([name]) => name === month)?.[2] ?? "";
    // What was fetched for the list or for the row before is at hand.
    const { chunks } = await client.fetchQuery(monthQuery(month, digest));
    const chunk = chunks.find(([first, count]) => place >= first && place < first + count);
    if (!chunk) return undefined;
    const rows = await client.fetchQuery(rowsQuery(month, chunk[2]));
    return rows[place - chunk[0]];
  }
}
