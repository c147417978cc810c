import { describe, expect, it } from "vitest";
import { plainParagraphs } from "#ui/article-body/plain-text.ts";

describe("the words of an article", () => {
  it.each([
    ["paragraphs", "<p>a <b>b</b>\nc</p><ul><li>d</li></ul>e<br>f", ["a b c", "d", "e", "f"]],
    [
      "entities",
      "<p>a &amp; b &lt;i&gt; &#x1F30A; &#38; &bogus; &#99999999;</p>",
      ["a & b <i> 🌊 & &bogus; &#99999999;"],
    ],
    ["what is no text", "<style>p{}</style><!-- <p>x</p> --><script>y</script>z", ["z"]],
    ["a sign that is no mark", "1 < 2", ["1 < 2"]],
    ["nothing", "", []],
  ])("%s", (_name, html, expected) => {
    expect(plainParagraphs(html)).toEqual(expected);
  });

  // Looked for from each beginning anew, the end of these would take minutes.
  it.each(["<script ", "<!--", "<a "])("a million of %s that never end are read once", (start) => {
    expect(plainParagraphs(`<p>a</p>${start.repeat(1_000_000)}`)).toEqual(["a"]);
  });
});
