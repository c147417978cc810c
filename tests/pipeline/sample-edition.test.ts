import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "#model/article.ts";
import { termKey } from "#model/term.ts";
import { HOME } from "#tests/support/command.ts";
import { readFolder } from "./content/open-files.ts";

/** A year in which all stories of the folder are there, but for the one that is to come. */
const NOW = new Date("2026-12-01T00:00:00Z");

let sample: Awaited<ReturnType<typeof readFolder>>;
let articles: Article[] = [];
beforeAll(async () => {
  sample = await readFolder(join(HOME, "content"), { now: NOW });
  articles = sample.stories.map(({ article }) => article);
});

const bodiesWith = (pattern: RegExp) => articles.filter(({ body }) => pattern.test(body)).length;

describe("the sample edition", () => {
  it("is published without a problem, and shows what is left out: a draft, and a story to come", () => {
    expect(sample.problems).toEqual([]);
    const kinds = Object.values(sample.leftOut).map((reason) => reason.replace(/:.*/s, ""));
    expect(new Set(kinds)).toEqual(new Set(["a section's own page", "draft", "not due"]));
  });

  it("has stories of a length that is read at a sitting, each dated, tagged and with a word on what it is", () => {
    expect(articles.length).toBeGreaterThanOrEqual(24);
    for (const { title, words, language, date, tags, description, excerpt } of articles) {
      // Of Japanese the characters are counted, two of which say about as much as a word.
      expect(words / (language === "ja" ? 2 : 1), title).toBeGreaterThanOrEqual(200);
      expect(words / (language === "ja" ? 2 : 1), title).toBeLessThanOrEqual(900);
      expect(date, title).not.toBeNull();
      expect(tags.length, title).toBeGreaterThan(1);
      expect(description, title).toBeDefined();
      expect(excerpt, title).not.toBe("");
    }
  });

  it("has about forty tags, most of which lead to more than one story", () => {
    const uses = new Map<string, number>();
    for (const key of articles.flatMap(({ tags }) => tags.map(termKey))) {
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    expect(uses.size).toBeGreaterThanOrEqual(35);
    expect(uses.size).toBeLessThanOrEqual(50);
    const shared = [...uses.values()].filter((count) => count > 1);
    expect(shared.length / uses.size).toBeGreaterThan(0.8);
  });

  it("is written in all the ways that are read: three kinds of front matter, Markdown and HTML", () => {
    const paths = sample.stories.map(({ path }) => path);
    const starts = paths.map((path) =>
      readFileSync(join(HOME, "content", path), "utf8").slice(0, 1),
    );
    expect(new Set(starts)).toEqual(new Set(["-", "+", "{"]));
    expect(new Set(paths.map((path) => extname(path)))).toEqual(new Set([".md", ".html"]));
  });

  it.each([
    ["a table", /<table/],
    ["code", /<pre/],
    ["footnotes", /class="footnotes"/],
    ["quotation", /<blockquote/],
    ["pictures of its own", /<img [^>]*src="\/data\/files\/[^"]+\.svg"/],
    ["a task list", /type="checkbox"/],
  ])("shows %s", (_, pattern) => {
    expect(bodiesWith(pattern)).toBeGreaterThan(0);
  });

  it("speaks other languages, one of them from right to left, and tells one story in two", () => {
    const languages = articles.flatMap(({ language }) => language ?? []);
    expect(languages).toEqual(expect.arrayContaining(["ar", "ja", "de"]));
    expect(articles.filter(({ translations }) => translations.length > 0)).toHaveLength(2);
  });

  it("is spread over a year", () => {
    const dates = articles.flatMap(({ date, appears }) => (appears ? [] : (date ?? []))).sort();
    const days = (Date.parse(dates.at(-1) ?? "") - Date.parse(dates[0] ?? "")) / 86_400_000;
    expect(days).toBeGreaterThan(330);
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
  });
});
