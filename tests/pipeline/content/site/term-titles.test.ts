import { describe, expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (fields: string, body = "Text") => `---\ntitle: A\n${fields}\n---\n${body}`;
const named = (title: string) => `---\ntitle: ${title}\n---\n`;

describe("a tag that has a page of its own", () => {
  test("is called by the title of that page, as in Hugo", async () => {
    const { story, leftOut } = await openFiles({
      "a.md": page("tags: [content-strategy, api, plain]"),
      "tags/content-strategy/_index.md": named("Content strategy"),
      "tags/api/_index.md": named("Application programming interface"),
      "tags/plain/_index.md": "---\nweight: 1\n---\n",
    });
    expect(story("a.md").article.tags).toEqual([
      "Content strategy",
      "Application programming interface",
      "plain",
    ]);
    expect(leftOut["tags/api/_index.md"]).toBe("a section's own page");
  });

  test("is one tag, however it is written, and one with another of the same title", async () => {
    const { story } = await openFiles({
      "a.md": page("tags: [API, api, apis]"),
      "tags/api/_index.md": named("Interfaces"),
      "tags/apis/_index.md": named("interfaces"),
    });
    expect(story("a.md").article.tags).toEqual(["Interfaces"]);
  });

  test("has its page below the key that its name stands under", async () => {
    const files = {
      "a.md": page("topics: [sea]\nkinds: [sea]"),
      "topics/sea/_index.md": named("The sea"),
      "tags/sea/_index.md": named("Another"),
    };
    const { story } = await openFiles(files, { tagsFrom: ["topics", "kinds"] });
    expect(story("a.md").article.tags).toEqual(["The sea", "sea"]);
  });

  test("is called alike in every language: as the edition's own language calls it", async () => {
    const { story } = await openFiles({
      "en/a.md": page("tags: [sea]"),
      "de/a.md": page("tags: [sea]"),
      "de/tags/sea/_index.md": named("Das Meer"),
      "en/tags/sea/_index.md": named("The sea"),
    });
    expect(story("en/a.md").article.tags).toEqual(["The sea"]);
    expect(story("de/a.md").article.tags).toEqual(["The sea"]);
  });

  test("is found by links to its page", async () => {
    const { story, problems } = await openFiles({
      "a.md": page("tags: [api]", "[All](/tags/api/)"),
      "tags/api/_index.md": named("Application programming interface"),
    });
    expect(story("a.md").article.body).toContain('href="/?tag=application-programming-interface"');
    expect(problems).toEqual([]);
  });

  test("counts as what stories have in common", async () => {
    const { story } = await openFiles({
      "a.md": page("date: 2026-01-01\ntags: [api]"),
      "b.md": page("date: 2026-01-02\ntags: [apis]"),
      "c.md": page("date: 2026-01-03\ntags: [other]"),
      "tags/api/_index.md": named("Interfaces"),
      "tags/apis/_index.md": named("Interfaces"),
    });
    const { related } = story("a.md").article;
    expect(related.map(({ id }) => id)).toEqual([story("b.md").article.id]);
  });
});
