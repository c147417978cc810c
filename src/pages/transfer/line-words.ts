import type { Line } from "#data/transfer/arriving/plan.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import places from "./places.messages.json";
import reasons from "./reasons.messages.json";

/** Says where a row stands, what it is called and why it is not taken in: nothing, where that has no reason. */
export function lineWords(
  { where, name, why }: Pick<Line, "where" | "name" | "why">,
  speech: Speech,
): { readonly where: string; readonly name: string; readonly why: string } {
  const { say } = messagesOf(places, speech);
  return {
    where: say(where.kind, where),
    name: name || say(where.kind === "settings" ? "settingsName" : "untitled"),
    why: why ? messagesOf(reasons, speech).say(why.kind, why) : "",
  };
}
