import { describe, expect, it } from "vitest";
import { type ArticleOptions, sanitizeArticle } from "#ui/article-body/sanitize-article.ts";

const place: ArticleOptions = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
const clean = (html: string, options = place) => String(sanitizeArticle(html, options).html);
const page = "/news/article/ab/0123456789abcdef01/";
const file = "/news/data/files/ab/0123456789abcdef";

describe("an article's HTML", () => {
  it.each([
    ["a script goes with all in it", "<p>a<script>alert(1)</script></p>", '<p dir="ltr">a</p>'],
    ["an event handler goes", '<p onclick="x()">a</p>', '<p dir="ltr">a</p>'],
    [
      "a headline is one of the second rank",
      '<h1 id="a">a</h1>',
      '<h2 id="user-content-a" dir="ltr">a</h2>',
    ],
    [
      "a frame of elements that are not an article's leaves its words",
      "<main>a <button>b</button><font>c</font></main>",
      "a c",
    ],
    [
      "a pixel goes, and the figure around it",
      '<figure><img src="https://paper.example/p.gif" width="1"></figure>b',
      "b",
    ],
    ["a picture without an address goes", '<img src="javascript:1" alt="x">b', "b"],
    [
      "a drawn emoji becomes its character",
      '<p>a <img class="emoji" src="x.png" alt="🌊"></p>',
      '<p dir="ltr">a 🌊</p>',
    ],
    ["an empty paragraph goes", "<p>a</p><p>&nbsp;</p><p><b></b></p>", '<p dir="ltr">a</p>'],
    ["an empty place that is linked to stays", 'a<p id="x"></p>', 'a<p id="user-content-x"></p>'],
    [
      "a task's box becomes a character",
      '<ul><li><input type="checkbox" checked> a</li></ul>',
      '<ul dir="ltr"><li data-task="done" dir="ltr">☑  a</li></ul>',
    ],
    ["a box that is no task goes", '<p>a <input type="checkbox"></p>', '<p dir="ltr">a </p>'],
    [
      "the joiners of letters stay in titles",
      '<p title="می\u200cشود\u202e">a</p>',
      '<p title="می\u200cشود" dir="ltr">a</p>',
    ],
    [
      "a title is cut between characters",
      `<p title="${"🌊".repeat(400)}">a</p>`,
      `<p title="${"🌊".repeat(300)}" dir="ltr">a</p>`,
    ],
    [
      "code runs from left to right, and can be scrolled to",
      "<pre>ب</pre>",
      '<pre dir="ltr" role="region" aria-label="Code 1" tabindex="0">ب</pre>',
    ],
  ])("%s", (_name, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it("gives every table a block to scroll in, named by its caption, and only one", () => {
    const html = clean(
      "<div><table><caption>Tides</caption></table></div><table><tr><td><table></table></td></tr></table>",
    );
    expect(html).toContain(
      '<div dir="ltr" role="region" aria-label="Table 1: Tides" tabindex="0"><table',
    );
    expect(html).toContain('<div role="region" aria-label="Table 2" tabindex="0"><table');
    expect(html.match(/role="region"/g)).toHaveLength(2);
  });
});

describe("an address in an article", () => {
  it.each([
    [
      "a page of the edition stays in the app",
      `<a href="${page}">a</a>`,
      `<a href="${page}">a</a>`,
    ],
    [
      "a place in a page of the edition keeps its name there",
      `<a href="${page}#x">a</a>`,
      `<a href="${page}#user-content-x">a</a>`,
    ],
    [
      "a drawing of the edition stays a picture",
      `<img src="${file}/a%20b.svg" alt="a">`,
      `<img src="${file}/a%20b.svg" alt="a" loading="lazy" decoding="async" referrerpolicy="no-referrer">`,
    ],
    [
      "a table of the edition is stored",
      `<a href="${file}/a.csv">a</a>`,
      `<a href="${file}/a.csv" download="">a</a>`,
    ],
    [
      "a document of the edition opens apart",
      `<a href="${file}/a.pdf">a</a>`,
      `<a href="${file}/a.pdf" target="_blank" rel="noopener noreferrer nofollow ugc">a</a>`,
    ],
    [
      "a web page among the edition's files is not linked",
      `<a href="${file}/a.html">a</a>`,
      "<a>a</a>",
    ],
    [
      "where a link leads is said",
      '<a href="https://www.sea.example/x" title="t">a</a>',
      '<a href="https://www.sea.example/x" title="t (sea.example)" target="_blank" rel="noopener noreferrer nofollow ugc">a</a>',
    ],
    [
      "unless its words do",
      '<a href="https://sea.example/x">at sea.example</a>',
      '<a href="https://sea.example/x" target="_blank" rel="noopener noreferrer nofollow ugc">at sea.example</a>',
    ],
    [
      "words that are the address of another site have the true one beside them",
      '<a href="https://evil.example/x" data-leads="bank.example">https://bank.example/login</a>',
      '<a href="https://evil.example/x" title="evil.example" data-leads="evil.example" target="_blank" rel="noopener noreferrer nofollow ugc">https://bank.example/login</a>',
    ],
    [
      "words that are a host's name alone too, dressed up with a user's",
      '<a href="https://evil.example/">www.bank.example</a> <a href="https://evil.example/">a@bank.example</a>',
      '<a href="https://evil.example/" title="evil.example" data-leads="evil.example" target="_blank" rel="noopener noreferrer nofollow ugc">www.bank.example</a> <a href="https://evil.example/" title="evil.example" data-leads="evil.example" target="_blank" rel="noopener noreferrer nofollow ugc">a@bank.example</a>',
    ],
    [
      "words that are the address of the whole of a site may lead to a part of it",
      '<a href="https://news.bank.example/x" data-leads="x">bank.example</a>',
      '<a href="https://news.bank.example/x" title="news.bank.example" target="_blank" rel="noopener noreferrer nofollow ugc">bank.example</a>',
    ],
    [
      "what only says where a reader came from is taken off a link",
      '<a href="https://sea.example/x?a=1&utm_source=b&fbclid=c&gclid=d#e">sea.example</a>',
      '<a href="https://sea.example/x?a=1#e" target="_blank" rel="noopener noreferrer nofollow ugc">sea.example</a>',
    ],
  ])("%s", (_name, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it.each([
    [
      "nothing runs backwards",
      "<p>a \u202Egpj.exe\u202C b</p>",
      '<p dir="ltr">a gpj.exe\u202C b</p>',
    ],
    [
      "a language's own isolates stay in prose",
      "<p>a \u2068ب\u2069 b</p>",
      '<p dir="ltr">a \u2068ب\u2069 b</p>',
    ],
    [
      "and go in code, where they hide what it does",
      "<p><code>a\u2066b\u2069\u202Ac</code></p>",
      "<p><code>abc</code></p>",
    ],
    [
      "and in what a link says",
      '<a href="https://sea.example/">\u2067sea.example\u2069</a>',
      '<a href="https://sea.example/" target="_blank" rel="noopener noreferrer nofollow ugc">sea.example</a>',
    ],
  ])("%s", (_name, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  it.each([
    ["a relative one is dropped", '<a href="x.html">a</a><img src="x.png">', "<a>a</a>"],
    ["one of the edition's own stays", `<a href="${page}">a</a>`, `<a href="${page}">a</a>`],
  ])("without the original's address, %s", (_name, html, expected) => {
    expect(clean(html, { base: "/news/" })).toBe(expected);
  });

  it("asks nothing of other hosts where pictures are links", () => {
    const html = clean(
      `<img src="a.jpg" alt="A quay"><img src="${file}/b.png"><video src="c.mp4" poster="c.jpg"></video>`,
      { ...place, pictures: "link" },
    );
    expect(html).toContain(">Picture: A quay</a>");
    expect(html).toContain(`<img src="${file}/b.png"`);
    expect(html).not.toContain("c.jpg");
    const set = clean('<img srcset="d.jpg 1x, e.jpg 2x">', { ...place, pictures: "link" });
    expect(set).toContain("/d.jpg");
    expect(set).not.toContain("<img");
  });
});

describe("a body of unusual size", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n"],
    ["an empty frameset", "<frameset><frame></frameset>"],
    ["only what is taken out", "<script>x</script><p><img src='data:,'></p>"],
  ])("%s is empty", (_name, html) => {
    expect(sanitizeArticle(html, place)).toMatchObject({ html: "", empty: true, truncated: false });
  });

  it("is text alone where it holds too many elements, and all of the text", () => {
    const { html, textOnly } = sanitizeArticle("<div>start</div><i></i><b>x</b><p>a < b</p>", {
      ...place,
      limits: { characters: 1_000, elements: 3 },
    });
    expect(textOnly).toBe(true);
    expect(String(html)).toBe("start\n\nxa &lt; b");
  });

  it("is cut where it is too long", () => {
    const { html, truncated } = sanitizeArticle("<p>abcdef</p>", {
      ...place,
      limits: { characters: 6, elements: 100 },
    });
    expect(truncated).toBe(true);
    expect(String(html)).toBe('<p dir="ltr">abc</p>');
  });
});
