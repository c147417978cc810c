import { expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (title: string, tags: string, day: string, more = "") =>
  `---\ntitle: ${title}\ntags: [${tags}]\ndate: 2025-01-${day}\n${more}\n---\nText`;

test("stories that share rare tags come first, then the closest in time", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "sea, knots", "10"),
    "rare.md": page("Rare", "knots", "01"),
    "near.md": page("Near", "sea", "11"),
    "far.md": page("Far", "sea", "28"),
    "both.md": page("Both", "sea, knots", "20"),
    "other.md": page("Other", "sky", "10"),
  });
  const titles = story("a.md").article.related.map(({ title }) => title);
  expect(titles).toEqual(["Both", "Rare", "Near", "Far"]);
});

test("drafts, translations, unlisted and coming stories are not related", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "sea", "10"),
    "a.de.md": page("A auf Deutsch", "sea", "10"),
    "draft.md": page("Draft", "sea", "10", "draft: true"),
    "coming.md": page("Coming", "sea", "10", "publishDate: 2027-01-01"),
    "unlisted.md": page("Unlisted", "sea", "10", "build: {list: never}"),
  });
  expect(story("a.md").article.related).toEqual([]);
  expect(story("a.de.md").article.related).toEqual([]);
});

test("at most six, the same whatever the names of the files", async () => {
  const titles = async (prefix: string) => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `${prefix}${index}.md`,
        page(`S${index}`, "sea", `1${index}`),
      ]),
    );
    const { story } = await openFiles(files);
    return story(`${prefix}4.md`).article.related.map(({ title }) => title);
  };
  expect(await titles("a")).toHaveLength(6);
  expect((await titles("a")).slice(0, 2).sort()).toEqual(["S3", "S5"]);
});

test("keywords count too", async () => {
  const { story } = await openFiles({
    "a.md": page("A", "", "10", "keywords: [Rope]"),
    "b.md": page("B", "", "10", "keywords: [rope]"),
    "c.md": page("C", "rope", "10"),
  });
  expect(story("a.md").article.related.map(({ title }) => title)).toEqual(["B"]);
});
