import { expect, test } from "vitest";
import { cutAtWord, plainText } from "#pipeline/content/source/plain-text.ts";

test.each([
  ["tags and entities", "<b>A</b> &amp; B&#58; <i class='x'>C</i>", "A & B: C"],
  ["blocks are set apart", "<p>A</p><p>B</p>", "A B"],
  ["what only looks like a tag", "3 < 4 and 5 > 4, a <3", "3 < 4 and 5 > 4, a <3"],
  ["entities are read once", "&amp;lt;script&amp;gt;", "&lt;script&gt;"],
  ["white space", " A\n\t B\u00a0 C ", "A B C"],
  ["overrides and isolates of direction", "a\u202Eb\u2066c\u2069", "abc"],
  ["invisible characters", "a\u200Bb\uFEFFc\u00ADd\u0000e\u0085f", "abcde f"],
  [
    "joiners stay: Persian and emoji need them",
    "می\u200cخواهم 👩\u200d🚀",
    "می\u200cخواهم 👩\u200d🚀",
  ],
  ["lone surrogates", "a\uD800b", "a\uFFFDb"],
])("%s", (_, text, expected) => {
  expect(plainText(text, 100)).toBe(expected);
});

test.each([
  ["short enough", 20, "short enough"],
  ["cut between two words", 13, "cut between…"],
  ["a comma, then more", 10, "a comma…"],
  ["Donaudampfschifffahrt", 10, "Donaudamp…"],
  ["12345678👩👩", 10, "12345678…"],
])("“%s” in at most %i characters", (text, longest, expected) => {
  expect(cutAtWord(text, longest)).toBe(expected);
});
