import { describe, expect, it } from "vitest";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";

const place = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
const clean = (html: string) => String(sanitizeArticle(html, place).html);

describe("an article's HTML", () => {
  it.each([
    ["a script goes with all in it", "<p>a<script>alert(1)</script></p>", '<p dir="ltr">a</p>'],
    ["an event handler goes", '<p onclick="x()">a</p>', '<p dir="ltr">a</p>'],
    ["a headline is one of the second rank", "<h1>a</h1>", '<h2 dir="ltr">a</h2>'],
  ])("%s", (_name, html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});
