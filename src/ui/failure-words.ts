import messages from "./failure-words.messages.json";
import { messagesOf, type Speech } from "./messages/messages.tsx";

/** Says why something failed, by the kind of its error or that alone; one of no known kind speaks for itself. */
export function failureWords(error: unknown, speech: Speech): string {
  const kind = typeof error === "string" ? error : Reflect.get(Object(error), "kind");
  if (isKnown(kind)) return messagesOf(messages, speech).say(kind);
  return error instanceof Error ? error.message : String(error);
}

function isKnown(kind: unknown): kind is keyof (typeof messages)["en"] {
  return typeof kind === "string" && Object.hasOwn(messages.en, kind);
}
