import { describe, expect, it } from "vitest";
import { createFirstView } from "#app/first-view/draw.tsx";
import type { Article, Summary } from "#model/article.ts";
import type { Manifest } from "#model/edition.ts";
import type { Imprint } from "#model/first-view.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { metaPolicy, styleSource } from "#pipeline/command/host/policy.ts";

const APP = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Offprint</title>
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index-Ck1yYBK1.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index-BTpVVuzJ.css">
    <link rel="stylesheet" crossorigin href="./assets/faces-0123abcd.css" data-faces>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

const ARTICLE: Article = {
  v: 1,
  id: "0123456789abcdef0123",
  title: "Salt & light",
  date: "2026-01-13T09:40:00Z",
  tags: ["Sea", "Salt"],
  excerpt: "How salt is won.",
  minutes: 2,
  authors: [],
  words: 300,
  body: "<p>Salt.</p>",
  translations: [],
  related: [],
};
const { v: _, authors, words, body, translations, related, ...summary } = ARTICLE;
const STORY: Summary = { ...summary, digest: "0123456789abcdef" };
const MANIFEST: Manifest = {
  v: 1,
  edition: "0123456789abcdef",
  title: "The Paper",
  language: "en",
  timeZone: "UTC",
  counts: { stories: 1234, terms: { tag: 1, source: 0, section: 0 } },
  head: "fedcba9876543210",
  directories: { tag: "", source: "", section: "" },
  top: { tag: [["salt", "Salt", 7]], section: [] },
  months: [],
};
const CONTEXT = { digest: "0123456789abcdef" };

const IMPRINT: Imprint = {
  title: "The Paper",
  language: "en",
  timeZone: "UTC",
  base: "/news/",
  sections: new Map([["sea", "The Sea"]]),
};

const styles = { list: "li{color:red}", article: "p{color:red}" };
const POLICY = metaPolicy([styles.list, styles.article].map(styleSource));

const documents = makeDocuments({ html: APP, createFirstView, styles }, IMPRINT);
const article = (fields: Partial<Article>) =>
  (documents.article({ ...ARTICLE, ...fields }, CONTEXT) ?? []).join("");
const index = documents.index({
  manifest: MANIFEST,
  manifestText: "",
  head: { pinned: [], newest: [STORY] },
  headText: "",
});

