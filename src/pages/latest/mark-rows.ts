import type { QueryClient } from "@tanstack/react-query";
import { markStories, undoAct } from "#data/device/reading-acts.ts";
import { collectRows } from "#data/edition/collect-rows.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ActWay } from "#model/act.ts";
import { failureWords } from "#ui/failure-words.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import { actMessage } from "#ui/story/act-words.ts";
import type { Message } from "#ui/tell.tsx";
import type { ListLedger } from "./list-ledger.ts";
import messages from "./mark-rows.messages.json";

/** Marked at once at most: a list may have a million. */
const MOST_MARKED = 1_000;

type Range = { readonly way: ActWay; readonly from: number; readonly to: number };

/** Marks the stories that the list has shown as read; says what came of it. */
export function markShown(
  client: QueryClient,
  order: StoryOrder,
  seen: ListLedger,
  speech: Speech,
): Promise<Message> {
  // What stands first of all is counted in front of the order.
  const pins = order.pinned.length;
  const from = Math.max(0, seen.from - pins);
  return markRange(
    client,
    order,
    { way: "shown", from, to: Math.max(from, seen.to - pins) },
    speech,
  );
}

/** Marks stories of a list by their numbers as read; says what came of it. */
export function markRange(
  client: QueryClient,
  order: StoryOrder,
  range: Range,
  speech: Speech,
): Promise<Message> {
  return mark(client, order, range, speech).catch((error: Error) => ({
    text: messagesOf(messages, speech).say("failed", { reason: failureWords(error, speech) }),
  }));
}

async function mark(
  client: QueryClient,
  order: StoryOrder,
  { way, from, to }: Range,
  speech: Speech,
): Promise<Message> {
  // Of those above, the nearest.
  const start = way === "above" ? Math.max(from, to - MOST_MARKED) : from;
  const end = Math.min(to, start + MOST_MARKED);
  const stories = await collectRows(client, order, start, end, new Date());
  const act = markStories({ way, mark: "read", ids: stories.map(({ id }) => id) });
  const message = actMessage(act, undoAct, speech);
  return start === from && end === to
    ? message
    : { ...message, text: messagesOf(messages, speech).say("more", { done: message.text }) };
}
