import type { Format, TakingWords } from "#data/transfer/arriving/cargo-kinds.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import messages from "./taking-words.messages.json";

/** Gives the words that are written into what is taken in, in the language spoken. */
export function takingWords(speech: Speech): TakingWords {
  const { say } = messagesOf(messages, speech);
  return {
    favourite: say("favourite"),
    untitled: say("untitled"),
    highlights: say("highlights"),
  };
}

/** Says what kind of file it is. */
export function formatWords(format: Format, speech: Speech): string {
  if (format !== "backup" && format !== "bookmarks") return format;
  return messagesOf(messages, speech).say(format);
}
