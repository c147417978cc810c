import { expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (fields = "") => `---\ntitle: A\n${fields}\n---\nText`;

test("what a section hands down holds where nothing nearer says otherwise", async () => {
  const { story, leftOut } = await openFiles({
    "_index.md": page("cascade:\n  source: Top\n  tags: [all]"),
    "news/_index.md": page("cascade:\n  source: News\n  params:\n    author: Ada"),
    "news/a.md": page(),
    "news/deep/b.md": page("source: Own"),
    "other.md": page(),
    "news/_first.md": page(),
  });
  expect(story("news/a.md").article).toMatchObject({
    source: "News",
    tags: ["all"],
    authors: ["Ada"],
  });
  expect(story("news/deep/b.md").article).toMatchObject({ source: "Own", authors: ["Ada"] });
  expect(story("other.md").article).toMatchObject({ source: "Top", authors: [] });
  expect(story("news/_first.md").article.source).toBe("News");
  expect(leftOut).toEqual({
    "_index.md": "a section's own page",
    "news/_index.md": "a section's own page",
  });
});

test("a list of cascades, each for a path of its own", async () => {
  const cascade =
    "cascade:\n- _target:\n    path: /news/2024/**\n  draft: true\n- target: {kind: section}\n  source: X";
  const { story, leftOut } = await openFiles({
    "_index.md": page(cascade),
    "news/2024/a.md": page(),
    "news/2025/a.md": page(),
  });
  expect(leftOut["news/2024/a.md"]).toBe("draft: true");
  expect(story("news/2025/a.md").article.source).toBeUndefined();
});

test("what cannot be a cascade changes nothing", async () => {
  const { stories } = await openFiles({
    "_index.md": page("cascade: [1, null, {target: 3}]"),
    "a.md": page(),
  });
  expect(stories).toHaveLength(1);
});
