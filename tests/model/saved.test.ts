import { describe, expect, it } from "vitest";
import {
  byOrder,
  changedAtOf,
  isGone,
  isNewer,
  LONGEST_LABEL,
  MOST_LABELS,
  parseSavedRecord,
  parseTombstone,
  type SavedRecord,
  tidyLabels,
} from "#model/saved.ts";

const ID = "0123456789abcdef0123";
const RECORD: SavedRecord = {
  v: 1,
  id: ID,
  rev: 3,
  order: 2,
  savedAt: "2026-11-22T12:00:00Z",
  digest: "0123456789abcdef",
  summary: {
    id: ID,
    title: "The bed of the river",
    date: null,
    tags: [],
    excerpt: "",
    minutes: 1,
    digest: "0123456789abcdef",
  },
  body: "local",
  size: 420,
};

/** What version 2 knows more. */
const FULL: SavedRecord = {
  ...RECORD,
  v: 2,
  changedAt: "2026-11-23T12:00:00Z",
  archived: true,
  labels: ["For the train"],
  origin: "import",
  link: "https://example.org/bed",
  pictures: { all: 3, kept: 2, bytes: 90_000, elsewhere: 1 },
};

describe("a saved article's record", () => {
  it.each([
    ["1", RECORD],
    ["2", FULL],
  ])("of version %s is read as it was written", (_, record) => {
    expect(parseSavedRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it.each([
    ["no version", { v: undefined }],
    ["a revision of nothing", { rev: 0 }],
    ["half a revision", { rev: 1.5 }],
    ["an id in capitals", { id: ID.toUpperCase() }],
    ["a time of another zone", { savedAt: "2026-11-22T12:00:00+01:00" }],
    ["a body elsewhere", { body: "cloud" }],
    ["no summary", { summary: null }],
    ["a negative size", { size: -1 }],
    ["half a picture", { pictures: { all: 1, kept: 0.5, bytes: 0 } }],
    ["an endless tag", { labels: ["x".repeat(LONGEST_LABEL + 1)] }],
    ["tags without end", { labels: Array.from({ length: MOST_LABELS + 1 }, String) }],
    ["a change at no time", { changedAt: "yesterday" }],
  ])("with %s is refused", (_, part) => {
    expect(() => parseSavedRecord({ ...RECORD, ...part })).toThrow(/saved article/);
  });

  it("of a newer version says so", () => {
    expect(() => parseSavedRecord({ ...RECORD, v: 3 })).toThrow("has version 3");
    expect(() => parseTombstone({ v: 3 })).toThrow("has version 3");
  });

  it("of version 1 was changed last when it was saved", () => {
    expect([changedAtOf(RECORD), changedAtOf(FULL)]).toEqual([
      "2026-11-22T12:00:00Z",
      "2026-11-23T12:00:00Z",
    ]);
  });
});

describe("of two forms of one record", () => {
  it.each([
    [
      "the higher revision counts, whatever the clocks say",
      { rev: 4, savedAt: "1999-01-01T00:00:00Z" },
    ],
    ["with one revision the later copy counts", { savedAt: "2026-11-22T12:00:01Z" }],
    ["with one revision and one time the same one always counts", { digest: "f".repeat(16) }],
  ])("%s", (_, part) => {
    const other = { ...RECORD, ...part };
    expect([isNewer(other, RECORD), isNewer(RECORD, other)]).toEqual([true, false]);
  });

  it("neither is newer when they are the same, and anything is newer than nothing", () => {
    expect([isNewer(RECORD, RECORD), isNewer(RECORD, undefined)]).toEqual([false, true]);
  });

  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])("a tombstone of revision %i beats one of revision 3: %s", (rev, isBeaten) => {
    expect(isGone(RECORD, parseTombstone({ v: 1, id: ID, rev }))).toBe(isBeaten);
    expect(isGone(RECORD, undefined)).toBe(false);
  });
});

it("lists what was saved last first, and always in one order", () => {
  const records = [1, 3, 2, 2].map((order, at) => ({ ...RECORD, order, id: `${at}`.repeat(20) }));
  const names = (list: SavedRecord[]) => list.sort(byOrder).map(({ id }) => id[0]);
  expect(names([...records])).toEqual(["1", "2", "3", "0"]);
  expect(names(records.reverse())).toEqual(["1", "2", "3", "0"]);
});

describe("the reader's own tags", () => {
  it.each([
    [["  For\tthe \n train "], ["For the train"]],
    [["Maps", "maps", "MAPS"], ["Maps"]],
    [["", " ", "\u0000"], []],
    [[`${"x".repeat(LONGEST_LABEL - 1)}🗺`], ["x".repeat(LONGEST_LABEL - 1)]],
    [
      ["__proto__", "constructor"],
      ["__proto__", "constructor"],
    ],
  ])("%j are kept as %j", (labels, kept) => {
    expect(tidyLabels(labels)).toEqual(kept);
  });

  it("are so many at most, the first ones", () => {
    const many = Array.from({ length: MOST_LABELS + 9 }, (_, at) => `tag ${at}`);
    expect(tidyLabels(many)).toEqual(many.slice(0, MOST_LABELS));
  });
});
