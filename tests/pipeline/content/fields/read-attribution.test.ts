import { describe, expect, test } from "vitest";
import { openArticle } from "../open-files.ts";

const read = async (fields: string) => {
  const { article, problems } = await openArticle(`---\ntitle: A\n${fields}\n---\nText`);
  return { article, problems };
};

describe("who published it", () => {
  test.each([
    ["source: The Slow Atlas", "The Slow Atlas"],
    ["source: https://feeds.example.com/world", "example.com"],
    ["source: https://www.example.com/rss", "example.com"],
    ["source: https://rss.example.co.uk/", "example.co.uk"],
    ["source: https://feeds.example/", "feeds.example"],
    ["link: https://www.example.com/a", "example.com"],
    ["params:\n  source: Below", "Below"],
    ["source: 2024", "2024"],
    ["source: <b>Bold</b> &amp; co", "Bold & co"],
    ["source: ''", undefined],
    ["source: [a, b]", undefined],
  ])("%s", async (fields, source) => {
    expect((await read(fields)).article.source).toBe(source);
  });
});

describe("the original", () => {
  test.each([
    ["link: https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["link: HTTP://EXAMPLE.com", "http://example.com/"],
    ["link: https://user:secret@example.com/", "https://example.com/"],
    ["params:\n  link: https://example.com/", "https://example.com/"],
    ["link: ''", undefined],
  ])("%s", async (fields, link) => {
    const { article, problems } = await read(fields);
    expect(article.link).toBe(link);
    expect(problems).toEqual([]);
  });

  test.each(["javascript:alert(1)", "//evil.example/", "data:text/html,x", "/a", "https://"])(
    "“%s” is told and dropped",
    async (link) => {
      const { article, problems } = await read(`link: '${link}'`);
      expect(article.link).toBeUndefined();
      expect(problems).toEqual([
        `a.md:3: “link: ${link}” is no web address. Write one that begins with https://.`,
      ]);
    },
  );
});

describe("who wrote it", () => {
  test.each([
    ["author: Ada", ["Ada"]],
    ["authors: [Ada, Grace, Ada]", ["Ada", "Grace"]],
    ["author:\n  name: Ada\n  email: a@example.com", ["Ada"]],
    ["authors:\n- name: Ada\n- Grace\n- 12", ["Ada", "Grace", "12"]],
    ["params:\n  author: Ada", ["Ada"]],
    ["authors: [null, '', {}]", []],
  ])("%s", async (fields, authors) => {
    expect((await read(fields)).article.authors).toEqual(authors);
  });
});
