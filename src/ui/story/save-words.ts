import { localeOf } from "#model/language.ts";
import type { SavedRecord } from "#model/saved.ts";
import { ENGLISH, messagesOf, type Speech } from "#ui/messages/messages.tsx";
import messages from "./save-words.messages.json";

/** What is known of one article's copy on this device. */
export type SaveState = {
  readonly record: SavedRecord | undefined;
  /** Of the last press on Save, as long as the page is open. */
  readonly status:
    | { readonly kind: "saving" }
    | { readonly kind: "saved"; readonly isLocal: boolean; readonly isMirrored: boolean }
    | { readonly kind: "failed"; readonly reason: string }
    | undefined;
  /** Its pictures are on their way. */
  readonly isFetching: boolean;
};

const FAILURES = ["full", "denied", "occupied", "unloaded"] as const;

/** Says what is kept of an article, and what is missing; null where it is not saved and nobody asked for it. */
export function saveWords(
  { record, status, isFetching }: SaveState,
  speech: Speech = ENGLISH,
): string | null {
  const { say } = messagesOf(messages, speech);
  if (status?.kind === "saving") return say("saving");
  if (status?.kind === "failed") {
    return say(FAILURES.find((each) => each === status.reason) ?? "notSaved");
  }
  if (!record) return null;
  if (status?.kind === "saved" && !(status.isLocal || status.isMirrored)) {
    return say("untilClosed");
  }
  if (record.link !== undefined) return say("address");
  if (isFetching) return say("fetching");
  return pictureWords(record, speech);
}

/** Says whether words of `saveWords` say no more than that the story is saved. */
export function isPlainlySaved(words: string, speech: Speech): boolean {
  return words === messagesOf(messages, speech).say("here");
}

const UNITS = [
  { unit: "gigabyte", bytes: 1_000_000_000, from: 999_500_000 },
  { unit: "megabyte", bytes: 1_000_000, from: 999_500 },
  { unit: "kilobyte", bytes: 1_000, from: 1_000 },
] as const;

/** A number of bytes for people. */
export function sizeWords(bytes: number, locale = localeOf("en")): string {
  const { unit, bytes: one } = UNITS.find(({ from }) => bytes >= from) ?? {
    unit: "byte",
    bytes: 1,
  };
  const isFine = unit === "gigabyte" || (unit === "megabyte" && bytes < 10_000_000);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    minimumFractionDigits: isFine ? 1 : 0,
    maximumFractionDigits: isFine ? 1 : 0,
  }).format(bytes / one);
}

function pictureWords({ pictures }: SavedRecord, speech: Speech): string {
  const { say } = messagesOf(messages, speech);
  if (!pictures) return say("here");
  const { all, kept, bytes, elsewhere: far = 0 } = pictures;
  if (all > kept) return say("missing", { count: all - kept, far });
  if (all > 0) {
    return say("with", { count: all, size: sizeWords(bytes, localeOf(speech.language)), far });
  }
  return far > 0 ? say("text", { far }) : say("here");
}
