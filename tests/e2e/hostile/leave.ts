import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import MarkdownIt from "markdown-it";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import {
  COMPLAINTS,
  call,
  type HostileEdition,
  inTabs,
  PATIENCE,
  reader,
  serve,
  withoutPolicy,
} from "./hostile-edition.ts";

/** What all that is saved leaves in: the path of each file. */
type Files = Record<(typeof KINDS)[number], string>;
const KINDS = [
  "Web pages",
  "A book (EPUB)",
  "Markdown",
  "JSON Feed",
  "Bookmarks",
  "Make a backup",
] as const;

/** Has all that is saved leave in every kind of file. */
export async function takeOutAll(page: Page, url: string): Promise<Files> {
  await page.goto(`${url}transfer/`);
  const files: Partial<Files> = {};
  for (const kind of KINDS) files[kind] = await takeOut(page, kind);
  return files as Files;
}

/** Presses what makes a file of all that is saved, and gives its path. */
export async function takeOut(page: Page, press: string): Promise<string> {
  const button = page.getByRole("button", { name: press, exact: true });
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: PATIENCE }),
    button.click(),
  ]);
  return file.path();
}

/** Lays the files of an archive out; without the policy that pages carry, since each must be harmless by itself. */
function layOut(archive: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const isPage = /\.x?html$/.test(name);
    writeFileSync(
      join(folder, name),
      isPage ? withoutPolicy(Buffer.from(bytes).toString()) : bytes,
    );
  }
}

/** What the readers of other programs make of the texts, where they let all HTML pass. */
function textsOf(folder: string, feed: string): string[] {
  const { items } = JSON.parse(readFileSync(feed, "utf8"));
  const markdown = new MarkdownIt({ html: true });
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return [
    ...items.map((item: { content_html?: string }) => item.content_html ?? ""),
    ...files.map((name) =>
      markdown.render(readFileSync(join(folder, name), "utf8").replace(/^---\n.*?\n---\n/s, "")),
    ),
  ];
}

/** Opens every page and every text of the files in a browser, from a server that sends no policy. */
export async function expectHarmlessFiles(given: HostileEdition, files: Files): Promise<void> {
  const folder = join(given.home, "left");
  layOut(files["Web pages"], join(folder, "pages"));
  layOut(files["A book (EPUB)"], folder);
  layOut(files.Markdown, join(folder, "markdown"));
  cpSync(files.Bookmarks, join(folder, "bookmarks.html"));
  const texts = textsOf(join(folder, "markdown"), files["JSON Feed"]);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.x?html$/.test(name),
  );
  const count = given.stories.length;
  const pages = names.filter((name) => name.endsWith(".html"));
  expect(pages).toHaveLength(count + ["index", "bookmarks"].length);
  // Of some nothing is left, and those are in no book.
  expect(names.length - pages.length).toBeGreaterThan(100);
  expect(texts).toHaveLength(count * 2);

  const server = await serve(folder, "dumb");
  const { page: other, asked } = await reader(given, server, { allow: COMPLAINTS });
  const faults = await inTabs(other, names, async (tab, name) => {
    const address = server.url + encodeURI(name);
    await tab.goto(address, { waitUntil: "domcontentloaded" });
    const found = await call(tab, "faultsOfExport");
    if (tab.url() !== address) found.push(`went to ${tab.url()}`);
    return found.map((fault) => `${name}: ${fault}`);
  });
  await other.goto(`${server.url}bookmarks.html`);
  faults.push(...(await call(other, "faultsOfTexts", ...texts)));
  expect(faults).toEqual([]);
  expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
}
