import fc from "fast-check";
import { expect, test } from "vitest";
import { measure } from "#pipeline/content/body/measure.ts";

test.each([
  ["words", "one two – three", "en", undefined, { words: 3, minutes: 1 }],
  ["213 words are a minute", "a ".repeat(213), "en", undefined, { words: 213, minutes: 1 }],
  ["one more begins the next", "a ".repeat(214), "en", undefined, { words: 214, minutes: 2 }],
  ["Chinese in characters", "世界 ".repeat(251), "zh-TW", undefined, { words: 502, minutes: 2 }],
  ["Japanese with foreign words", "東京 and カナ", "ja", undefined, { words: 5, minutes: 1 }],
  ["characters where it says so", "세계", "ko", true, { words: 2, minutes: 1 }],
  ["words where it says so", "世界", "zh", false, { words: 1, minutes: 1 }],
  ["Thai has words without spaces", "สวัสดีชาวโลก", "th", undefined, { words: 3, minutes: 1 }],
  ["nothing", "", "en", undefined, { words: 0, minutes: 1 }],
])("%s", (_, text, language, isCjk, expected) => {
  expect(measure(text, language, isCjk)).toEqual(expected);
});

test("what is counted in one pass are the pieces between white space that hold a letter or digit", () => {
  const pieces = [
    "a",
    "é",
    "9",
    "٣",
    "界",
    "𝒳",
    "😀",
    "\uD800",
    "-",
    "_",
    "’",
    " ",
    "\t\n",
    "\u00A0",
    "\uFEFF",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), fc.nat(9), (words, n) => {
      // One in ten is so long that it is gone through in several steps, a word on each border.
      const text = n === 0 ? words.join("").repeat(4_001) : words.join("");
      const counted = text.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
      expect(measure(text, "en", undefined).words).toBe(counted.length);
    }),
    { seed: 5, numRuns: 2_000 },
  );
});
