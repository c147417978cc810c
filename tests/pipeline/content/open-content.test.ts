import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseArticle } from "#model/article.ts";
import { ContentFolderError } from "#pipeline/content/content-folder-error.ts";
import { openContent } from "#pipeline/content/open-content.ts";
import { Report } from "#pipeline/report.ts";
import { makeFolder, openArticle, openFiles, options, readFolder } from "./open-files.ts";

const page = (fields = "", body = "Text") => `---\ntitle: A\n${fields}\n---\n${body}`;

test("an article as an importer writes it", async () => {
  const { article, published, problems, story } = await openArticle(
    `---
title: "Rivers &amp; <em>roads</em>"
date: 2026-01-13
description: "The line below."
summary: "What lists show."
slug: "rivers-and-roads"
image: ''
link: 'https://www.example.com/rivers'
source: 'https://feeds.example.com/world'
categories:
- 'feeds.example.com'
tags:
- 'rivers'
- 'roads'

draft: false
---
<p>Some <a href="/more" target="_blank">text</a>.</p><p>More.</p>`,
  );
  expect(article).toEqual({
    v: 1,
    id: article.id,
    title: "Rivers & roads",
    date: "2026-01-13T00:00:00Z",
    source: "example.com",
    tags: ["rivers", "roads"],
    excerpt: "What lists show.",
    minutes: 1,
    link: "https://www.example.com/rivers",
    authors: [],
    description: "The line below.",
    words: 3,
    body: '<p>Some <a href="https://www.example.com/more" target="_blank">text</a>.</p><p>More.</p>',
    translations: [],
    related: [],
  });
  expect(parseArticle(article)).toEqual(article);
  expect(problems).toEqual([]);
  expect(published).toMatchObject([
    {
      path: "a.md",
      id: article.id,
      title: "Rivers & roads",
      date: "2026-01-13T00:00:00Z",
      language: "en",
    },
  ]);
  expect(story("a.md")).toMatchObject({ isListed: true, pin: null, aliases: [], resources: [] });
});

test("an article in letters that are not those of its place's language names another", async () => {
  const { article } = await openArticle(page("", "潮は正午に満ちる。機械は考えない。"));
  expect(article.language).toBe("ja");
  expect((await openArticle(page("", "The tide comes in."))).article.language).toBeUndefined();
});

test("an id stays the same whatever else is in the folder", async () => {
  const alone = await openFiles({ "n/b.md": page() });
  const among = await openFiles({ "n/a.md": page(), "n/b.md": page("slug: x"), "z.md": page() });
  expect(among.story("n/b.md").article.id).toBe(alone.story("n/b.md").article.id);
});

test("stories come in the order of their paths and can be read twice", async () => {
  const files = { "b.md": page(), "a/z.md": page(), "B.md": page(), "é.md": page() };
  const first = await openFiles(files);
  expect(first.stories.map(({ path }) => path)).toEqual(["B.md", "a/z.md", "b.md", "é.md"]);
  expect(first.count).toBe(4);
  expect((await openFiles(files)).stories.map(({ article }) => article)).toEqual(
    first.stories.map(({ article }) => article),
  );
});

describe("titles", () => {
  test.each([
    [
      "a heading stands in",
      "---\ndate: 2024-01-01\n---\nA\n\n## The *one* [link](x)\n",
      "The one link",
    ],
    ["a heading with its line below", "Big news\n========\n\nText", "Big news"],
    ["no heading in code", "```\n# no\n```\nText", "My file"],
    ["a list of one", "---\ntitle: [One]\n---\nText", "One"],
    ["null", "---\ntitle: null\n---\nText", "My file"],
    ["a map", "---\ntitle: {a: b}\n---\nText", "My file"],
    ["a number as it is written", "---\ntitle: 010\n---\nText", "010"],
    [
      "no more than 300 characters",
      `---\ntitle: ${"x".repeat(400)}\n---\nText`,
      `${"x".repeat(299)}…`,
    ],
  ])("%s", async (_, text, title) => {
    expect((await openArticle(text, "my-file.md")).article.title).toBe(title);
  });

  test("the lack of one is told", async () => {
    expect((await openArticle("Text", "my-file.md")).problems).toEqual([
      "my-file.md:1: There is no title; the file name “My file” stands for it. Write one: “title: …”.",
    ]);
  });

  test("of a page in HTML its heading, or its title", async () => {
    const html =
      "<!doctype html><html><head><title>The &amp; page</title></head><body><p>x</p></body></html>";
    const { article } = await openArticle(html, "a.html");
    expect(article).toMatchObject({ title: "The & page", body: "<p>x</p>" });
  });
});

describe("pins", () => {
  test("a few stories with a weight are pinned", async () => {
    const { story } = await openFiles({
      "a.md": page("weight: 2"),
      "b.md": page("weight: 0"),
      "c.md": page("weight: x"),
    });
    expect([story("a.md").pin, story("b.md").pin, story("c.md").pin]).toEqual([2, null, null]);
  });

  test("many weights are an order within sections, and nothing is pinned", async () => {
    const files = Object.fromEntries(
      [..."abcdefghi"].map((name, index) => [`${name}.md`, page(`weight: ${index + 1}`)]),
    );
    const { stories } = await openFiles(files);
    expect(stories.every(({ pin }) => pin === null)).toBe(true);
  });
});

