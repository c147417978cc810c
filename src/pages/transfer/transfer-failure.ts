import { CargoError } from "#data/transfer/arriving/cargo-kinds.ts";
import { wordsOfKind } from "#ui/failure-words.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import { copyFailure } from "#ui/story/copy-failure.ts";
import messages from "./failures.messages.json";

/** How browsers word it that a part of the app can't be had. */
const PART_MISSING =
  /dynamically imported module|Importing a module script failed|Unable to preload/i;

/** Says why a file can't be read, or a file or a story in it can't be made. */
export function transferFailure(error: unknown, speech: Speech): string {
  const { say } = messagesOf(messages, speech);
  if (error instanceof CargoError) return say(error.refusal.kind, error.refusal);
  if (error instanceof Error && PART_MISSING.test(error.message)) return say("partMissing");
  return wordsOfKind(messages, error, speech) ?? copyFailure(error, speech);
}
