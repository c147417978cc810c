import { describe, expect, test } from "vitest";
import { parseHtml, renderHtml, textIn, wordsAlone } from "#pipeline/content/body/html-tree.ts";

const parse = (html: string) => parseHtml(html) ?? wordsAlone(html);

describe("a body's HTML", () => {
  test.each([
    ["as it is", '<p class="x">a &amp; b<br>c</p>', '<p class="x">a &amp; b<br>c</p>'],
    [
      "without scripts, styles, comments",
      "a<script>1<2</script><style>p{}</style><!-- x -->b",
      "ab",
    ],
    [
      "a whole page",
      "<!doctype html><html><head><title>T</title></head><body><p>a</p></body></html>",
      "<p>a</p>",
    ],
    [
      "a page without a body",
      "<html><head><meta><title>T</title></head><p>a</p></html>",
      "<p>a</p>",
    ],
    ["unclosed", "<p>a<b>c", "<p>a<b>c</b></p>"],
    ["attributes keep their quotes", "<a title='\"'>a</a>", '<a title="&quot;">a</a>'],
    [
      "no styles, which the policy refuses",
      '<p style="color:red" class="x">a</p>',
      '<p class="x">a</p>',
    ],
    [
      "alignment of table cells",
      '<table><tr><th style="TEXT-ALIGN : Right; color:red">a</th><td style="text-align:end">b</td></tr></table>',
      '<table><tr><th align="right">a</th><td>b</td></tr></table>',
    ],
    [
      "no hidden picture, which would be seen without its style",
      'a<img src="b" style="display: none">',
      "a",
    ],
    ["alignment of nothing else", '<p style="text-align:center">a</p>', "<p>a</p>"],
    ["letters that are not ASCII", "<p>é — 日本</p>", "<p>é — 日本</p>"],
  ])("%s", (_, html, expected) => {
    expect(renderHtml(parse(html))).toBe(expected);
  });

  test("nesting without end is flattened and keeps its text", () => {
    const html = renderHtml(parse(`${"<div>".repeat(900)}deep${"</div>".repeat(900)}`));
    expect(html).toContain("deep");
    expect(html.match(/<div>/g)?.length).toBeLessThan(130);
  });

  // The parser's work grows with the square of what is open: for hours.
  test.each([
    ["elements within one another", "<b>".repeat(2_000_000)],
    ["elements beside one another", "<b>x</b>".repeat(300_000)],
  ])("of millions of %s the words are kept alone", (_, html) => {
    expect(parseHtml(html)).toBeNull();
    expect(renderHtml(wordsAlone(`${html}a &amp; <!-- b --> <i>c</i><script>d</script>`))).toMatch(
      /a &amp; +c$/,
    );
  });

  test("a hundred thousand things that go are taken out at once", () => {
    const html = renderHtml(parse(`a${'<img src="b" style="display:none">'.repeat(150_000)}`));
    expect(html).toBe("a");
  });

  test("text has a space between blocks", () => {
    expect(textIn(parse("<p>a</p><ul><li>b</li><li>c<i>d</i></li></ul>")).trim()).toMatch(
      /^a\s+b\s+cd$/,
    );
  });
});
