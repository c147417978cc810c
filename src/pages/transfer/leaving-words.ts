import type { LeavingWords } from "#data/transfer/leaving/leaving.ts";
import { writingOf } from "#model/language.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import messages from "./leaving-words.messages.json";

/** Gives the words that a file has of its own, in the language spoken. */
export function leavingWords(speech: Speech): LeavingWords {
  const { say } = messagesOf(messages, speech);
  return {
    language: speech.language,
    direction: writingOf(speech.language),
    savedStories: say("savedStories"),
    bookTitle: (day) => say("bookTitle", { day }),
    bookmarks: say("bookmarks"),
    original: say("original"),
    untitled: say("untitled"),
    video: say("video"),
    sound: say("sound"),
  };
}
