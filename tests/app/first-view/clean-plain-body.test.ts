import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanAnyBody } from "#app/first-view/clean-body.ts";
import { cleanPlainBody } from "#app/first-view/clean-plain-body.ts";
import { hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const place = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };

/** Says whether a body took the short way, which must give what the sanitizer does. */
function agrees(html: string): boolean {
  const plain = cleanPlainBody(html, place);
  if (plain !== null) expect(plain, html).toBe(cleanAnyBody(html, place));
  return plain !== null;
}

test("what importers write is cleaned without the sanitizer, and alike", () => {
  const body = `<p>One <a href="https://a.example/b/c-d" target="_blank" rel="noopener">two</a> &amp; “three”.</p>
<p><strong>Four</strong><br>five&nbsp;<em>six</em></p><ul><li>seven</li><li><p class="x">eight</p></li></ul><hr><h3>nine</h3>`;
  expect(agrees(body)).toBe(true);
});

test.each([
  "<P>a</P>",
  "<p>a",
  "<p>a<p>b</p></p>",
  "<li>a</li>",
  "<ul><li>a<li>b</li></li></ul>",
  "<p> </p>",
  '<p><a href="https://b.example/"> </a>c</p>',
  "<a>c</a>",
  '<a href="#b">c</a>',
  '<a href="mailto:b@c.example">d</a>',
  '<a href="javascript:b()">c</a>',
  '<a href="https://">c</a>',
  '<a href="https://b.example/" href="https://c.example/">d</a>',
  '<a href="https://b.example/" onclick="c()">d</a>',
  '<a href="https://b.example/"><a href="https://c.example/">d</a></a>',
  '<p>Share: <a href="https://x.com/intent/post">X</a></p>',
  '<code class="language-js">a</code>',
  '<p id="a">b</p>',
  '<p style="color: red">a</p>',
  "a &quot;b&quot;",
  "a > b",
  "<!--a-->",
  '<img src="https://a.example/b.png">',
  "<script>a</script>",
  "<h1>a</h1>",
  "<pre>a</pre>",
  "<div>a</div>",
  "<table><tr><td>a</td></tr></table>",
  "<math><mi>a</mi></math>",
  "<p>a</strong></p>",
])("what is not certain is left to the sanitizer: %s", (html) => {
  expect(cleanPlainBody(html, place)).toBeNull();
});

test("of the hostile corpus it takes none otherwise than the sanitizer", () => {
  for (const { html } of hostileBodies()) agrees(html);
});

const names = "p a em strong ul ol li blockquote h2 span code sup q br hr div pre".split(" ");
const addresses = fc.oneof(
  fc.constantFrom(
    "https://a.example/?b&amp;c",
    "https://a.example/?utm_source=b&amp;c=1",
    "http://a.example",
    "https://A.example/B/../c",
    "https://a.example/./b",
    "https://a.example/.b",
    "https://xn--a.example/b",
    "https://127.1/b",
    "https://a.b.1/c",
    "https://a..example/b",
    "https://b@a.example:443/c",
    "https://a.example/b c",
    "https://a.example/é",
    "https://x.com/intent/post",
    "//a.example/b",
    "#b",
  ),
  fc.webUrl().filter((address) => !/["<>&]/.test(address)),
  fc.string({ maxLength: 8 }).map((text) => `https://${text.replace(/["<>&]/g, "")}.example/`),
);
const attributes = fc.oneof(
  fc.constantFrom("", "", ' class="e"', ' rel="f" target="g"', ' title="h"'),
  addresses.map((address) => ` href="${address}" rel="i"`),
);
const pieces = fc.oneof(
  fc.constantFrom(
    "a word",
    " ",
    "\n",
    "&amp;",
    "&nbsp;",
    "&lt;i",
    "<br>",
    "<hr>",
    "\u00AD",
    "é",
    "\r",
    "\0",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    pieces,
    fc
      .tuple(fc.constantFrom(...names), attributes, fc.array(tie("node"), { maxLength: 4 }))
      .map(([name, attribute, inner]) => `<${name}${attribute}>${inner.join("")}</${name}>`),
  ),
}));

test("whatever it cleans, it cleans as the sanitizer does", () => {
  const broken = fc.constantFrom("", "", "", "", "</p>", "<li>", "</ul>", "<em>", '<a href="b">');
  let taken = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(node, broken), { maxLength: 6 }), (nodes) => {
      if (agrees(nodes.flat().join(""))) taken += 1;
    }),
    { seed: 23, numRuns: 4_000 },
  );
  expect(taken).toBeGreaterThan(400);
});

test("whatever address it lets stand, the sanitizer lets stand too", () => {
  const label = fc.constantFrom(
    "a",
    "b-c",
    "xn--a",
    "d--e",
    "-f",
    "g-",
    "1",
    "0x7f",
    "h_i",
    "J",
    "",
  );
  const segment = fc.constantFrom(
    "",
    "a",
    ".",
    "..",
    ".b",
    "c.",
    "%2e",
    "d%20",
    "~e",
    "f g",
    "é",
    "H",
  );
  const address = fc
    .tuple(
      fc.array(label, { maxLength: 3 }),
      fc.constantFrom("com", "c1", "1"),
      fc.array(segment, { maxLength: 4 }),
    )
    .map(
      ([labels, top, path]) => `https://${[...labels, top].join(".")}${["", ...path].join("/")}`,
    );
  let taken = 0;
  fc.assert(
    fc.property(address, (href) => {
      if (agrees(`<p>a <a href="${href}">b</a></p>`)) taken += 1;
    }),
    { seed: 29, numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(400);
});
