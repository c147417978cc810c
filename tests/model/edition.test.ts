import { describe, expect, it } from "vitest";
import {
  type Manifest,
  parseDirectory,
  parseHead,
  parseManifest,
  parseMonth,
  parsePlaces,
  parseRows,
  parseSchedule,
  parseSizes,
  parseTermFile,
} from "#model/edition.ts";
import { FormatError, NewerVersionError } from "#model/parse.ts";

const DIGEST = "0123456789abcdef";
const MONTH_DIGEST = "0123456789";
const MANIFEST: Manifest = {
  v: 1,
  edition: DIGEST,
  title: "The Test",
  language: "en",
  timeZone: "UTC",
  counts: { stories: 3, terms: { tag: 1, source: 0, section: 0 } },
  head: DIGEST,
  directories: { tag: DIGEST, source: DIGEST, section: DIGEST },
  months: [
    ["2026-01", 2, MONTH_DIGEST],
    ["undated", 1, MONTH_DIGEST],
  ],
  schedule: { first: "2026-02-01T00:00:00Z", digest: DIGEST },
};

describe("a manifest", () => {
  it("is read as it is", () => {
    expect(parseManifest(JSON.parse(JSON.stringify(MANIFEST)))).toEqual(MANIFEST);
  });

  it.each([
    ["a digest that leads elsewhere", { head: "../../secret0000" }],
    ["a month that is none", { months: [["January", 2, MONTH_DIGEST]] }],
    ["a month whose digest is another's", { months: [["2026-01", 2, DIGEST]] }],
    ["a count below nothing", { months: [["2026-01", -1, MONTH_DIGEST]] }],
    ["half a story", { counts: { ...MANIFEST.counts, stories: 1.5 } }],
    ["no directory of a kind", { directories: { tag: DIGEST } }],
  ])("is refused with %s", (_, fault) => {
    expect(() => parseManifest({ ...MANIFEST, ...fault })).toThrow(FormatError);
  });

  it("of a newer version is told apart from a broken one", () => {
    expect(() => parseManifest({ v: 2 })).toThrow(NewerVersionError);
  });
});

describe("the files that a manifest names", () => {
  it.each<[string, (value: unknown) => unknown, unknown]>([
    ["head", parseHead, { pinned: [], newest: [] }],
    ["month", parseMonth, { month: "2026-01", chunks: [[0, 2, DIGEST]], days: [[13, 0]] }],
    ["rows", parseRows, []],
    [
      "sizes",
      parseSizes,
      [
        [5210, 0],
        [4801, 120_400],
      ],
    ],
    ["schedule", parseSchedule, []],
    [
      "directory",
      parseDirectory,
      { top: [{ key: "ice", label: "Ice", count: 2, file: DIGEST }], pages: [["ic", DIGEST]] },
    ],
    ["places", parsePlaces, [["2026-01", [1, 1]]]],
    [
      "term",
      parseTermFile,
      [{ key: "ice", label: "Ice", count: 0, newest: [], places: [], older: [] }],
    ],
  ])("are read as they are, and refused when they are others: %s", (_, parse, value) => {
    expect(parse(value)).toEqual(value);
    expect(() => parse({ some: "thing" })).toThrow(FormatError);
    expect(() => parse([7])).toThrow(FormatError);
  });
});
