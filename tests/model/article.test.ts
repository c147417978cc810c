import { describe, expect, it } from "vitest";
import { type Article, parseArticle, summaryOf } from "#model/article.ts";
import { FormatError, NewerVersionError } from "#model/parse.ts";

const ARTICLE: Article = {
  v: 1,
  id: "0123456789abcdef0123",
  title: "Ice",
  date: "2026-01-13T09:40:00Z",
  source: "Field Notes",
  section: "nature",
  tags: ["Ice"],
  excerpt: "Cold.",
  picture: { src: "https://example.org/ice.jpg", alt: "Ice", width: 4, height: 3 },
  minutes: 2,
  language: "en",
  expires: "2027-01-01T00:00:00Z",
  appears: "2026-01-13T09:40:00Z",
  modified: "2026-01-14T00:00:00Z",
  link: "https://example.org/ice",
  authors: ["Ada"],
  description: "On ice.",
  words: 400,
  body: "<p>Cold.</p>",
  translations: [{ id: "0123456789abcdef0124", title: "Eis", language: "de" }],
  related: [{ id: "0123456789abcdef0125", title: "Snow", date: null }],
};
const BARE = {
  v: 1,
  id: ARTICLE.id,
  title: "",
  date: null,
  tags: [],
  excerpt: "",
  minutes: 1,
  authors: [],
  words: 0,
  body: "",
  translations: [],
  related: [],
};

describe("an article", () => {
  it.each([
    ["with everything", ARTICLE],
    ["with what it must have", BARE],
  ])("%s is read as it is", (_, article) => {
    expect(parseArticle(JSON.parse(JSON.stringify(article)))).toEqual(article);
  });

  it("has its fields in one order, whatever order they came in", () => {
    const turned = Object.fromEntries(Object.entries(ARTICLE).reverse());
    expect(JSON.stringify(parseArticle(turned))).toBe(JSON.stringify(parseArticle(ARTICLE)));
  });

  it.each([
    ["an id with a path in it", { id: "../../../etc/passwd12" }],
    ["a date of another form", { date: "13 January 2026" }],
    ["a date with an offset", { date: "2026-01-13T09:40:00+01:00" }],
    ["a title that is no text", { title: 7 }],
    ["tags that are no list", { tags: "Ice" }],
    ["no body", { body: undefined }],
    ["a link that runs", { link: "javascript:alert(1)" }],
    ["an older version than any", { v: 0 }],
  ])("is refused with %s", (_, fault) => {
    expect(() => parseArticle({ ...ARTICLE, ...fault })).toThrow(FormatError);
  });

  it("shows nothing that makes what stands beside it read backwards, in no field", () => {
    const turned = "Ice\u202E\u2066";
    const { translations, related } = ARTICLE;
    const article = parseArticle({
      ...ARTICLE,
      title: turned,
      source: turned,
      tags: [turned],
      excerpt: turned,
      description: turned,
      authors: [turned],
      picture: { ...ARTICLE.picture, alt: turned },
      translations: translations.map((other) => ({ ...other, title: turned })),
      related: related.map((other) => ({ ...other, title: turned })),
    });
    expect(JSON.stringify(article)).not.toMatch(/[\u202E\u2066]/);
    expect(article.title).toBe("Ice");
  });

  it("leads to its original without what only says where the reader came from", () => {
    const { link } = parseArticle({ ...ARTICLE, link: "https://example.org/ice?utm_source=x&p=2" });
    expect(link).toBe("https://example.org/ice?p=2");
  });

  it("of a newer version is told apart from a broken one", () => {
    expect(() => parseArticle({ v: 2, id: 5 })).toThrow(NewerVersionError);
  });
});

describe("the summary of an article", () => {
  it("is what a list shows, and never the body", () => {
    const summary = summaryOf(ARTICLE, "fedcba9876543210");
    expect(summary).toEqual({
      id: ARTICLE.id,
      title: "Ice",
      date: ARTICLE.date,
      source: "Field Notes",
      section: "nature",
      tags: ["Ice"],
      excerpt: "Cold.",
      picture: ARTICLE.picture,
      minutes: 2,
      language: "en",
      expires: ARTICLE.expires,
      digest: "fedcba9876543210",
    });
  });
});
