import { describe, expect, test } from "vitest";
import { openFiles } from "../open-files.ts";

const page = (fields: string, body = "Text") => `---\ntitle: A\n${fields}\n---\n${body}`;
const aliasesOf = async (fields: string) => {
  const { story, problems } = await openFiles({ "news/a.md": page(fields) });
  return { aliases: story("news/a.md").aliases, problems };
};

describe("old addresses", () => {
  test.each([
    ["aliases: [/old/name/, /old/other]", ["/old/name/", "/old/other/"]],
    ["aliases: /one.html", ["/one.html"]],
    ["aliases: old", ["/news/old/"]],
    ["aliases: ['/a%20b/', //c///d//]", ["/a b/", "/c/d/"]],
    ["aliases: [/a, /a/]", ["/a/"]],
    ["url: /my/own/", ["/my/own/"]],
    ["url: my/own.html\naliases: [/x]", ["/my/own.html", "/x/"]],
    ["aliases: []", []],
  ])("%s", async (fields, aliases) => {
    expect(await aliasesOf(fields)).toEqual({ aliases, problems: [] });
  });

  test.each([
    ["../../etc/passwd", "has a part that no file can be named"],
    ["/a/%2e%2e/b", "has a part that no file can be named"],
    ["/.git/config", "has a part that no file can be named"],
    ["/con/", "has a part that no file can be named"],
    ["/data/manifest.json", "begins with “data”, which is the app's own"],
    ["/Article/x/", "begins with “article”, which is the app's own"],
    ["/", "is the front page"],
    ["/index.html", "is a file at the root, which is the app's own"],
    ["/sw.js", "is a file at the root, which is the app's own"],
    ["/a.html/b", "has a file's name in its middle"],
    ["https://example.com/a", "has a character that no path should have"],
    ["/a?b", "has a character that no path should have"],
    ["/a\\b", "has a character that no path should have"],
    ["/%zz", "has a broken percent sign"],
    [`/${"x".repeat(201)}`, "is too long"],
  ])("“%s” is told and dropped", async (alias, fault) => {
    const { aliases, problems } = await aliasesOf(`aliases: ['${alias}']`);
    expect(aliases).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^news\/a\.md:3: “/);
    expect(problems[0]).toContain(`${fault}, so nothing leads from there. Change it.`);
  });

  test("one that two articles want leads to the first, and is told", async () => {
    const { story, problems } = await openFiles({
      "a.md": page("aliases: [/old]"),
      "b.md": page("aliases: [/old/]"),
    });
    expect([story("a.md").aliases, story("b.md").aliases]).toEqual([["/old/"], []]);
    expect(problems).toEqual([
      "b.md:1: The alias /old/ already leads to “a.md”. Remove it from one of the two.",
    ]);
  });
});

test("two files that want one address are both published, and told by name", async () => {
  const { published, problems } = await openFiles({
    "x/a.md": page("slug: same"),
    "x/b.md": page("slug: -Same-"),
  });
  expect(new Set(published.map(({ id }) => id)).size).toBe(2);
  expect(problems).toEqual([
    "x/b.md:1: “x/a.md” has the same address, /x/same/; both are published, and links lead to that one. Change its name, slug or url.",
  ]);
});

test.each(["../../etc", "..", "a\\b"])(
  "a slug “%s” is told, and the file's name stands for it",
  async (slug) => {
    const { published, problems } = await openFiles({ "a.md": page(`slug: '${slug}'`) });
    expect(published[0]?.id).toMatch(/^[0-9a-f]{20}$/);
    expect(problems).toEqual([
      `a.md:3: “slug: ${slug}” can't be a part of an address, so the file's name stands for it. Use letters, digits and hyphens.`,
    ]);
  },
);
