import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "#model/article.ts";
import { makeFolder, openFiles, readFolder } from "./open-files.ts";

/** Pieces that matter to some part of the reading, to be put together at random. */
const pieces = [
  "---\n",
  "+++\n",
  "{",
  "}",
  "\uFEFF",
  "\r\n",
  "\n",
  "\t",
  " ",
  "<!--",
  "-->",
  "<!--more-->",
  "...",
  "title: ",
  "title = ",
  '"title": ',
  "date: ",
  "2024-01-02",
  "0001-01-01",
  "2027-13-01 7:00",
  "tags: [",
  "]",
  "- ",
  "aliases: ",
  "/../x/",
  "url: ",
  "slug: ",
  "image: ",
  "a.svg",
  "params:\n  ",
  "cascade:\n  ",
  "draft: ",
  "true",
  "&a ",
  "*a",
  "!!js/function ",
  "<<: ",
  "__proto__: ",
  "constructor",
  "'",
  '"',
  "`",
  "\\",
  "|\n",
  ">\n",
  "# ",
  "## H {#i}\n",
  "[x](",
  ")",
  "![",
  "{{< ",
  " >}}",
  "{{% ",
  "{{</* ",
  " */>}}",
  "figure ",
  "ref ",
  "highlight ",
  "/highlight",
  "box",
  "/box",
  "<p>",
  "</p>",
  "<b ",
  "<script>",
  "<svg",
  "<table><tr>",
  "&#0;",
  "&amp;",
  "\u202E",
  "\u200C",
  "\uD800",
  "日本",
  "ش",
  "👩\u200d🚀",
  "a",
  "word ",
  "https://example.com/",
  "//x",
  "javascript:",
  "%zz",
  "weight: ",
  "translationKey: k",
  "isCJKLanguage: true",
  "expiryDate: 2030-01-01",
  "build: {list: never}",
  "| a |\n|---|\n",
  "[^1]",
  "[^1]: n\n",
  "***",
  "~~",
] as const;

const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(""));
const page = fc.tuple(soup, soup).map(([fields, body]) => `---\ntitle: T\n${fields}\n---\n${body}`);
const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some));
const content = fc.oneof(soup, page, page, bytes);
const name = fc.constantFrom(
  "a.md",
  "a.de.md",
  "b.html",
  "n/_index.md",
  "n/index.md",
  "n/c.md",
  "_index.md",
  "de/a.md",
  "en/a.md",
  "n/a.svg",
);

test("whatever stands in a folder, nothing is thrown, and every file is published or left out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, content, { maxKeys: 8 }), async (files) => {
      const folder = makeFolder({ "ok.md": "---\ntitle: A\n---\nText", ...files });
      const { stories, published, leftOut, problems } = await readFolder(folder);
      for (const { article } of stories) expect(parseArticle(article)).toEqual(article);
      const told = [...published.map(({ path }) => path), ...Object.keys(leftOut)].sort();
      const pages = Object.keys({ ...files, "ok.md": "" }).filter((path) => !path.endsWith(".svg"));
      expect(told).toEqual(pages.sort());
      expect(problems.join("\n")).not.toContain("Offprint fails");
      for (const line of problems) expect(line).toMatch(/^[^:\n]+:[1-9]\d*: [^\n]+\. [^\n]+\.$/u);
      for (const { aliases, resources } of stories) {
        for (const alias of aliases) expect(alias).toMatch(/^\/(?!data\/)[^\\]*(?:\/|\.html?)$/);
        for (const { to } of resources) expect(to).toMatch(/^data\/files\/[\w./-]+$/);
      }
    }),
    { seed: 20_260_601, numRuns: 400 },
  );
}, 60_000);

test("the same folder gives the same stories", async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, page, { minKeys: 3, maxKeys: 8 }), async (files) => {
      const entries = Object.entries(files);
      const [one, two] = await Promise.all([
        readFolder(makeFolder(files)),
        readFolder(makeFolder(Object.fromEntries(entries.reverse()))),
      ]);
      expect(two.stories.map(withoutPlace)).toEqual(one.stories.map(withoutPlace));
      expect(two.problems).toEqual(one.problems);
    }),
    { seed: 20_260_602, numRuns: 60 },
  );
}, 60_000);

const many = (piece: string, count = 60_000) => piece.repeat(count);

describe("no text keeps the reading busy for long", () => {
  test.each([
    ["marks that are no word", many("=")],
    ["a heading that never ends", `# a${many(" #")}x`],
    ["a heading of hashes", `# a ${many("#")}x`],
    ["unfinished tags in HTML", many("<h1 ")],
    ["headings in headings", many("<h1>")],
    ["unfinished comments", many("<!--")],
    ["unfinished shortcodes", many("{{<")],
    ["shortcodes with open quotes", many('{{< a "')],
    ["escaped shortcodes without end", many("{{</*")],
    ["closing shortcodes", many("{{< /a >}}")],
    ["open brackets", many("[")],
    ["open links", many("[a](")],
    ["quotes", many('"a ')],
    ["entities", many("&amp")],
    ["a slug of hyphens", `---\ntitle: A\nslug: a${many("-")}b\n---\nText`],
    ["spaces in a field", `---\ntitle: a${many(" ")}b\nx:${many(" ")}y z:\n---\nText`],
    ["comments in a title", `---\ntitle: "${many("<!--")}"\n---\nText`],
    ["quoted texts at the margin", `---\n${many('a: "b\nc"\n', 2000)}---\nText`],
    ["open lists", `---\na: ${many("[")}\n---\nText`],
    ["a long summary", `---\ntitle: A\nsummary: "${many("*a_[")}"\n---\nText`],
    ["a long link", `[x](/${many("a/")})`],
    ["many links to nowhere", many("[x](/a) ", 5000)],
    ["a long srcset", `<img srcset="${many("a 1x, ", 5000)}">`],
  ])(
    "%s",
    async (_, text) => {
      const { stories, leftOut } = await openFiles({ "a.md": text, "b.html": text });
      expect(stories.length + Object.keys(leftOut).length).toBe(2);
    },
    60_000,
  );
});

/** Where a file lies on this disk is no part of a story. */
function withoutPlace<S extends { resources: readonly { to: string }[] }>(story: S) {
  return { ...story, resources: story.resources.map(({ to }) => to) };
}