describe("every document of the app", () => {
  it.each([["index.html", index], ["an article's", article({})], ...documents.fixed])(
    "%s finds the app's files below the base, however deep it lies",
    (_, html) => {
      expect(html).toContain('src="/news/assets/index-Ck1yYBK1.js"');
      expect(html).toContain('href="/news/assets/index-BTpVVuzJ.css"');
      expect(html).toContain('href="/news/icon.svg"');
      expect(html).not.toMatch(/(src|href)="\./);
      expect(html).toContain('data-base="/news/"');
      expect(html).toContain('<div id="root">');
    },
  );

  it("begins its head with the policy, and says its encoding within the first 1,024 bytes", () => {
    expect(index).toMatch(/<head>\n<meta http-equiv="Content-Security-Policy"/);
    expect(index).toContain(POLICY);
    expect(Buffer.from(index).indexOf('<meta charset="utf-8">')).toBeGreaterThan(0);
    expect(Buffer.from(index).indexOf('<meta charset="utf-8">')).toBeLessThan(1000);
    expect(index.match(/charset/g)).toHaveLength(1);
  });

  it("has nothing inline that the policy would refuse", () => {
    for (const html of [index, article({}), ...documents.fixed.values()]) {
      expect(html).not.toMatch(/<script(?![^>]* src=)| style=| on[a-z]+=/);
      for (const [, style = ""] of html.matchAll(/<style>(.*?)<\/style>/g)) {
        expect(POLICY).toContain(styleSource(style));
      }
    }
  });

  it("has one title, the edition's own", () => {
    expect(index.match(/<title>.*?<\/title>/g)).toEqual(["<title>The Paper</title>"]);
  });
});

describe("the front document", () => {
  it("shows the newest stories, each with a link to its page", () => {
    expect(index).toMatch(/<h1[^>]*>The latest stories<\/h1>/);
    expect(index).toMatch(/<b[^>]*>1,234<\/b> stories/);
    expect(index).toContain('href="/news/article/01/23456789abcdef0123/">Salt &amp; light</a>');
    expect(index).toContain("How salt is won.");
  });

  it("says the year of every day, since nobody knows when it is read", () => {
    expect(index).toContain(">Tuesday 13 January 2026</h2>");
  });

  it("has the styles that it stands on in its head, and waits for the others behind it", () => {
    expect(index).toContain(`<style>${styles.list}</style>`);
    expect(article({})).toContain(`<style>${styles.article}</style>`);
    for (const html of [index, article({})]) {
      expect(html.indexOf('rel="stylesheet"')).toBeGreaterThan(html.indexOf("</main>"));
    }
    expect(documents.fixed.get("app.html")).toMatch(/rel="stylesheet".*<\/head>/s);
  });

  it("has the letters' sheet only where it has no styles of its own, which hold them", () => {
    for (const html of [index, article({})]) expect(html).not.toContain("faces-");
    expect(documents.fixed.get("app.html")).toContain('href="/news/assets/faces-0123abcd.css"');
  });

  it("carries the manifest and the stories, so that the app asks for neither", () => {
    expect(JSON.parse(decode(/data-manifest='([^']*)'/.exec(index)?.[1] ?? ""))).toEqual(MANIFEST);
    expect(JSON.parse(decode(/data-story='([^']*)'/.exec(index)?.[1] ?? ""))).toEqual(STORY);
    expect(index).not.toContain("preload");
  });
});

describe("an article's document", () => {
  it("shows the article, its facts and its text", () => {
    const html = article({ section: "sea", authors: ["A. Salter", "B. Panner"], minutes: 1 });
    expect(html).toMatch(/<h1[^>]*>Salt &amp; light<\/h1>/);
    expect(html).toContain("<bdi>The Sea</bdi>");
    expect(html).toContain("Tuesday 13 January 2026 at 09:40</time>");
    expect(html).toContain("<bdi>A. Salter, B. Panner</bdi>");
    expect(html).toContain("<span>1 minute</span>");
    expect(html).toContain("<p>Salt.</p>");
    expect(html).toContain('href="/news/?tag=salt"');
  });

  it("cleans the text", () => {
    const html = article({ body: '<p onclick="x()">Salt.<script>alert(1)</script></p>' });
    expect(html).toContain("<p>Salt.</p>");
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it("carries what the app asks for on a deep link", () => {
    const carried = decode(
      /data-article='([^']*)'/.exec(article({ title: "Salter’s 'own'" }))?.[1] ?? "",
    );
    expect(JSON.parse(carried)).toMatchObject({ title: "Salter’s 'own'", body: "", words: 300 });
  });

  it("writes tags of a title as text", () => {
    const html = article({
      title: "</title><script>alert(1)</script> <img src=x onerror=alert(1)>",
    });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<img[^>]*onerror/)).toBeNull();
    expect(html).toContain("<title>&lt;/title&gt;&lt;script&gt;alert(1)");
    expect(html).toMatch(/<h1[^>]*>&lt;\/title&gt;&lt;script&gt;alert\(1\)/);
  });

  it("says who it is to those who share it", () => {
    const html = article({
      description: "A <b>bright</b> trade",
      picture: { src: "data/files/ab/abc/salt.svg", alt: "A salt pan" },
      modified: "2026-02-01T00:00:00Z",
    });
    expect(metas(html)).toMatchObject({
      description: "A <b>bright</b> trade",
      "og:type": "article",
      "og:title": "Salt & light",
      "og:description": "A <b>bright</b> trade",
      "og:site_name": "The Paper",
      "og:url": "/news/article/01/23456789abcdef0123/",
      "og:image": "/news/data/files/ab/abc/salt.svg",
      "og:image:alt": "A salt pan",
      "article:published_time": "2026-01-13T09:40:00Z",
      "article:modified_time": "2026-02-01T00:00:00Z",
    });
  });

  it.each([
    ["https://pictures.example/a.jpg", "https://pictures.example/a.jpg"],
    ["http://pictures.example/a.jpg", "/news/share.png"],
    ["//pictures.example/a.jpg", "/news/share.png"],
    ["data:image/png;base64,AAAA", "/news/share.png"],
    ["javascript:alert(1)", "/news/share.png"],
  ])("shares the picture %s as %s", (src, shared) => {
    expect(metas(article({ picture: { src } }))["og:image"]).toBe(shared);
  });

  it("shares the app's own picture where it has none, as the front page does", () => {
    expect(metas(article({}))["og:image"]).toBe("/news/share.png");
    expect(metas(index)).toMatchObject({
      "og:type": "website",
      "og:title": "The Paper",
      "og:image": "/news/share.png",
    });
  });

  it("names its own address as the canonical one, or the original where there is one", () => {
    expect(article({})).toContain(
      '<link rel="canonical" href="/news/article/01/23456789abcdef0123/">',
    );
    expect(article({ link: "https://source.example/a?b=1&c=2" })).toContain(
      '<link rel="canonical" href="https://source.example/a?b=1&amp;c=2">',
    );
  });

  it("has its own language", () => {
    expect(article({ language: "fa" })).toContain('<html lang="fa"');
    expect(article({})).toContain('<html lang="en"');
  });

  it("leaves out what an article doesn't have", () => {
    const [head = ""] = article({ excerpt: "", date: null }).split("</head>");
    expect(head).not.toMatch(/description|published_time|undefined|null/);
  });

  it("leads to the original", () => {
    expect(article({ link: "https://source.example/a" })).toContain(
      '<a href="https://source.example/a" target="_blank"',
    );
  });

  it("can't be broken out of by anything that an article says", () => {
    const evil = `"><script src=/data/files/x.js></script><meta x='`;
    const html = article({
      title: evil,
      description: evil,
      tags: [evil],
      section: evil,
      link: `https://source.example/${evil}`,
      picture: { src: `https://source.example/${evil}`, alt: evil },
    });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain("<meta x");
  });

  it("is the same whatever the lists say", () => {
    expect(documents.article(ARTICLE, CONTEXT)).toEqual(
      documents.article(ARTICLE, { digest: "aaaaaaaaaaaaaaaa" }),
    );
  });
});

describe("the document at an old address", () => {
  it("leads on by itself, by a link, and for search engines, under the same policy", () => {
    const html = documents.alias(ARTICLE.id);
    const address = "/news/article/01/23456789abcdef0123/";
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    expect(html).toContain(`<a href="${address}">`);
    expect(html).toContain(POLICY);
  });
});

describe("the fixed documents", () => {
  it("let every page of the app be loaded anew on a server that knows only files", () => {
    expect([...documents.fixed.keys()].sort()).toEqual([
      "404.html",
      "app.html",
      "minutes/index.html",
      "saved/index.html",
      "settings/index.html",
      "share/index.html",
      "tags/index.html",
      "transfer/index.html",
      "views/index.html",
    ]);
  });
});

it("refuses a document that is not the app's", () => {
  const app = { html: "<p>Hello</p>", createFirstView: null, styles: { list: "", article: "" } };
  expect(() => makeDocuments(app, IMPRINT)).toThrow(/lacks a head/);
});

/** Content of the meta elements by their name. */
function metas(html: string): Record<string, string | undefined> {
  const found = html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name, content = ""]) => [name, decode(content)]));
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
