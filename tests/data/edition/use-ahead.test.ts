import { describe, expect, it } from "vitest";
import { mayFetch } from "#data/edition/use-ahead.ts";

describe("what is fetched ahead", () => {
  it.each([
    ["a fast connection", { connection: { effectiveType: "4g", saveData: false } }, true, true],
    ["a slow one", { connection: { effectiveType: "3g", saveData: false } }, true, false],
    ["one that is not told", {}, true, false],
    [
      "a reader who saves data",
      { connection: { effectiveType: "4g", saveData: true } },
      false,
      false,
    ],
  ])("depends on the connection: %s", (_, navigator, meant, likely) => {
    expect(mayFetch("meant", navigator)).toBe(meant);
    expect(mayFetch("likely", navigator)).toBe(likely);
  });
});
