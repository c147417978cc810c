import { expect, it } from "vitest";
import { parseNamedView } from "#model/named-view.ts";

const VIEW = {
  v: 1,
  id: "mgh3k2",
  name: "Water and light",
  search: "?tag=tides&match=any",
  changedAt: "2026-11-22T12:00:00Z",
};

it("a view is read as it was written", () => {
  expect(parseNamedView(JSON.parse(JSON.stringify(VIEW)))).toEqual(VIEW);
});

it.each([
  ["no name", { name: "" }],
  ["an id of another form", { id: "../x" }],
  ["no time", { changedAt: "yesterday" }],
])("a view with %s is refused", (_, part) => {
  expect(() => parseNamedView({ ...VIEW, ...part })).toThrow(/saved view/);
});

it("a view of a newer version says so", () => {
  expect(() => parseNamedView({ ...VIEW, v: 2 })).toThrow("has version 2");
});
