import { failureWords, wordsOfKind } from "#ui/failure-words.ts";
import type { Speech } from "#ui/messages/messages.tsx";
import messages from "./copy-failure.messages.json";

/** Says why something failed that was to be done with a saved article. */
export function copyFailure(error: unknown, speech: Speech): string {
  return wordsOfKind(messages, error, speech) ?? failureWords(error, speech);
}
