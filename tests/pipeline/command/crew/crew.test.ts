import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Crew, handsFor, LostThreadError } from "#pipeline/command/crew/crew.ts";
import { withManuscript } from "#pipeline/command/crew/manuscript.ts";
import { loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { writeEdition } from "#pipeline/edition/write-edition.ts";
import { Report } from "#pipeline/report.ts";
import { readFiles, workshop, writeFiles } from "../../../support/edition-workshop.ts";

const NAMES = ["ice", "owls", "mills", "bees", "tides"];

/** A folder in which articles need each other in all ways there are, and some are broken. */
function contentFiles(): Record<string, string> {
  const files: Record<string, string> = {
    "_index.md": "---\ntitle: The Folder\n---\n",
    "news/_index.md": "---\ntitle: News\ncascade:\n  source: Desk\n---\n",
    "bundle/one/index.md": "---\ntitle: Bundle\n---\n![x](pic.svg) ![y](evil.svg) [z](gone.png)",
    "bundle/one/pic.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "bundle/one/evil.svg": "<svg><script>1</script></svg>",
    "broken.md": "---\ntitle: [\n---\nText",
    "empty.md": "",
    "draft.md": "---\ntitle: Draft\ndraft: true\n---\nText",
    "coming.md": "---\ntitle: Coming\npublishDate: 2027-01-01\n---\nText",
    "news/0.de.md": "---\ntitle: Null\ntags: [ice]\n---\nText",
  };
  for (let number = 0; number < 200; number++) {
    const tags = NAMES.filter((_, place) => (number * 7 + place) % (place + 2) === 0);
    const link = number % 5 === 0 ? `[to](${(number * 3) % 200}.md)` : "No link.";
    const ref = number % 9 === 0 ? `{{< ref "news/${(number * 2) % 200}.md" >}}` : "";
    const lost = number % 31 === 0 ? "[lost](nowhere.md) {{< unknown >}}" : "";
    files[`news/${number}.md`] =
      `---\ntitle: Story ${number}\ndate: 2025-01-${String((number % 28) + 1).padStart(2, "0")}\n` +
      `tags: [${tags.join(", ")}]\naliases: [/old/${number % 150}/]\n---\n${link} [ref](${ref || "#a"}) ${lost}`;
  }
  return files;
}

async function publish(threads: number, hasPages: boolean) {
  const { folder, app, out, options } = workshop();
  writeFiles(folder, {
    "app/index.html": '<html><head></head><body><div id="root"></div></body></html>',
  });
  const files = contentFiles();
  for (const [path, text] of Object.entries(files)) writeFiles(options.content, { [path]: text });
  const report = new Report();
  const source = await loadApp(app);
  const result = await withManuscript({ options, out, threads }, report, (content) => {
    const imprint = { ...options, sections: content.sections };
    const documents = makeDocuments(source, imprint);
    const written = content.withDocuments(hasPages ? { app, imprint } : null);
    return writeEdition(written, options, report, { out, app, documents, hasPages });
  });
  const said = JSON.stringify(report).replaceAll(folder, "");
  return { files: readFiles(out), said, result, left: readdirSync(folder).sort() };
}

test.each([
  [3, true],
  [1, false],
])(
  "an edition that %s threads made is the same to the last byte (pages: %s)",
  async (threads, hasPages) => {
    const alone = await publish(0, hasPages);
    const together = await publish(threads, hasPages);
    expect(alone.result.articles).toBe(203);
    expect([...alone.files.keys()].some((path) => path.startsWith("article/"))).toBe(hasPages);
    expect(together.said).toBe(alone.said);
    expect(together.files).toEqual(alone.files);
    expect(together.result).toEqual(alone.result);
    expect(together.left).toEqual(["app", "content", "dist"]);
  },
  120_000,
);

test("a thread that ends in the middle of its work is told in words", async () => {
  const { folder, options } = workshop();
  writeFiles(options.content, { "a.md": "---\ntitle: A\n---\nText" });
  const crew = new Crew(2, folder);
  const layout = { kind: "page" as const, name: "a", folder: "", isBundle: false, bundle: null };
  const place = { language: "en", stem: "a", prefix: "", section: undefined };
  const task = { path: "a.md", id: "0".repeat(20), layout: { ...layout, ...place } };
  const plan = { root: options.content, options, handed: [] };
  const read = async () => {
    for await (const _ of crew.draftAll({ count: 10_000, at: () => task }, plan)) {
      await crew.dismiss();
    }
  };
  await expect(read()).rejects.toThrow(LostThreadError);
  await expect(read()).rejects.toThrow(/Nothing was published\. Build again/);
});

test("few files are read without threads", () => {
  expect(handsFor(10)).toBe(0);
  expect(handsFor(1_000_000)).toBeLessThanOrEqual(4);
  expect(existsSync(join("bin", "thread.js"))).toBe(true);
});