describe("a file that is broken is told with its line, and the rest is published", () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ["empty", "", "empty", "1: The file is empty. Write an article, or remove it."],
    ["white space", " \n\n", "empty", "1: The file is empty. Write an article, or remove it."],
    [
      "invalid UTF-8",
      Buffer.from("a\nb\xff", "latin1"),
      "invalid UTF-8",
      "2: The file is not valid UTF-8 here. Save it as UTF-8.",
    ],
    [
      "UTF-16",
      Buffer.from("\uFEFFtext", "utf16le"),
      "UTF-16",
      "1: The file is in UTF-16. Save it as UTF-8.",
    ],
    [
      "a NUL",
      "a\n\nb\0",
      "not a text file",
      "3: There is a NUL byte here: this is no text file. Remove it.",
    ],
    [
      "no end of the front matter",
      "\n---\ntitle: A\n",
      "unclosed front matter",
      "2: The front matter that begins here never ends. End it with a line with “---”.",
    ],
    [
      "broken YAML",
      "---\ntitle: A\nb: [\n---\nText",
      "unreadable front matter",
      "3: The front matter is no valid YAML: the list that begins here with “[” never ends. Close it with “]”.",
    ],
    [
      "broken TOML",
      "+++\ntitle = A\n+++\nText",
      "unreadable front matter",
      "2: The front matter is no valid TOML:",
    ],
    [
      "broken JSON",
      '{"title": "A",\n"b"}\nText',
      "unreadable front matter",
      "2: The front matter is no valid JSON:",
    ],
    [
      "aliases without end",
      `---\na: &a 1\nb: [${"*a,".repeat(101)}]\n---\nText`,
      "unreadable front matter",
      "3: The front matter is no valid YAML: its aliases (*name) are too many, or make too much of it. Mend this line.",
    ],
  ])("%s", async (_, text, reason, problem) => {
    const { published, leftOut, problems } = await openFiles({ "bad.md": text, "good.md": page() });
    expect(published.map(({ path }) => path)).toEqual(["good.md"]);
    expect(leftOut).toEqual({ "bad.md": reason });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`bad.md:${problem}`);
  });

  test("a file of 50 MB is refused before it is read", async () => {
    const folder = makeFolder({ "good.md": page(), "big.md": "x" });
    truncateSync(join(folder, "big.md"), 50 * 1024 * 1024);
    const { leftOut, problems, published } = await readFolder(folder);
    expect(published).toHaveLength(1);
    expect(leftOut).toEqual({ "big.md": "too large (50 MB)" });
    expect(problems).toEqual([
      "big.md:1: The file has 50 MB, more than the 20 MB that an article may have. Split it.",
    ]);
  });

  test("links, pipes and folders that look like files are told", async () => {
    const outside = makeFolder({ "secret.md": page(), "x.png": "x" });
    const folder = makeFolder({ "good.md": page("", "![](x.png)"), "dir.md/in.md": page() });
    symlinkSync(join(outside, "secret.md"), join(folder, "link.md"));
    symlinkSync(outside, join(folder, "linked"));
    symlinkSync(join(outside, "x.png"), join(folder, "x.png"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    const { published, leftOut, problems, story } = await readFolder(folder);
    expect(published.map(({ path }) => path)).toEqual(["dir.md/in.md", "good.md"]);
    expect(story("good.md").resources).toEqual([]);
    expect(leftOut).toEqual({
      "link.md": "a symbolic link, which is not followed",
      "pipe.md": "no regular file",
    });
    expect(problems).toHaveLength(6);
    expect(problems).toContain(
      "linked:1: This is a symbolic link, which is not followed. Put the file itself into the content folder.",
    );
  });

  test.skipIf(process.getuid?.() === 0)("what may not be read is told", async () => {
    const folder = makeFolder({ "good.md": page(), "shut.md": page(), "shut/a.md": page() });
    chmodSync(join(folder, "shut.md"), 0);
    chmodSync(join(folder, "shut"), 0);
    const { published, problems } = await readFolder(folder);
    chmodSync(join(folder, "shut"), 0o700);
    expect(published).toHaveLength(1);
    expect(problems).toHaveLength(2);
  });
});

describe("a folder that can't be used says so", () => {
  test("none there", async () => {
    await expect(readFolder("/nowhere/at/all")).rejects.toThrow(ContentFolderError);
    await expect(readFolder("/nowhere/at/all")).rejects.toThrow(
      "There is no content folder at /nowhere/at/all",
    );
  });

  test("a file", async () => {
    const folder = makeFolder({ "a.md": page() });
    await expect(readFolder(join(folder, "a.md"))).rejects.toThrow(
      "is a file. Give the path of the folder",
    );
  });

  test("a whole site of Hugo's, whose content folder is named", async () => {
    const site = makeFolder({ "hugo.toml": "", "README.md": page(), "content/a.md": page() });
    await expect(readFolder(site)).rejects.toThrow(`content folder: ${site}/content`);
    const { published } = await readFolder(join(site, "content"));
    expect(published).toHaveLength(1);
  });

  test("but not one that is named as sites name theirs", async () => {
    const { published } = await readFolder(
      makeFolder({ "config.json": "{}", "a.md": page(), "contents/b.md": page() }),
    );
    expect(published).toHaveLength(2);
  });

  test("nothing in it", async () => {
    const folder = makeFolder({ "a.txt": "x" });
    mkdirSync(join(folder, "b"));
    await expect(readFolder(folder)).rejects.toThrow("There is no content file (.md or .html) in");
  });
});

test("a file that goes away while it is read is told", async () => {
  const folder = makeFolder({ "a.md": page(), "b.md": page() });
  const report = new Report();
  const content = await openContent({ ...options, content: folder }, report);
  writeFileSync(join(folder, "a.md"), "");
  const paths: string[] = [];
  for await (const { path } of content.stories()) paths.push(path);
  expect(paths).toEqual(["b.md"]);
  expect(report.leftOut).toEqual([{ path: "a.md", reason: "empty" }]);
});
