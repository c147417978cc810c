import { describe, expect, test } from "vitest";
import { openArticle, openFiles } from "../open-files.ts";

describe("the chain of dates", () => {
  test.each([
    ["date before all others", "date: 2024-01-01\npublishDate: 2024-02-02", "2024-01-01"],
    ["publishDate next", "publishDate: 2024-02-02\nlastmod: 2024-03-03", "2024-02-02"],
    ["pubDate", "pubdate: 2024-02-02\npublished: 2024-03-03", "2024-02-02"],
    ["published", "published: 2024-03-03\nmodified: 2024-04-04", "2024-03-03"],
    ["lastmod at last", "lastmod: 2024-03-03", "2024-03-03"],
    ["keys in any case", "DATE: 2024-01-01", "2024-01-01"],
  ])("%s", async (_, fields, day) => {
    const { article } = await openArticle(`---\ntitle: A\n${fields}\n---\nText`);
    expect(article.date).toBe(`${day}T00:00:00Z`);
  });

  test("a date that can't be read is told once, with its line, and the next one counts", async () => {
    const text = "---\ntitle: A\ndate: 2024-13-45\nlastmod: 2024-03-03\n---\nText";
    const { article, problems } = await openArticle(text);
    expect(article.date).toBe("2024-03-03T00:00:00Z");
    expect(problems).toEqual([
      "a.md:3: “date: 2024-13-45” is no date that can be read. Write it like 2026-01-13T09:40:00+01:00.",
    ]);
  });

  test("an article without any date is published", async () => {
    const { article, problems } = await openArticle("---\ntitle: A\n---\nText");
    expect(article.date).toBeNull();
    expect(problems).toEqual([]);
  });

  test("a date without a zone is one of the edition's zone", async () => {
    const files = { "a.md": "---\ntitle: A\ndate: 2024-07-01 10:00:00\n---\nText" };
    const { story } = await openFiles(files, { timeZone: "America/New_York" });
    expect(story("a.md").article.date).toBe("2024-07-01T14:00:00Z");
  });

  test("when it was modified is kept where it says so itself", async () => {
    const { article } = await openArticle(
      "---\ntitle: A\ndate: 2024-01-01\nlastmod: 2024-02-02\n---\nT",
    );
    expect(article.modified).toBe("2024-02-02T00:00:00Z");
  });
});
