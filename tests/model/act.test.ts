import { expect, it } from "vitest";
import { parseAct } from "#model/act.ts";

const ID = "00112233445566778899";
const ACT = {
  v: 1,
  at: "2026-11-22T12:00:00Z",
  way: "above",
  mark: "read",
  before: [[ID, "none"]],
};

it("a change of read marks is read as it was written", () => {
  expect(parseAct(JSON.parse(JSON.stringify({ ...ACT, title: "The weir" })))).toEqual({
    ...ACT,
    title: "The weir",
  });
});

it.each([
  ["no known way", { way: "magic" }],
  ["nothing to put back", { before: undefined }],
  ["a story that has no id", { before: [["x", "none"]] }],
  ["an unknown mark", { before: [[ID, "maybe"]] }],
])("a change with %s is refused", (_, part) => {
  expect(() => parseAct({ ...ACT, ...part })).toThrow(/act/);
});

it("a change of a newer version says so", () => {
  expect(() => parseAct({ ...ACT, v: 2 })).toThrow("has version 2");
});
