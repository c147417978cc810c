import { page } from "#model/address.ts";
import { failureWords } from "#ui/failure-words.ts";
import { ENGLISH, messagesOf, type Speech } from "#ui/messages/messages.tsx";
import type { Message } from "#ui/tell.tsx";
import messages from "./save-messages.messages.json";

type Outcome =
  | { readonly kind: "saved"; readonly isKept: boolean }
  | { readonly kind: "unsaved"; readonly undo: () => void }
  | { readonly kind: "failed"; readonly reason: string };

const REASONS = ["full", "denied", "occupied", "unloaded"] as const;

/** Says what came of a press on Save. */
export function saveMessage(outcome: Outcome, speech: Speech = ENGLISH): Message {
  const { say } = messagesOf(messages, speech);
  switch (outcome.kind) {
    case "saved":
      return { text: say(outcome.isKept ? "here" : "untilClosed") };
    case "unsaved":
      return { text: say("unsaved"), undo: outcome.undo };
    case "failed": {
      const { reason } = outcome;
      const known = REASONS.find((each) => each === reason);
      return {
        text: known ? say(known) : say("failed", { reason: failureWords(reason, speech) }),
        ...(known === "full" ? { way: { label: say("space"), to: TO_STORAGE } } : {}),
      };
    }
  }
}

const TO_STORAGE = { ...page.settings.to(), hash: "#storage" };
