import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, plainExcerpt } from "#pipeline/content/body/excerpt.ts";
import { parseHtml, renderHtml, textIn, wordsAlone } from "#pipeline/content/body/html-tree.ts";
import { readPlainHtml } from "#pipeline/content/body/plain-html.ts";
import { rewriteLinks } from "#pipeline/content/body/rewrite-links.ts";

const SEED_LIKE = `<p>One <a href="https://a.example/b?c=d&amp;e" target="_blank" rel="noopener">two</a> &amp; three.</p>
<p><strong>Four</strong><br>five <em>six</em></p><ul><li>seven</li><li><p>eight</p></li></ul><blockquote>nine</blockquote>`;

const parse = (html: string) => parseHtml(html) ?? wordsAlone(html);

/** What the way through the tree gives; null where an address would change. */
function whole(html: string) {
  const tree = parse(html);
  const before = renderHtml(parse(html));
  rewriteLinks(tree, (address) => (/^(?:[a-z]+:|#)/i.test(address) ? address.trim() : "/changed/"));
  const read = { text: textIn(tree), excerpt: excerptOf(tree, undefined) };
  return { ...read, html: renderHtml(tree), before };
}

function agree(html: string): boolean {
  const plain = readPlainHtml(html);
  if (plain === null) return false;
  const { text, excerpt, html: written, before } = whole(html);
  expect({ html: html.trim(), text: plain.text }).toEqual({ html: written, text });
  expect(plainExcerpt(plain, undefined)).toBe(excerpt);
  expect(written).toBe(before);
  return true;
}

test("what importers write is read without the full parser, and alike", () => {
  expect(agree(SEED_LIKE)).toBe(true);
});

test.each([
  "<P>a</P>",
  "<p>a",
  "<p>a<p>b</p></p>",
  "<p><div>a</div></p>",
  "<li>a</li>",
  "<ul><li>a<li>b</li></li></ul>",
  "<a href='https://a.example'>b</a>",
  '<a href="/b">c</a>',
  '<a href="//b.example">c</a>',
  '<a href=" https://b.example">c</a>',
  '<a href="https://b.example/c d">e</a>',
  '<a href="https://b.example"><a href="https://c.example">d</a></a>',
  '<p style="color: red">a</p>',
  '<p title="">a</p>',
  '<p title="a" title="b">c</p>',
  '<p onclick="a()">b</p>',
  "a &quot;b&quot;",
  "a > b",
  "a\u00A0b",
  "<!--more-->",
  '<img src="https://a.example/b.png">',
  "<script>a</script>",
  "<br/>",
  "<pre>a</pre>",
  "<p>a</strong></p>",
])("what is not certain is left to the full parser: %s", (html) => {
  expect(readPlainHtml(html)).toBeNull();
});

test("whatever it reads, it reads as the full parser does", () => {
  const names = "p a em strong ul ol li blockquote div h2 span code sup section q".split(" ");
  const attributes = [
    "",
    ' href="https://a.example/?b&amp;c"',
    ' href="#d"',
    ' href="https://a.example/b" target="_blank" rel="noopener"',
    ' href="http://a.example/b c" target="_blank"',
    ' href="https://a.example/b" rel="nofollow" target="_blank"',
    ' href="https://a.example/b" href="/c"',
    ' class="e <f>"',
    ' id="g" lang="de"',
  ];
  const pieces = [
    "a word",
    " ",
    "\n",
    "&amp;",
    "&nbsp;",
    "&lt;i>",
    "<br>",
    "<hr>",
    "\u00AD",
    "é",
    "&#8217;",
    "x".repeat(300),
  ];
  const node = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...pieces),
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.constantFrom(...attributes),
          fc.array(tie("node"), { maxLength: 4 }),
        )
        .map(([name, attribute, inner]) => `<${name}${attribute}>${inner.join("")}</${name}>`),
    ),
  })).node;
  const broken = fc.constantFrom("", "", "", "</p>", "<li>", "</div>", "<em>", '<a href="b">');
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(node, broken), { maxLength: 6 }), (nodes) => {
      if (agree(nodes.flat().join(""))) read += 1;
    }),
    { seed: 17, numRuns: 6_000 },
  );
  expect(read).toBeGreaterThan(500);
});
