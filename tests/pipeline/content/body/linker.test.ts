import { describe, expect, test } from "vitest";
import { articlePath } from "#model/address.ts";
import { fileId } from "#pipeline/content/site/file-ids.ts";
import { openFiles } from "../open-files.ts";

const page = (body: string, fields = "") => `---\ntitle: A\n${fields}\n---\n${body}`;
const at = (path: string) => `/news${articlePath(fileId(path))}`;

const others = {
  "news/_index.md": page(""),
  "news/other.md": page("x"),
  "news/Big Thing.md": page("x"),
  "news/slugged.md": page("x", "slug: short\ndate: 2025-12-02"),
  "deep/bundle/index.md": page("x"),
  "own.md": page("x", "url: /very/own/"),
  "draft.md": page("x", "draft: true"),
};

async function linkFrom(href: string, fields = "") {
  const files = { ...others, "news/a.md": page(`[x](${href})`, `tags: [sea]\n${fields}`) };
  const { story, problems } = await openFiles(files, { base: "/news/" });
  const { body } = story("news/a.md").article;
  return { href: /href="([^"]*)"/.exec(body)?.[1], body, problems };
}

describe("links between content files lead to the articles' own pages", () => {
  test.each([
    ["other.md", "news/other.md"],
    ["./other.md", "news/other.md"],
    ["../other/", "news/other.md"],
    ["/news/other/", "news/other.md"],
    ["/news/other", "news/other.md"],
    ["/NEWS/Other/", "news/other.md"],
    ["/news/other.md", "news/other.md"],
    ["/news/big-thing/", "news/Big Thing.md"],
    ["Big%20Thing.md", "news/Big Thing.md"],
    ["/news/short/", "news/slugged.md"],
    ["/2025/12/02/short/", "news/slugged.md"],
    ["/2025/12/02/short.html", "news/slugged.md"],
    ["/2025/12/slugged", "news/slugged.md"],
    ["slugged.md", "news/slugged.md"],
    ["/deep/bundle/", "deep/bundle/index.md"],
    ["../deep/bundle/index.md", "deep/bundle/index.md"],
    ["/very/own/", "own.md"],
    ['{{< ref "slugged.md" >}}', "news/slugged.md"],
    ['{{< ref "slugged" >}}', "news/slugged.md"],
    ['{{< relref "/deep/bundle" >}}', "deep/bundle/index.md"],
    ['{{< ref "deep/bundle/index.md" >}}', "deep/bundle/index.md"],
  ])("%s", async (href, path) => {
    expect(await linkFrom(href)).toMatchObject({ href: at(path), problems: [] });
  });

  test.each([
    ["other.md#part", `${at("news/other.md")}#part`],
    ["/news/other/?x=1#part", `${at("news/other.md")}#part`],
    ['{{< ref "other.md#part" >}}', `${at("news/other.md")}#part`],
    ["#part", "#part"],
    ['{{< ref "#part" >}}', "#part"],
    ["/news/", "/news/?section=news"],
    ["/en/news/", "/news/?section=news"],
    ['{{< ref "/news/_index.md" >}}', "/news/?section=news"],
    ['{{< ref "news" >}}', "/news/?section=news"],
    ["/tags/sea/", "/news/?tag=sea"],
    ["/", "/news/"],
    ["https://example.com/a", "https://example.com/a"],
    ["//example.com/a", "https://example.com/a"],
    ["mailto:a@example.com", "mailto:a@example.com"],
  ])("%s", async (href, expected) => {
    expect(await linkFrom(href)).toMatchObject({ href: expected, problems: [] });
  });

  test("what is not here is looked for at the original", async () => {
    const { href } = await linkFrom("/draft/?a=1", "link: https://example.com/b/c");
    expect(href).toBe("https://example.com/draft/?a=1");
  });

  test("without an original it becomes text, and is told with its line", async () => {
    const { body, problems } = await linkFrom("/draft/");
    expect(body).toBe("<p><a>x</a></p>");
    expect(problems).toEqual([
      "news/a.md:6: “/draft/” is neither an article nor a file of the content folder. Correct it, or give the front matter a “link:” to the original.",
    ]);
  });

  test("a link leads to the article in the reader's language", async () => {
    const { story } = await openFiles({
      "a.md": page("x"),
      "a.de.md": page("x"),
      "b.de.md": page("[x](/a/)"),
    });
    expect(story("b.de.md").article.body).toContain(articlePath(fileId("a.de.md")));
  });
});
