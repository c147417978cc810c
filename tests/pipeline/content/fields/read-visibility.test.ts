import { describe, expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (fields: string) => ({ "a.md": `---\ntitle: A\n${fields}\n---\nText` });

describe("what is left out is named with the field that did it", () => {
  test.each([
    ["draft: true", "draft: true"],
    ["draft: 'true'", "draft: true"],
    ["published: false", "published: false"],
    ["expiryDate: 2025-01-01", "expired on 2025-01-01T00:00:00Z (expirydate: 2025-01-01)"],
    ["unpublishDate: 2026-06-01", "expired on 2026-06-01T00:00:00Z (unpublishdate: 2026-06-01)"],
    ["build:\n  render: never", "build.render: never"],
    ["_build:\n  render: false", "build.render: never"],
  ])("%s", async (fields, reason) => {
    const { stories, leftOut, published } = await openFiles(page(fields));
    expect(stories).toEqual([]);
    expect(published).toEqual([]);
    expect(leftOut).toEqual({ "a.md": reason });
  });

  test.each([
    ["draft: false\npublished: false"],
    ["draft: true\ndraft: false"],
    ["published: true"],
    ["headless: true"],
    ["build:\n  render: always"],
  ])("%s is published", async (fields) => {
    const { published, leftOut } = await openFiles(page(fields));
    expect(published.map(({ path }) => path)).toEqual(["a.md"]);
    expect(leftOut).toEqual({});
  });

  test("a bundle without a head is left out", async () => {
    const { leftOut } = await openFiles({
      "b/index.md": "---\ntitle: A\nheadless: true\n---\nText",
    });
    expect(leftOut).toEqual({ "b/index.md": "headless: true" });
  });
});

describe("what is not due yet", () => {
  test("is made, with the moment at which it appears, and named", async () => {
    const { story, leftOut, published } = await openFiles(page("publishDate: 2027-01-01"));
    expect(story("a.md").article.appears).toBe("2027-01-01T00:00:00Z");
    expect(published).toEqual([]);
    expect(leftOut).toEqual({
      "a.md": "not due: appears on 2027-01-01T00:00:00Z (publishdate: 2027-01-01)",
    });
  });

  test("a date alone hides it too", async () => {
    const { story } = await openFiles(page("date: 2027-01-01"));
    expect(story("a.md").article.appears).toBe("2027-01-01T00:00:00Z");
  });

  test("an earlier publishDate shows an article of a later date", async () => {
    const { story } = await openFiles(page("date: 2027-01-01\npublishDate: 2026-01-01"));
    expect(story("a.md").article).toMatchObject({ date: "2027-01-01T00:00:00Z" });
    expect(story("a.md").article.appears).toBeUndefined();
  });
});

test("an expiry to come is published with the article", async () => {
  const { story } = await openFiles(page("expiryDate: 2027-01-01"));
  expect(story("a.md").article.expires).toBe("2027-01-01T00:00:00Z");
});

test.each([
  ["drafts", "draft: true"],
  ["future", "date: 2027-01-01"],
  ["expired", "expiryDate: 2025-01-01"],
])("with --%s it is published all the same", async (option, fields) => {
  const { stories, leftOut } = await openFiles(page(fields), { [option]: true });
  expect(leftOut).toEqual({});
  expect(stories[0]?.article).not.toHaveProperty("appears");
  expect(stories[0]?.article).not.toHaveProperty("expires");
});

test("a page that asks for it is in no list", async () => {
  const { story } = await openFiles(page("build:\n  list: never"));
  expect(story("a.md").isListed).toBe(false);
});

test("a page with nothing to read is left out", async () => {
  const { leftOut } = await openFiles({
    "a.md": "---\nslug: a\n---\n",
    "b.md": "---\ntitle: B\n---",
  });
  expect(leftOut).toEqual({ "a.md": "nothing to read: no title and no text" });
});
