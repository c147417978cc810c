import { expect, it } from "vitest";
import { SavedError } from "#data/device/saved-error.ts";
import { EditionError, type EditionErrorKind } from "#data/edition/edition-error.ts";
import { failureWords } from "#ui/failure-words.ts";
import { loadSpeech } from "#ui/messages/catalogs.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";
import { copyFailure } from "#ui/story/copy-failure.ts";

const EDITION: readonly EditionErrorKind[] = ["offline", "missing", "broken", "newer", "server"];
const SAVED = ["absent", "lost", "damaged", "outdated", "denied", "unloaded"] as const;

it("says every failure of the edition and of a saved article in the language spoken", async () => {
  const german = await loadSpeech("de");
  const errors = [
    ...EDITION.map((kind) => new EditionError(kind, "data/x.json", "technical")),
    ...SAVED.map((kind) => new SavedError(kind)),
  ];
  for (const error of errors) {
    const words = [ENGLISH, german].map((speech) => copyFailure(error, speech));
    expect(words).not.toContain(error.message);
    expect(new Set(words).size, error.message).toBe(2);
  }
});

it("lets an error of no known kind speak for itself", () => {
  expect(failureWords(new Error("Quite another thing."), ENGLISH)).toBe("Quite another thing.");
  expect(failureWords("toString", ENGLISH)).toBe("toString");
});
