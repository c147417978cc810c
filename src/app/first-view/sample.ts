import type { Article, Summary } from "#model/article.ts";
import type { Head, Manifest } from "#model/edition.ts";
import type { FirstView, Imprint } from "#model/first-view.ts";

// Stories that have every part that the first view draws: what they need of the style sheet, all need.

const IMPRINT: Imprint = {
  title: "Sample",
  language: "en",
  timeZone: "UTC",
  base: "/",
  sections: new Map([["sea", "The sea"]]),
};

const SUMMARY: Summary = {
  id: "0123456789abcdef0123",
  title: "A title",
  date: "2026-01-13T09:40:00Z",
  source: "A source",
  section: "sea",
  tags: ["one", "two"],
  excerpt: "An excerpt.",
  picture: { src: "https://pictures.example/a.jpg" },
  minutes: 3,
  digest: "0123456789abcdef",
};

const BODY = `<p>Words, a <a href="https://source.example/">link</a>, <em>stress</em>, <strong>more</strong>, <code>code</code>.<sup><a href="#user-content-fn1">1</a></sup></p>
<h2>A heading</h2><p>Words.</p><h3>A heading</h3><p>Words.</p>
<ul><li>One</li><li><p>Two</p></li></ul><ol><li>One</li></ol>
<blockquote><p>A quotation.</p></blockquote><pre><code>Code</code></pre>
<table><thead><tr><th align="center">One</th><th align="right">Two</th></tr></thead><tbody><tr><td align="center">1</td><td align="right">2</td></tr></tbody></table>
<figure><img src="https://pictures.example/a.jpg" width="3" height="2" alt=""><figcaption>A caption</figcaption></figure>
<p><img src="https://pictures.example/a.jpg" alt=""></p><hr>`;

const ARTICLE: Article = {
  ...SUMMARY,
  v: 1,
  authors: ["An author"],
  link: "https://source.example/",
  description: "A description.",
  words: 300,
  body: BODY,
  translations: [{ id: SUMMARY.id, title: "Ein Titel", language: "de" }],
  related: [{ id: SUMMARY.id, title: "Another title", date: null }],
};

const MANIFEST: Manifest = {
  v: 1,
  edition: SUMMARY.digest,
  title: IMPRINT.title,
  language: IMPRINT.language,
  timeZone: IMPRINT.timeZone,
  counts: { stories: 2, terms: { tag: 2, source: 1, section: 1 } },
  head: SUMMARY.digest,
  directories: { tag: SUMMARY.digest, source: SUMMARY.digest, section: SUMMARY.digest },
  top: { tag: [["one", "one", 2]], section: [["sea", "The sea", 2]] },
  months: [],
};

// Another one, without a picture and without what stands above a title.
const { picture, source, ...plain } = SUMMARY;
const HEAD: Head = {
  pinned: [SUMMARY],
  newest: [SUMMARY, { ...plain, date: "2026-01-12T00:00:00Z" }],
};

/** Draws a list and an article that have every part. */
export function drawSamples(createFirstView: (imprint: Imprint) => FirstView) {
  const { list, article } = createFirstView(IMPRINT);
  return { list: list(MANIFEST, HEAD), article: article(ARTICLE) };
}
