import { describe, expect, it } from "vitest";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";

const options = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };

/** What an article may hold: the feature, its source, and selectors that must each find something afterwards. */
const FEATURES: readonly [feature: string, html: string, ...found: string[]][] = [
  [
    "a figure with its caption",
    '<figure><img src="a.jpg" alt="A quay"><figcaption>c</figcaption></figure>',
    'figure > img[alt="A quay"] + figcaption',
  ],
  [
    "a picture with sources",
    '<picture><source srcset="a.webp 1x, b.webp 2x" type="image/webp" media="(min-width: 40em)"><img src="a.jpg"></picture>',
    'picture > source[srcset="https://paper.example/2026/a.webp 1x, https://paper.example/2026/b.webp 2x"][type="image/webp"][media="(min-width: 40em)"] + img',
  ],
  [
    "a set of pictures with sizes",
    '<img src="a.jpg" srcset="a.jpg 400w, b.jpg 800w" sizes="(max-width: 40em) 100vw, 640px">',
    'img[srcset$="b.jpg 800w"][sizes="(max-width: 40em) 100vw, 640px"]',
  ],
  [
    "a picture's size",
    '<img src="a.jpg" width="640" height="220">',
    'img[width="640"][height="220"]',
  ],
  [
    "a picture so wide that it stands between lines, and a small one in them",
    '<p><img src="a.jpg" width="240">one</p><p><img src="b.jpg" width="239">two</p>',
    'img[src$="a.jpg"][data-wide]',
    'img[src$="b.jpg"]:not([data-wide])',
  ],
  [
    "a part that folds, with a name and without one",
    "<details><summary>More</summary><p>a</p></details><details open><p>b</p></details>",
    "details:not([open]) > summary + p",
    "details[open] > summary + p",
  ],
  [
    "a picture that loads late",
    '<img src="a.jpg">',
    'img[loading="lazy"][decoding="async"][alt=""]',
  ],
  [
    "a picture that a script would have loaded",
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="a.jpg">',
    'img[src="https://paper.example/2026/a.jpg"]',
  ],
  [
    "a small picture in the text itself",
    '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">',
    'img[src^="data:image/png;base64,"]',
  ],
  [
    "a table with caption, groups and spans",
    '<table><caption>c</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col" colspan="2" abbr="h">h</th></tr></thead><tbody><tr><td rowspan="2">d</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>',
    'th[scope="col"][colspan="2"][abbr="h"]',
    'col[span="2"]',
    'td[rowspan="2"]',
    "caption, tfoot",
  ],
  [
    "a column's alignment, as Markdown writes it",
    '<table><tr><td style="text-align:right">1</td></tr></table>',
    'td[align="right"]',
  ],
  [
    "a quotation with its source",
    '<blockquote cite="/speech">q</blockquote><q cite="https://paper.example/">r</q>',
    'blockquote[cite="https://paper.example/speech"]',
    'q[cite="https://paper.example/"]',
  ],
  [
    "code with its language",
    '<pre><code class="language-c++">x</code></pre>',
    'pre > code[class="language-c++"]',
  ],
  [
    "what was typed and printed",
    "<kbd>k</kbd><samp>s</samp><var>v</var><code>c</code>",
    "kbd + samp + var + code",
  ],
  [
    "a film with its subtitles",
    '<video src="a.mp4" poster="a.jpg" width="640"><track src="a.vtt" kind="subtitles" srclang="en" label="English"></video>',
    'video[controls][preload="none"][playsinline][poster="https://paper.example/2026/a.jpg"] > track[kind="subtitles"][srclang="en"][label="English"]',
  ],
  [
    "sound with its sources",
    '<audio><source src="a.ogg" type="audio/ogg"></audio>',
    'audio[controls][preload="none"] > source[type="audio/ogg"]',
  ],
  [
    "a post quoted from elsewhere",
    '<blockquote class="twitter-tweet"><p>t</p><a href="https://post.example/1">d</a></blockquote><script async src="https://post.example/w.js"></script>',
    'blockquote > p + a[href="https://post.example/1"]',
  ],
  ["raised and lowered figures", "<p>H<sub>2</sub>O, m<sup>2</sup></p>", "p > sub", "p > sup"],
  [
    "readings above characters",
    "<ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>",
    "ruby > rp + rt",
  ],
  ["text that runs from right to left", '<p dir="rtl">x</p>', 'p[dir="rtl"]'],
  ["words that run their own way", "<p>a <bdi>مد</bdi> b</p>", "p > bdi"],
  ["words in another language", '<p>a <span lang="fa">ب</span></p>', 'span[lang="fa"]'],
  [
    "notes at the foot",
    '<p>a<sup><a href="#fn1" id="fnref1">1</a></sup></p><section><ol><li id="fn1">n <a href="#fnref1">↩</a></li></ol></section>',
    'a[href="#user-content-fn1"][id="user-content-fnref1"]',
    'li[id="user-content-fn1"] > a[href="#user-content-fnref1"][title="Back to the text"]',
  ],
  [
    "places named in any language",
    '<h2 id="潮の表">x</h2><a href="#%E6%BD%AE%E3%81%AE%E8%A1%A8">y</a>',
    'h2[id="user-content-潮の表"]',
    'a[href="#user-content-潮の表"]',
  ],
  ["places named as of old", '<a name="n1">x</a><a href="#n1">y</a>', 'a[id="user-content-n1"]'],
  [
    "a formula",
    '<math display="block"><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><msqrt><mi>y</mi></msqrt></mfrac></mrow></math>',
    'math[display="block"] msup > mi + mn',
    "mfrac > mn + msqrt",
  ],
  ["a part that opens", "<details open><summary>s</summary>d</details>", "details[open] > summary"],
  [
    "a time",
    '<time datetime="2026-01-13T09:40Z">13 January</time>',
    'time[datetime="2026-01-13T09:40Z"]',
  ],
  ["terms and what they mean", "<dl><dt>t</dt><dd>d</dd></dl>", "dl > dt + dd"],
  [
    "a list that counts its own way",
    '<ol start="3" reversed><li value="7">x</li></ol><ol type="A"><li>y</li></ol>',
    'ol[start="3"][reversed] > li[value="7"]',
    'ol[data-numbers="upper-alpha"]',
  ],
  [
    "what is done and what is to do",
    '<ul><li><input type="checkbox" disabled checked> a</li><li><p><input type="checkbox"> b</p></li></ul>',
    'li[data-task="done"] + li[data-task="open"]',
  ],
  [
    "a film shown in a frame, as a link",
    '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0" title="The machine"></iframe>',
    'a[data-embed][href="https://www.youtube.com/watch?v=abcdefghijk"]',
  ],
  [
    "any other frame, as a link",
    '<iframe src="https://maps.example/x?utm_source=y"></iframe>',
    'a[data-embed][href="https://maps.example/x"]',
  ],
  [
    "a link that leaves",
    '<a href="/about?utm_campaign=x&amp;id=1" hreflang="de">x</a>',
    'a[href="https://paper.example/about?id=1"][target="_blank"][rel~="noopener"][hreflang="de"][title="paper.example"]',
  ],
  [
    "a link to write to",
    '<a href="mailto:desk@paper.example">x</a>',
    'a[href="mailto:desk@paper.example"]',
  ],
  [
    "changes and marks",
    '<p><del datetime="2026-01-13">a</del><ins>b</ins><mark>c</mark><s>d</s><u>e</u><small>f</small><abbr title="g">h</abbr><dfn>i</dfn><cite>j</cite></p>',
    "del[datetime] + ins + mark + s + u + small + abbr[title] + dfn + cite",
  ],
  ["breaks and rules", "<p>a<br>b<wbr>c</p><hr>", "br + wbr", "hr"],
];

describe("an article keeps", () => {
  it.each(FEATURES)("%s", (_feature, html, ...found) => {
    const template = document.createElement("template");
    const once = String(sanitizeArticle(html, options).html);
    template.innerHTML = once;
    const missing = found.filter((selector) => !template.content.querySelector(selector));
    expect(missing, template.innerHTML).toEqual([]);
    // As a saved copy of it is.
    expect(String(sanitizeArticle(once, options).html)).toBe(once);
  });

  it("37 kinds of things", () => {
    expect(FEATURES).toHaveLength(37);
  });
});
