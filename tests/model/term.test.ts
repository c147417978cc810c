import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameTerm, termKey, termPrefix } from "#model/term.ts";

describe("the key of a term", () => {
  it.each([
    ["Deep Sea", "deep-sea"],
    ["  Deep   Sea ", "deep-sea"],
    ["deep-sea", "deep-sea"],
    ["Deep\u00a0Sea", "deep-sea"],
    ["R&D", "rd"],
    ["C++", "c++"],
    ["C#", "c#"],
    ["node.js", "node.js"],
    ["ÉTÉ", "été"],
    ["e\u0301te\u0301", "été"],
    ["日本 語", "日本-語"],
    ["فارسی", "فارسی"],
    ["हिन्दी", "हिन्दी"],
    ["«Quoted»", "quoted"],
    ["a - b", "a-b"],
    ["!!!", "!!!"],
    ["", ""],
    ["   ", ""],
  ])("of %j is %j", (label, key) => {
    expect(termKey(label)).toBe(key);
  });

  it("is the key of itself, so that an address can be read back", () => {
    const check = (label: string) => {
      expect(termKey(termKey(label))).toBe(termKey(label));
    };
    fc.assert(fc.property(fc.string({ unit: "binary" }), check), { seed: 3, numRuns: 2_000 });
  });
});

describe("the place of a key in the directory", () => {
  it.each([
    ["deep-sea", "de"],
    ["c", "c"],
    ["日本語", "日本"],
    ["😀😀😀", "😀😀"],
    ["", ""],
  ])("of %j is %j", (key, prefix) => {
    expect(termPrefix(key)).toBe(prefix);
  });
});

describe("two terms", () => {
  it("are the same when kind and key are", () => {
    expect(isSameTerm({ kind: "tag", key: "ice" }, { kind: "tag", key: "ice" })).toBe(true);
    expect(isSameTerm({ kind: "tag", key: "ice" }, { kind: "source", key: "ice" })).toBe(false);
    expect(isSameTerm({ kind: "tag", key: "ice" }, { kind: "tag", key: "snow" })).toBe(false);
  });
});
