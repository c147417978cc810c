import { describe, expect, it } from "vitest";
import { findBlock, openingWords, parsePosition } from "#model/position.ts";

const POSITION = { v: 1, block: 12, fraction: 0.25, at: "2026-11-22T12:00:00Z" };

it("a reading position is read as it was written", () => {
  expect(parsePosition(JSON.parse(JSON.stringify(POSITION)))).toEqual(POSITION);
});

it("a reading position says how its block begins, and whether the end was reached", () => {
  const full = { ...POSITION, words: "The sea that it predicts", isFinished: true };
  expect(parsePosition(full)).toEqual(full);
});

it.each([
  ["a block before the first", { block: -1 }],
  ["half a block", { block: 1.5 }],
  ["more than a whole block", { fraction: 1.1 }],
  ["no number", { fraction: null }],
  ["more words than know a block", { words: "w".repeat(61) }],
  ["no time", { at: undefined }],
])("a reading position with %s is refused", (_, part) => {
  expect(() => parsePosition({ ...POSITION, ...part })).toThrow(/reading position/);
});

it("a reading position of a newer version says so", () => {
  expect(() => parsePosition({ ...POSITION, v: 2 })).toThrow("has version 2");
});

it.each([
  ["  The sea\n that it\u00a0predicts ", "The sea that it predicts"],
  ["word ".repeat(40), "word ".repeat(12).trim()],
  [`${"w".repeat(59)}𝄞`, "w".repeat(59)],
  ["", ""],
])("the opening words of %j are %j", (text, words) => {
  expect(openingWords(text)).toBe(words);
});

describe("the block of a position", () => {
  const place = { block: 2, fraction: 0.5, words: "The sea" };

  it.each([
    ["stands where it stood", ["Once", "Then", "The sea"], 2, 0.5],
    ["is found above, where a paragraph went", ["Once", "The sea", "Then"], 1, 0.5],
    ["is found below, where one came", ["New", "Once", "Then", "The sea"], 3, 0.5],
    ["is the nearest of those that begin so", ["The sea", "", "", "The sea"], 3, 0.5],
    ["is begun anew, where it was written anew", ["Once", "Then", "An ocean"], 2, 0],
  ])("%s", (_, openings, block, fraction) => {
    expect(findBlock(place, openings)).toEqual({ block, fraction });
  });

  it("is counted where no words are known", () => {
    expect(findBlock({ block: 1, fraction: 0.25 }, [])).toEqual({ block: 1, fraction: 0.25 });
  });

  it("without a word in it is not looked for by words", () => {
    const picture = { block: 5, fraction: 0.5, words: "" };
    expect(findBlock(picture, ["", "Once"])).toEqual({ block: 5, fraction: 0 });
  });
});
