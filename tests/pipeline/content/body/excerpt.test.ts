import { expect, test } from "vitest";
import { openArticle } from "../open-files.ts";

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

test.each([
  [
    "what stands before the divider",
    "summary: S\n",
    "One *two*.\n\n<!--more-->\n\nThree.",
    "One two.",
  ],
  [
    "else the summary, with its Markdown",
    "summary: 'A **b** &amp; it''s'\n",
    "Text.",
    "A b & it’s",
  ],
  ["else the first paragraphs", "description: D\n", "# H\n\nOne.\n\n- x\n\nTwo.", "One. Two."],
  [
    "without pictures, code and tables",
    "",
    "```\ncode\n```\n\n<figure><figcaption>F</figcaption></figure>\n\nOne.",
    "One.",
  ],
  ["a text without paragraphs", "", "- one\n- two", "one two"],
  ["a summary of its own is empty", "summary: ''\n", "One.", "One."],
])("%s", async (_, fields, body, excerpt) => {
  const { article } = await openArticle(`---\ntitle: A\n${fields}---\n${body}`);
  expect(article.excerpt).toBe(excerpt);
});

test("it is cut at a word, and the divider is not in the body", async () => {
  const { article } = await openArticle(`---\ntitle: A\n---\n${words(100)}\n<!--more-->\nrest`);
  expect(article.excerpt.length).toBeLessThanOrEqual(210);
  expect(article.excerpt).toMatch(/word\d+…$/);
  expect(article.body).toContain("rest");
  expect(article.body).not.toContain("more");
});
