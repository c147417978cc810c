import messages from "./failure-words.messages.json";
import { type MessageFile, messagesOf, type Speech } from "./messages/messages.tsx";

/** Says why something of the edition failed, by the kind of its error or that alone; one of no known kind speaks for itself. */
export function failureWords(error: unknown, speech: Speech): string {
  return (
    wordsOfKind(messages, error, speech) ?? (error instanceof Error ? error.message : String(error))
  );
}

/** What messages have to say of an error's kind; undefined where that is nothing. */
export function wordsOfKind<Key extends string>(
  messages: MessageFile<Key>,
  error: unknown,
  speech: Speech,
): string | undefined {
  const kind = typeof error === "string" ? error : Reflect.get(Object(error), "kind");
  const isKnown = (key: unknown): key is Key =>
    typeof key === "string" && Object.hasOwn(messages.en, key);
  return isKnown(kind) ? messagesOf(messages, speech).say(kind) : undefined;
}
