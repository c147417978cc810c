import { describe, expect, it } from "vitest";
import { foldText, textOf, wordTest } from "#model/saved-text.ts";

describe("the text of an article", () => {
  it.each([
    ["<p>One</p><p>two</p>", "One two"],
    ["a&amp;b &lt;p&gt; &#8217;&#x2019; &unknown; &#0;", "a&b <p> ’’ &unknown; &#0;"],
    ["<style>p{color:red}</style><script>alert(1)</script>Words", "Words"],
    ["3 < 4 and 5 > 2", "3 < 4 and 5 > 2"],
    ["<!-- a note -->seen", "seen"],
    ["", ""],
  ])("%j reads %j", (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it.each(["<p ", "<script>", "<!--", "&#", "<script", "</"])(
    "is found in what was made to take much: %s",
    (part) => {
      // What looks back again and again would take minutes.
      expect(textOf(part.repeat(300_000)).length).toBeLessThanOrEqual(part.length * 300_000);
    },
    20_000,
  );
});

describe("words", () => {
  it.each([
    ["cafe", "The Café’s stove", true],
    ["cafe's", "The Café’s stove", true],
    ["CAFÉ sto", "The Café’s stove", true],
    ["tove", "The Café’s stove", false],
    ["zurich", "Nach Zürich!", true],
    ["", "anything", true],
    ["( [", "a (b) [c]", true],
    ["nothing", "", false],
  ])("%j are in %j: %s", (words, text, isIn) => {
    expect(wordTest(words)(foldText(text))).toBe(isIn);
  });
});
