import fc from "fast-check";
import { expect, test } from "vitest";
import { cutAtWord, htmlText, oneLine, plainText } from "#pipeline/content/source/plain-text.ts";

test.each([
  ["tags and entities", "<b>A</b> &amp; B&#58; <i class='x'>C</i>", "A & B: C"],
  ["blocks are set apart", "<p>A</p><p>B</p>", "A B"],
  ["what only looks like a tag", "3 < 4 and 5 > 4, a <3", "3 < 4 and 5 > 4, a <3"],
  [
    "tags that are words of a title",
    "Why the <b> element & <title> differ: 3 < 5",
    "Why the <b> element & <title> differ: 3 < 5",
  ],
  ["tags in code", "When `x <y>` breaks", "When `x <y>` breaks"],
  ["formatting that is not well nested", "<B>A<i>B</b>C</I><b>D", "ABC<b>D"],
  ["an end without a beginning", "A</b> <b>B</b>", "A</b> B"],
  ["line ends", "A<br>B<br/>C<wbr>D", "A B CD"],
  [
    "what would run in a page is text",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
  ],
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

test("of HTML every tag goes", () => {
  const html = "<div>A<!-- x --><img src='a.png'> &amp; <title>B</title></div><p>C: 3 < 4";
  expect(htmlText(html, 100)).toBe("A & B C: 3 < 4");
});

test("a comment that never ends is text, however many there are", () => {
  expect(htmlText("A <!-- B <i>C", 100)).toBe("A B C");
  expect(htmlText("<!--".repeat(10_000), 2000)).toMatch(/^<!--.*…$/);
});

test("a text of many tags costs little", () => {
  expect(plainText("<b>".repeat(2000), 300)).toMatch(/^(?:<b>)+.*…$/);
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

test("a line that is one already is given as it is, and is what it would be made", () => {
  const pieces = [
    "a",
    "Z9",
    "é",
    "“",
    "–",
    " ",
    "  ",
    "\u00A0",
    "\uFEFF",
    "\u00AD",
    "\u2028",
    "\uD800",
    "😀",
    "\n",
  ];
  const slow = (text: string) =>
    text
      .replace(/(?:[^\S\uFEFF]|\u0085)+/gu, " ")
      .replace(/[\p{Cc}\u00AD\u180E\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu, "")
      .replace(/\p{Surrogate}/gu, "\uFFFD")
      .replace(/ {2,}/g, " ")
      .trim();
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (words) => {
      expect(oneLine(words.join(""))).toBe(slow(words.join("")));
    }),
    { seed: 23, numRuns: 5_000 },
  );
});
