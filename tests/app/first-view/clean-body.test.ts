import { describe, expect, it } from "vitest";
import { cleanBody } from "#app/first-view/clean-body.ts";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";
import { faultsIn } from "../../e2e/hostile/faults.ts";
import { type HostileBody, hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const place = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
const clean = (html: string) => cleanBody(html, place);

function read(html: string): ParentNode {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

describe("what stands in a document", () => {
  it.each([
    ['<p onclick="x()" style="color:red" class="fixed">Ice</p>', "<p>Ice</p>"],
    ["<p>Ice<script>alert(1)</script></p>", "<p>Ice</p>"],
    ["<h1>Ice</h1>", "<h2>Ice</h2>"],
    ["<p>Ice</p><p> </p><figure></figure>", "<p>Ice</p>"],
    ['<a href="javascript:alert(1)">Ice</a>', "<a>Ice</a>"],
    [
      '<a href="/b?utm_source=x">Ice</a>',
      '<a href="https://paper.example/b" target="_blank" rel="noopener noreferrer nofollow ugc">Ice</a>',
    ],
    [
      '<a href="/news/article/01/23456789abcdef0123/">Ice</a>',
      '<a href="/news/article/01/23456789abcdef0123/">Ice</a>',
    ],
    ['<a name="n1">Ice</a>', '<a id="user-content-n1">Ice</a>'],
    ['<p>Ice<img src="https://pictures.example/p.gif" width="1" height="1"></p>', "<p>Ice</p>"],
    [
      '<img data-src="a.jpg" src="data:image/gif;base64,AAAA">',
      '<img src="https://paper.example/2026/a.jpg" loading="lazy" decoding="async" referrerpolicy="no-referrer" alt="" />',
    ],
    [
      '<p>Ice<img class="emoji" alt="❄" src="https://pictures.example/s.png"></p>',
      "<p>Ice<span>❄</span></p>",
    ],
    [
      '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="Ice"></iframe>',
      '<a href="https://www.youtube.com/watch?v=abcdefghijk" data-embed target="_blank" rel="noopener noreferrer nofollow ugc">Video on youtube.com: Ice</a>',
    ],
    ['<iframe src="javascript:alert(1)">Ice</iframe>', ""],
    ["<ul><li><input type=checkbox checked>Ice</li></ul>", "<ul><li><span>☑ </span>Ice</li></ul>"],
    ['<ol type="a"><li>Ice</li></ol>', '<ol data-numbers="lower-alpha"><li>Ice</li></ol>'],
    ["<details open>Ice</details>", "<details open><summary>Details</summary>Ice</details>"],
    [
      "<details><summary>Ice</summary>Snow</details><details></details>",
      "<details><summary>Ice</summary>Snow</details>",
    ],
    ["<pre>Ice</pre>", '<pre dir="ltr" role="region" aria-label="Code 1" tabindex="0">Ice</pre>'],
    [
      "<table><tr><td><table><tr><td>Ice</td></tr></table></td></tr></table>",
      '<div role="region" aria-label="Table 1" tabindex="0"><table><tr><td><table><tr><td>Ice</td></tr></table></td></tr></table></div>',
    ],
    [
      "<math><mi>a</mi><section><p>b</p></section><mtext><em>c</em></mtext></math><em>d</em>",
      "<math><mi>a</mi>b<mtext>c</mtext></math><em>d</em>",
    ],
    ["<code>a\u202eb\u2066c</code><p>a\u202eb\u2066c</p>", "<code>abc</code><p>ab\u2066c</p>"],
  ])("of %s is %s", (html, cleaned) => {
    expect(clean(html)).toBe(cleaned);
  });

  it("reads as what the app shows of the same body", () => {
    const body =
      '<h1>Ice</h1><p>Salt &amp; <em>light</em>, <a href="https://a.example/">a link</a>.</p><ul><li>One<li>Two</ul><blockquote>Said.</blockquote><table><tr><th>A<td>1</table>';
    const words = (html: string) => read(html).textContent?.replace(/\s+/g, " ").trim();
    expect(words(clean(body))).toBe(words(String(sanitizeArticle(body, place).html)));
    expect(String(sanitizeArticle(clean(body), place).html)).toBe(
      String(sanitizeArticle(body, place).html),
    );
  });
});

describe("of the hostile corpus", () => {
  const bodies = hostileBodies().filter(({ name }) => !/ deep$/.test(name));
  const familyOf = ({ name }: HostileBody) => name.split(":")[0];

  it.each([...new Set(bodies.map(familyOf))])(
    "nothing is left that runs, asks or covers: %s",
    (family) => {
      const faults = bodies
        .filter((body) => familyOf(body) === family)
        .flatMap(({ name, html }) =>
          faultsIn(read(clean(html))).map((fault) => `${name}: ${fault}`),
        );
      expect(faults).toEqual([]);
    },
  );

  it("nothing leaves the place that it is given", () => {
    const escaped = bodies.filter(({ html }) => {
      const page = read(
        `<main><section><div id="prose">${clean(html)}</div><footer>End</footer></section></main>`,
      );
      return (
        page.querySelector("main > section > footer:last-child")?.textContent !== "End" ||
        page.children.length > 1
      );
    });
    expect(escaped.map(({ name }) => name)).toEqual([]);
  });
});

// The elements are those that stand around a text; what remains of it all is looked at in a browser (e2e/hostile).
it.each([
  "<ul><li><div>a<ul></ul><li>b</div></ul>",
  "<dl><dt><div>a<dd>b</div></dl>",
  "<table><div>a<table><tr><td>b</table></div></table>",
  "<h2><section>a<mi><h3>b<h4>c</h4></h3></mi></section></h2>",
  "<li><td><div>a<li>b</li></div></td></li>",
])("where a browser ends an element early, none of those around it ends: %s", (html) => {
  expect(clean(html)).not.toMatch(/<\/?(?:div|section)/);
});

it("a text that is well put together keeps its blocks", () => {
  const html = "<section><ul><li><div>a<ul><li>b</li></ul></div></li></ul></section>";
  expect(clean(html)).toBe(html);
});
