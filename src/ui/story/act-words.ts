import type { Act } from "#model/act.ts";
import { localeOf } from "#model/language.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import type { Message } from "#ui/tell.tsx";
import messages from "./act-words.messages.json";

/** Says what marked stories, and which. */
export function actWords({ way, mark, title, before }: Act, speech: Speech): string {
  const count = before.length;
  const one = count === 1 && title !== undefined ? "yes" : "no";
  const key = way === "hand" ? mark : way;
  return messagesOf(messages, speech).say(key, { one, title: title ?? "", count });
}

/** Says what an act did, with the way back; null where nothing was to change. */
export function actMessage(
  named: { readonly name: string; readonly act: Act } | null,
  undo: (name: string) => boolean,
  speech: Speech,
): Message {
  return named
    ? { text: actWords(named.act, speech), undo: () => void undo(named.name) }
    : { text: messagesOf(messages, speech).say("nothing") };
}

/** A number that may grow: where only the beginning of a list was looked at, at least so many. */
export function atLeast(count: number, isWhole: boolean, speech: Speech): string {
  return `${count.toLocaleString(localeOf(speech.language))}${isWhole ? "" : "+"}`;
}
