import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { createFirstView } from "#app/first-view/draw.tsx";
import { admitCarried, carriedAddresses, isOfAddress, readCarried } from "#data/edition/carried.ts";
import { articleQuery, headQuery, manifestQuery } from "#data/edition/edition-queries.ts";
import type { Article, Summary } from "#model/article.ts";
import type { Manifest } from "#model/edition.ts";

const DIGEST = "0123456789abcdef";
const STORY: Summary = {
  id: "0123456789abcdef0123",
  title: `Salt & "light", 'both' <i>`,
  date: "2026-01-13T09:40:00Z",
  section: "sea",
  tags: ["Sea"],
  excerpt: "How salt is won.",
  minutes: 2,
  digest: DIGEST,
};
const ARTICLE: Article = {
  ...STORY,
  v: 1,
  authors: [],
  words: 300,
  body: "<p>Salt <em>and</em> light.</p>",
  translations: [],
  related: [],
};
const MANIFEST: Manifest = {
  v: 1,
  edition: DIGEST,
  title: "The 'Paper'",
  language: "en",
  timeZone: "UTC",
  counts: { stories: 3, terms: { tag: 1, source: 0, section: 1 } },
  head: DIGEST,
  directories: { tag: DIGEST, source: DIGEST, section: DIGEST },
  months: [["2026-01", 3, DIGEST.slice(0, 10)]],
};
const HEAD = { pinned: [STORY], newest: [{ ...STORY, title: "Newer" }, STORY] };

const view = createFirstView({
  title: MANIFEST.title,
  language: "en",
  timeZone: "UTC",
  base: "/news/",
  sections: new Map([["sea", "The Sea"]]),
});

function read(html: string) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return readCarried(template.content);
}

beforeEach(() => {
  document.documentElement.dataset.base = "/news/";
});

describe("what a document carries", () => {
  it("is the manifest and the stories, as they are published", () => {
    expect(read(view.list(MANIFEST, HEAD))).toEqual({
      kind: "list",
      manifest: MANIFEST,
      head: HEAD,
    });
  });

  it("is the article, with the text that stands there and its section's name", () => {
    expect(read(view.article(ARTICLE))).toEqual({
      kind: "article",
      article: ARTICLE,
      sectionName: "The Sea",
    });
  });

  it.each([
    ["nothing", "<p>Ice</p>"],
    ["what is no JSON", "<ol data-manifest='{' data-pinned='0'></ol>"],
    ["what is no manifest", "<ol data-manifest='{}' data-pinned='0'></ol>"],
    [
      "a newer manifest",
      `<ol data-manifest='${JSON.stringify({ ...MANIFEST, v: 2, title: "" })}'></ol>`,
    ],
    ["what is no article", "<div data-article='[]'><p>Ice</p></div>"],
  ])("is nothing where there is %s", (_, html) => {
    expect(read(html)).toBeNull();
  });

  it("is not asked for any more", () => {
    const client = new QueryClient();
    for (const html of [view.list(MANIFEST, HEAD), view.article(ARTICLE)]) {
      const carried = read(html);
      if (carried) admitCarried(carried, client);
    }
    expect(client.getQueryData(manifestQuery().queryKey)).toEqual(MANIFEST);
    expect(client.getQueryData(headQuery(DIGEST).queryKey)).toEqual(HEAD);
    expect(client.getQueryData(articleQuery(ARTICLE.id).queryKey)).toEqual(ARTICLE);
  });

  it("stands for these files", () => {
    expect(carriedAddresses(read(view.list(MANIFEST, HEAD)))).toEqual([
      "data/manifest.json",
      `data/head/${DIGEST}.json`,
    ]);
    expect(carriedAddresses(read(view.article(ARTICLE)))).toEqual([
      "data/articles/01/0123456789abcdef0123.json",
    ]);
    expect(carriedAddresses(null)).toEqual([]);
  });
});

describe("the address at hand", () => {
  it.each([
    ["/news/", "", "list", true],
    ["/news/index.html", "", "list", true],
    ["/news/", "?tag=ice", "list", false],
    ["/news/tags/", "", "list", false],
    ["/news/article/01/23456789abcdef0123/", "", "article", true],
    ["/news/article/01/23456789abcdef0123/", "?tag=ice", "article", true],
    ["/news/article/02/23456789abcdef0123/", "", "article", false],
    ["/news/", "", "article", false],
  ])("%s%s shows what the document of the %s does: %s", (pathname, search, kind, isSo) => {
    const carried = read(kind === "list" ? view.list(MANIFEST, HEAD) : view.article(ARTICLE));
    expect(carried && isOfAddress(carried, { pathname, search })).toBe(isSo);
  });
});
