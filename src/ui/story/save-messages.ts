import { page } from "#model/address.ts";
import type { Message } from "#ui/tell.tsx";

type Outcome =
  | { readonly kind: "saved"; readonly isKept: boolean }
  | { readonly kind: "unsaved"; readonly undo: () => void }
  | { readonly kind: "failed"; readonly reason: string };

const REASONS: Record<string, string> = {
  full: "Not saved: the storage of this device is full. Take something out and try again.",
  denied: "Not saved: the browser lets this site store nothing.",
  occupied: "Not saved: something that can’t be read lies in its place. See the saved stories.",
  unloaded: "Not saved: a part of the app could not be loaded. Go online and try again.",
};

const TO_STORAGE = { label: "What takes space", to: { ...page.settings.to(), hash: "#storage" } };

/** Says what came of a press on Save. */
export function saveMessage(outcome: Outcome): Message {
  switch (outcome.kind) {
    case "saved":
      return {
        text: outcome.isKept
          ? "Saved on this device"
          : "Saved until this page is closed: the browser lets nothing be kept",
      };
    case "unsaved":
      return { text: "Taken out of what is saved", undo: outcome.undo };
    case "failed":
      return {
        text: REASONS[outcome.reason] ?? `Not saved. ${outcome.reason}`,
        ...(outcome.reason === "full" ? { way: TO_STORAGE } : {}),
      };
  }
}
