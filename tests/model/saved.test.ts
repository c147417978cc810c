import { describe, expect, it } from "vitest";
import {
  byOrder,
  isGone,
  isNewer,
  parseSavedRecord,
  parseTombstone,
  type SavedRecord,
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

describe("a saved article's record", () => {
  it("is read as it was written", () => {
    expect(parseSavedRecord(JSON.parse(JSON.stringify(RECORD)))).toEqual(RECORD);
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
  ])("with %s is refused", (_, part) => {
    expect(() => parseSavedRecord({ ...RECORD, ...part })).toThrow(/saved article/);
  });

  it("of a newer version says so", () => {
    expect(() => parseSavedRecord({ ...RECORD, v: 2 })).toThrow("has version 2");
    expect(() => parseTombstone({ v: 2 })).toThrow("has version 2");
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
