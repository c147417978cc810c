import { expect, it } from "vitest";
import { parsePosition } from "#model/position.ts";

const POSITION = { v: 1, block: 12, fraction: 0.25, at: "2026-11-22T12:00:00Z" };

it("a reading position is read as it was written", () => {
  expect(parsePosition(JSON.parse(JSON.stringify(POSITION)))).toEqual(POSITION);
});

it.each([
  ["a block before the first", { block: -1 }],
  ["half a block", { block: 1.5 }],
  ["more than a whole block", { fraction: 1.1 }],
  ["no number", { fraction: null }],
  ["no time", { at: undefined }],
])("a reading position with %s is refused", (_, part) => {
  expect(() => parsePosition({ ...POSITION, ...part })).toThrow(/reading position/);
});

it("a reading position of a newer version says so", () => {
  expect(() => parsePosition({ ...POSITION, v: 2 })).toThrow("has version 2");
});
