import { expect, test } from "vitest";
import { openArticle, openFiles } from "../open-files.ts";

test.each([
  ["a list, as written", "tags: [Ship Building, sea]", ["Ship Building", "sea"]],
  ["one text is one tag", "tags: tides, moon", ["tides, moon"]],
  ["the same term twice", "tags: [New York, new-york, NEW YORK]", ["New York"]],
  ["empty ones are passed over", "tags: ['', null, ' ', a]", ["a"]],
  [
    "what YAML takes for something else",
    "tags: [2024, no, 1.0, true]",
    ["2024", "no", "1.0", "true"],
  ],
  ["names of every object", "tags: [constructor, __proto__]", ["constructor", "__proto__"]],
  ["categories are no tags unless they are asked for", "categories: [x]", []],
  ["a map is no tag", "tags: {a: 1}", []],
])("%s", async (_, fields, tags) => {
  const { article } = await openArticle(`---\ntitle: A\n${fields}\n---\nText`);
  expect(article.tags).toEqual(tags);
});

test("tags come from the keys that are asked for", async () => {
  const text = "---\ntitle: A\ntopics: [a, b]\nkinds: B\ntags: c\nparams:\n  areas: [d]\n---\nText";
  const { story } = await openFiles({ "a.md": text }, { tagsFrom: ["topics", "kinds", "areas"] });
  expect(story("a.md").article.tags).toEqual(["a", "b", "d"]);
});

test("a hundred thousand tags are cut, and told", async () => {
  const tags = Array.from({ length: 20_000 }, (_, index) => `t${index}`).join(", ");
  const { article, problems } = await openArticle(`---\ntitle: A\ntags: [${tags}]\n---\nText`);
  expect(article.tags).toHaveLength(100);
  expect(problems).toEqual([
    "a.md:3: “tags” has 20000 terms; only the first 100 count. Shorten it.",
  ]);
});
