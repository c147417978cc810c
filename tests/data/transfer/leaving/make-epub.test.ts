import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import "fake-indexeddb/auto";
import { LeavingError } from "#data/transfer/leaving/leaving.ts";
import { makeEpub } from "#data/transfer/leaving/make-epub.ts";
import { checkBook } from "#tests/support/book-checker.ts";
import { bytesOf, fillDevice, NOW, traveller, workshop } from "../device-shelf.ts";

const PIXEL = Uint8Array.from(
  Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64"),
);

/** All that is found in articles, and much that no book may hold. */
const ODD = `
<p>Words with <b>weight</b>, a <a href="#fn1">note</a>, a <a href="#nowhere">broken one</a> and&nbsp;<u>entities &amp; such</u>.</p>
<p><a href="/news/article/01/234567890123456789/">Another story</a>, <a href="https://x.example/?a=1&b=2">elsewhere</a></p>
<span>A line <div>with a block</div> in it</span>
<ul>stray <li value="3">one</li><p>two</p></ul><ol></ol>
<dl><dd>first a description</dd></dl><dl><dt>Term</dt><dd>what it means</dd></dl>
<h1>A headline</h1><h2><div>With a block</div></h2>
<figure><figcaption>One</figcaption><img src="/news/data/files/ab/0123456789abcdef/tide.gif" alt="The tide" width="10" height="10"><figcaption>Two</figcaption></figure>
<p><img src="/news/data/files/ab/0123456789abcdef/lost.gif" alt="Lost"></p>
<img src="https://elsewhere.example/far.jpg" alt="Far away">
<video src="https://elsewhere.example/v.mp4" poster="https://elsewhere.example/p.jpg"></video>
<details><summary>Fold</summary><p>Within</p></details><details><p>No summary</p></details>
<table><caption>Tides</caption><thead><tr><th align="left">A</th></tr></thead><tbody><tr><td align="right" colspan="2">1</td></tr></tbody></table>
<pre><code class="language-js">if (a &lt; b &amp;&amp; c) {}</code></pre>
<blockquote cite="https://x.example/"><p>Quoted</p></blockquote>
<p id="fn1">The note. <time datetime="not a date">Yesterday</time> <del datetime="2020">gone</del></p><p id="fn1">Twice</p>
<p><ruby>漢<rt>kan</rt></ruby> <math><mi>x</mi><mo>=</mo><mn>1</mn></math> H<sub>2</sub>O</p>
<p dir="rtl" lang="he">שלום</p><ol reversed start="3" type="a"><li>x</li></ol><hr>
<script>alert(1)</script><p onclick="alert(1)" style="color:red">Plain\u000b\u0001 end 😀</p>`;

function servePictures(): void {
  vi.stubGlobal("fetch", async (address: string) =>
    address.endsWith("tide.gif")
      ? new Response(PIXEL, { headers: { "content-type": "image/gif" } })
      : new Response("", { status: 404 }),
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}

async function book() {
  servePictures();
  const { language: _, ...ofNoLanguage } = traveller(4).article;
  const records = await fillDevice([
    traveller(1, { title: "On <tides> & “rivers”", body: ODD, description: "What <moves>" }),
    traveller(2, { title: "", language: "ar", body: "<p>نص قصير</p>" }),
    traveller(3, { title: "A link alone", body: "" }),
    { ...traveller(4), article: ofNoLanguage },
  ]);
  return makeEpub(records, workshop, NOW);
}

describe("a book", () => {
  it("begins with what it is, stored plainly, and holds a chapter for each story with a text", async () => {
    const { blob, count, failed } = await book();
    expect([count, failed]).toEqual([
      3,
      [{ name: "A link alone", error: new LeavingError("noText") }],
    ]);
    const bytes = await bytesOf(blob);
    // EPUB OCF 3.2, section 4.3: at 30 stands the name, at 38 the content.
    expect(strFromU8(bytes.slice(30, 58))).toBe("mimetypeapplication/epub+zip");
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([
      "META-INF/container.xml",
      "book/content.opf",
      "book/nav.xhtml",
      "book/pictures/1-1.gif",
      "book/story-1.xhtml",
      "book/story-2.xhtml",
      "book/story-3.xhtml",
      "book/style.css",
      "mimetype",
    ]);
    expect(files["book/pictures/1-1.gif"]).toEqual(PIXEL);
    const chapter = strFromU8(files["book/story-1.xhtml"] ?? new Uint8Array());
    expect(chapter).toContain('<img src="pictures/1-1.gif" alt="The tide"');
    expect(chapter).toContain("[Lost]");
    expect(chapter).toContain(
      '<a href="https://paper.example/news/article/01/234567890123456789/"',
    );
    expect(chapter).not.toMatch(/<script|onclick|style=|<img src="https|\p{Cc}(?<!\n)/u);
  });

  it("of nothing but links can’t be made, and that is said", async () => {
    const records = await fillDevice([traveller(3, { body: "" })]);
    await expect(makeEpub(records, workshop, NOW)).rejects.toThrow("emptyBook");
  });

  it("holds before epubcheck", async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), "offprint-book-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "book.epub");
    writeFileSync(path, await bytesOf((await book()).blob));
    expect(await checkBook(path, skip)).toMatch(/No errors or warnings detected/);
  });
});
