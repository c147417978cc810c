import type { QueryClient } from "@tanstack/react-query";
import { markStories, undoAct } from "#data/device/reading-acts.ts";
import { collectRows } from "#data/edition/collect-rows.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ActWay } from "#model/act.ts";
import { actMessage } from "#ui/story/act-words.ts";
import type { Message } from "#ui/tell.tsx";
import type { ListLedger } from "./list-ledger.ts";

/** Marked at once at most: a list may have a million. */
const MOST_MARKED = 1_000;

type Range = { readonly way: ActWay; readonly from: number; readonly to: number };

/** Marks the stories that the list has shown as read; says what came of it. */
export function markShown(
  client: QueryClient,
  order: StoryOrder,
  seen: ListLedger,
): Promise<Message> {
  // What stands first of all is counted in front of the order.
  const pins = order.pinned.length;
  const from = Math.max(0, seen.from - pins);
  return markRange(client, order, { way: "shown", from, to: Math.max(from, seen.to - pins) });
}

/** Marks stories of a list by their numbers as read; says what came of it. */
export function markRange(client: QueryClient, order: StoryOrder, range: Range): Promise<Message> {
  return mark(client, order, range).catch((error: Error) => ({
    text: `Nothing was marked. ${error.message}`,
  }));
}

async function mark(
  client: QueryClient,
  order: StoryOrder,
  { way, from, to }: Range,
): Promise<Message> {
  // Of those above, the nearest.
  const start = way === "above" ? Math.max(from, to - MOST_MARKED) : from;
  const end = Math.min(to, start + MOST_MARKED);
  const stories = await collectRows(client, order, start, end, new Date());
  const act = markStories({ way, mark: "read", ids: stories.map(({ id }) => id) });
  const message = actMessage(act, undoAct);
  return start === from && end === to
    ? message
    : { ...message, text: `${message.text}. There are more: one step marks no more than these.` };
}
