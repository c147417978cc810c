import { describe, expect, it } from "vitest";
import {
  parseBackup,
  parsePlacedPosition,
  parseReadMark,
  parseRemoval,
  parseTraveller,
} from "#model/backup.ts";

const ID = "0123456789abcdef0123";
const AT = "2026-11-22T12:00:00Z";
const ARTICLE = {
  v: 1,
  id: ID,
  title: "The bed of the river",
  date: null,
  tags: [],
  excerpt: "",
  minutes: 1,
  authors: [],
  words: 3,
  body: "<p>It moves.</p>",
  translations: [],
  related: [],
};
const TRAVELLER = { savedAt: AT, changedAt: AT, digest: "0123456789abcdef", article: ARTICLE };
const BACKUP = { format: "offprint-backup", v: 1, made: AT };

describe("a backup", () => {
  it("may hold nothing but its name", () => {
    expect(parseBackup(BACKUP)).toMatchObject({ saved: [], removed: [], read: [], positions: [] });
  });
  it("of a newer version says so", () => {
    expect(() => parseBackup({ ...BACKUP, v: 2 })).toThrow("has version 2");
  });
  it.each([
    ["another format", { ...BACKUP, format: "diary" }],
    ["no time", { ...BACKUP, made: "yesterday" }],
    ["saved articles that are no list", { ...BACKUP, saved: {} }],
    ["nothing", null],
    ["a list", []],
  ])("with %s is refused", (_, value) => {
    expect(() => parseBackup(value)).toThrow(/backup/);
  });
});

describe("an entry", () => {
  it("is read whole, with its article's id", () => {
    const labels = [" maps ", "Maps", ""];
    expect(parseTraveller({ ...TRAVELLER, archived: true, labels, origin: "import" })).toEqual({
      ...TRAVELLER,
      id: ID,
      archived: true,
      labels: ["maps"],
      origin: "import",
    });
  });
  it("passes over what it does not know, and over what would change every object", () => {
    const value: unknown = JSON.parse(
      JSON.stringify(TRAVELLER).replace("{", '{"__proto__":{"polluted":1},"constructor":1,'),
    );
    expect(Object.keys(parseTraveller(value)).sort()).toEqual(
      [...Object.keys(TRAVELLER), "id"].sort(),
    );
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
  it.each([
    ["no article", { article: undefined }],
    ["an article of numbers", { article: { ...ARTICLE, title: 7 } }],
    ["an article of a newer version", { article: { ...ARTICLE, v: 9 } }],
    ["a text without end", { article: { ...ARTICLE, body: "x".repeat(5_000_001) } }],
    ["a title without end", { article: { ...ARTICLE, title: "x".repeat(60_000) } }],
    ["a time of another zone", { savedAt: "2026-11-22T12:00:00+01:00" }],
    ["labels of numbers", { labels: [1] }],
    ["an unknown origin", { origin: "moon" }],
  ])("with %s is refused", (_, part) => {
    expect(() => parseTraveller({ ...TRAVELLER, ...part })).toThrow();
  });
});

it("removals, marks and positions are read, and refused where they are none", () => {
  expect(parseRemoval({ id: ID, changedAt: AT })).toEqual({ id: ID, changedAt: AT });
  expect(parseReadMark([ID, AT])).toEqual([ID, AT]);
  const position = { v: 1, block: 2, fraction: 0.5, at: AT };
  expect(parsePlacedPosition({ id: ID, ...position })).toEqual({ id: ID, position });
  expect(() => parseRemoval({ id: "x", changedAt: AT })).toThrow();
  expect(() => parseReadMark([ID])).toThrow();
  expect(() => parsePlacedPosition({ id: ID, ...position, fraction: 2 })).toThrow();
});
