import { type Messages, messagesOf, type Speech } from "#ui/messages/messages.tsx";
import messages from "./drawn-words.messages.json";

/** Says the few words that the app itself puts into an article's text. */
export type SayDrawn = Messages<keyof (typeof messages)["en"]>["say"];

/** Gives what says them in the language spoken. */
export function drawnWords(speech: Speech): SayDrawn {
  return messagesOf(messages, speech).say;
}
