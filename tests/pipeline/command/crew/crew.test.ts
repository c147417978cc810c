import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseArticle } from "#model/article.ts";
import { Crew, handsFor, LostThreadError } from "#pipeline/command/crew/crew.ts";
import { withManuscript } from "#pipeline/command/crew/manuscript.ts";
import { BARE_APP, loadApp } from "#pipeline/command/document/app-source.ts";
import { makeDocuments } from "#pipeline/command/document/documents.ts";
import { writeEdition } from "#pipeline/edition/write-edition.ts";
import { Pictures } from "#pipeline/pictures/pictures.ts";
import { Report } from "#pipeline/report.ts";
import { readFiles, workshop, writeFiles } from "../../../support/edition-workshop.ts";
import { type PictureHost, plainPicture, playHosts } from "../../../support/picture-host.ts";

const NAMES = ["ice", "owls", "mills", "bees", "tides"];

/** A folder in which articles need each other in all ways there are, and some are broken. */
function contentFiles(): Record<string, string> {
  const files: Record<string, string> = {
    "_index.md": "---\ntitle: The Folder\n---\n",
    "tags/ice/_index.md": "---\ntitle: Ice and frost\n---\n",
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
    const picture = number % 10 === 0 ? `![p](https://p.example/${number % 7}.jpg)` : "";
    files[`news/${number}.md`] =
      `---\ntitle: Story ${number}\ndate: 2025-01-${String((number % 28) + 1).padStart(2, "0")}\n` +
      `tags: [${tags.join(", ")}]\naliases: [/old/${number % 150}/]\n---\n${link} [ref](${ref || "#a"}) ${lost} ${picture}`;
  }
  return files;
}

function picturesOf({ dispatcher }: PictureHost, cache: string): Pictures {
  const now = new Date("2026-02-01T00:00:00Z");
  return new Pictures({ cache, now, dispatcher, pause: async () => undefined });
}

async function publish(threads: number, hasPages: boolean, host: PictureHost | null = null) {
  const { folder, app, out, options } = workshop({ pictures: host ? "local" : "remote" });
  writeFiles(folder, {
    "app/index.html": '<html><head></head><body><div id="root"></div></body></html>',
  });
  const files = contentFiles();
  for (const [path, text] of Object.entries(files)) writeFiles(options.content, { [path]: text });
  const report = new Report();
  const source = await loadApp(app);
  const pictures = host && picturesOf(host, join(folder, "cache"));
  const result = await withManuscript({ options, out, threads, pictures }, report, (content) => {
    const imprint = { ...options, sections: content.sections };
    const documents = makeDocuments(source, imprint);
    const written = content.withDocuments(hasPages ? { app, imprint } : null);
    return writeEdition(written, options, report, { out, app, documents, hasPages });
  });
  await pictures?.end();
  const said = JSON.stringify(report).replaceAll(folder, "");
  return { files: readFiles(out), said, result, left: readdirSync(folder).sort() };
}

/** Pictures of which most are the same, and two are lost. */
async function someHost(): Promise<PictureHost> {
  const names = [0, 1, 2, 3, 4].map((number) => `p.example/${number}.jpg`);
  const picture = await plainPicture(900, 300, "red");
  return playHosts(Object.fromEntries(names.map((name) => [name, picture])));
}

test.each([
  [3, true, false],
  [1, false, true],
])(
  "an edition that %s threads made is the same to the last byte (pages: %s, own pictures: %s)",
  async (threads, hasPages, hasPictures) => {
    const host = hasPictures ? await someHost() : null;
    const alone = await publish(0, hasPages, host);
    const together = await publish(threads, hasPages, host);
    expect(alone.said.match(/its host answers 404/g) ?? []).toHaveLength(hasPictures ? 6 : 0);
    expect([...alone.files.keys()].filter((path) => path.endsWith(".webp"))).toHaveLength(
      hasPictures ? 3 : 0,
    );
    expect(alone.result.articles).toBe(203);
    expect([...alone.files.keys()].some((path) => path.startsWith("article/"))).toBe(hasPages);
    expect([...together.files.values()].join()).toContain('"Ice and frost"');
    expect(together.said).toBe(alone.said);
    expect(together.files).toEqual(alone.files);
    expect(together.result).toEqual(alone.result);
    expect(together.left).toEqual(["app", ...(host ? ["cache"] : []), "content", "dist"]);
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
  const plan = { root: options.content, options, handed: [], termTitles: [] };
  const read = async () => {
    for await (const _ of crew.draftAll({ count: 10_000, at: () => task }, plan)) {
      await crew.dismiss();
    }
  };
  await expect(read()).rejects.toThrow(LostThreadError);
  await expect(read()).rejects.toThrow(/Nothing was published\. Build again/);
});

test("paths beyond what waits in memory stand in a file, which goes with the run", async () => {
  const { folder, out, options, app } = workshop();
  const far = Array.from({ length: 8 }, (_, depth) => String(depth).repeat(200)).join("/");
  for (let number = 0; number < 200; number++) {
    const title = `${number} ${"word ".repeat(40)}`;
    const text = `---\ntitle: ${title}\ndate: 2025-01-01\ntags: [ice]\n---\nText`;
    writeFiles(options.content, { [`${far}/${number}.md`]: text });
  }
  const report = new Report();
  const waiting: string[] = [];
  await withManuscript({ options, out, threads: 0 }, report, async (content) => {
    const documents = makeDocuments(BARE_APP, { ...options, sections: content.sections });
    for (const name of readdirSync(folder)) {
      if (name.includes(".waiting-")) waiting.push(...readdirSync(join(folder, name)));
    }
    await writeEdition(content.withDocuments(null), options, report, { out, app, documents });
  });
  expect(waiting).toEqual(["paths"]);
  expect(readdirSync(folder).sort()).toEqual(["app", "content", "dist"]);
  const ids = report.published.map(({ path, id, title }) => {
    expect(`${path.slice(far.length + 1, -3)} `).toBe(title.slice(0, title.indexOf(" ") + 1));
    return id;
  });
  expect(new Set(ids).size).toBe(200);
  const related = [...readFiles(out)].filter(([path]) => path.startsWith("data/articles/"));
  const titles = new Map(report.published.map(({ id, title }) => [id, title]));
  for (const [, text] of related) {
    const known = parseArticle(JSON.parse(text)).related;
    expect(known).toHaveLength(6);
    expect(known.map(({ title }) => title)).toEqual(known.map(({ id }) => titles.get(id)));
  }
}, 60_000);

test("few files are read without threads", () => {
  expect(handsFor(10)).toBe(0);
  expect(handsFor(1_000_000)).toBeLessThanOrEqual(4);
  expect(existsSync(join("bin", "thread.js"))).toBe(true);
});
