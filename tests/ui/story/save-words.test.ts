import { describe, expect, it } from "vitest";
import type { SavedRecord } from "#model/saved.ts";
import { saveWords, sizeWords } from "#ui/story/save-words.ts";

const ID = "0123456789abcdef0123";
const DIGEST = "0123456789abcdef";
const RECORD: SavedRecord = {
  v: 2,
  id: ID,
  rev: 1,
  order: 1,
  savedAt: "2026-11-22T12:00:00Z",
  digest: DIGEST,
  summary: { id: ID, title: "", date: null, tags: [], excerpt: "", minutes: 1, digest: DIGEST },
  body: "local",
  size: 1,
};
const SAVED = { record: RECORD, status: undefined, isFetching: false };
const pictures = (all: number, kept: number, bytes: number, elsewhere?: number) => ({
  ...SAVED,
  record: { ...RECORD, pictures: { all, kept, bytes, ...(elsewhere ? { elsewhere } : {}) } },
});

describe("what is kept of an article", () => {
  it.each([
    ["nothing, and nobody asked", { ...SAVED, record: undefined }, null],
    ["its text", SAVED, "Saved on this device"],
    ["its text, since it has no pictures", pictures(0, 0, 0), "Saved on this device"],
    ["its pictures", pictures(2, 2, 184_000), "Saved with 2 pictures · 184 kB"],
    ["its one picture", pictures(1, 1, 1_240_000), "Saved with 1 picture · 1.2 MB"],
    ["some of its pictures", pictures(3, 1, 9), "Saved, 2 pictures missing"],
    ["none of another host's", pictures(0, 0, 0, 3), "Saved with text, 3 pictures online only"],
    [
      "its own alone",
      pictures(1, 1, 900, 1),
      "Saved with 1 picture · 900 bytes, 1 picture online only",
    ],
    [
      "an address",
      { ...SAVED, record: { ...RECORD, link: "https://a.example/" } },
      "Only the address is kept",
    ],
    ["its text so far", { ...SAVED, isFetching: true }, "Saved, its pictures are being fetched…"],
    [
      "nothing yet",
      { ...SAVED, record: undefined, status: { kind: "saving" } as const },
      "Saving…",
    ],
    [
      "all as long as the page is open",
      { ...SAVED, status: { kind: "saved", isLocal: false, isMirrored: false } as const },
      "Saved until this page is closed",
    ],
    [
      "nothing, since nothing fits",
      { ...SAVED, record: undefined, status: { kind: "failed", reason: "full" } as const },
      "Not saved: the storage is full",
    ],
    [
      "nothing, for a reason of its own",
      { ...SAVED, record: undefined, status: { kind: "failed", reason: "odd" } as const },
      "Not saved",
    ],
  ])("%s", (_, state, words) => {
    expect(saveWords(state)).toBe(words);
  });
});

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_500, "2 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [12_345_678, "12 MB"],
  [10_737_418_240, "10.7 GB"],
])("%i bytes are %s", (bytes, words) => {
  expect(sizeWords(bytes, "en-GB")).toBe(words);
});

it.each([
  ["de", 1_240_000, "1,2 MB"],
  ["fr", 999, "999 octets"],
  ["fr", 184_000, "184 ko"],
])("in the language %s %i bytes are %s", (locale, bytes, words) => {
  expect(sizeWords(bytes, locale).replace(/\s/g, " ")).toBe(words);
});
