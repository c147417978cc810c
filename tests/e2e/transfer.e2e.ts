import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { checkBook } from "#tests/support/book-checker.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type PageWishes, watchedPage } from "#tests/support/page.ts";

const FIXTURES = join(HOME, "tests", "data", "transfer", "arriving", "fixtures");

/** How many stories are saved on the device of which there is a backup. */
const SAVED = 4;

let browser: Browser;
let server: EditionServer;
let folder: string;
/** A device with saved stories, as a browser can be begun with it; their titles, and its backup. */
let device: NonNullable<BrowserContextOptions["storageState"]>;
let titles: string[];
let backup: string;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(inject("sample"));
  folder = mkdtempSync(join(tmpdir(), "offprint-transfer-"));
  const context = await browser.newContext();
  const page = await context.newPage();
  titles = await saveStories(page, SAVED);
  await toTransfer(page);
  backup = await download(page, "Make a backup");
  device = await context.storageState({ indexedDB: true });
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const story = (page: Page) => page.getByRole("region", { name: "Story" });
const savedStories = (page: Page) =>
  page.getByRole("list", { name: "Saved stories" }).getByRole("article");

async function openTransfer(wishes: Partial<PageWishes> = {}) {
  const watched = await watchedPage(browser, { url: server.url, ...wishes });
  await toTransfer(watched.page);
  return watched;
}

async function toTransfer(page: Page): Promise<void> {
  await page.goto(`${server.url}transfer/`);
  await page.getByRole("heading", { level: 1, name: "Backup and moving" }).waitFor();
}

/** Saves the first stories of the list, and gives their titles. */
async function saveStories(page: Page, count: number): Promise<string[]> {
  await page.goto(server.url);
  const stories = page.getByRole("list", { name: "Stories" }).getByRole("article");
  await stories.first().waitFor();
  const titles: string[] = [];
  for (let at = 0; at < count; at++) {
    const title = await stories.nth(at).getByRole("heading", { level: 3 }).innerText();
    const save = stories.nth(at).getByRole("button", { name: /^Save/ });
    await stories.nth(at).hover();
    await save.click();
    await stories.nth(at).getByRole("button", { name: /^Save/, pressed: true }).waitFor();
    titles.push(title);
  }
  return titles;
}

/** Presses what makes a file, and gives its path once it is downloaded. */
async function download(page: Page, press: string, name?: string): Promise<string> {
  const button = page.getByRole("button", { name: press, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, name ?? file.suggestedFilename());
  await file.saveAs(path);
  await page.getByRole("status").getByText(file.suggestedFilename()).first().waitFor();
  return path;
}

/** Chooses files and waits for what they would do, as the table says it. */
async function dryRun(page: Page, ...paths: string[]): Promise<Record<string, string>> {
  await page.locator('input[type="file"]').setInputFiles(paths);
  await story(page).getByRole("heading", { level: 3 }).waitFor();
  return table(page);
}

async function table(page: Page): Promise<Record<string, string>> {
  const rows = await story(page).getByRole("table").getByRole("row").all();
  const cells = await Promise.all(
    rows.map(
      async (row): Promise<[string, string]> => [
        await row.getByRole("rowheader").innerText(),
        await row.getByRole("cell").innerText(),
      ],
    ),
  );
  return Object.fromEntries(cells);
}

async function confirm(page: Page): Promise<Record<string, string>> {
  await page.getByRole("button", { name: /^Take (?:in \d|it in)/ }).click();
  await page.getByRole("heading", { level: 3, name: "Done" }).waitFor();
  return table(page);
}

/** Opens the page on a device on which stories are saved. */
const openDevice = (wishes: Partial<PageWishes> = {}) =>
  openTransfer({ context: { storageState: device }, ...wishes });

describe("a backup", () => {
  it("brings the stories back on an empty device; they open with the network off, and twice is once", async () => {
    expect(backup).toMatch(/offprint-backup-\d{4}-\d\d-\d\d\.json$/);
    const { page } = await openTransfer({ allow: [/ERR_INTERNET_DISCONNECTED/] });
    expect(await dryRun(page, backup)).toMatchObject({
      "Rows read": `${SAVED}`,
      "To be added": `${SAVED}`,
      "Already here": "0",
      "Can’t be read": "0",
    });
    await page.getByRole("link", { name: "Saved" }).first().click();
    await page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();
    await page.goBack();
    await dryRun(page, backup);
    const done = { "Rows read": `${SAVED}`, Added: `${SAVED}`, Failed: "0" };
    expect(await confirm(page)).toMatchObject(done);

    await page.getByRole("button", { name: "Take in more" }).click();
    const again = await dryRun(page, backup);
    expect(again).toMatchObject({ "To be added": "0", "Already here": `${SAVED}` });
    await page.getByRole("heading", { level: 3, name: "All of it is here already" }).waitFor();

    await page.goto(`${server.url}saved`);
    await expect.poll(() => savedStories(page).count()).toBe(SAVED);
    const listed = await savedStories(page).getByRole("heading", { level: 3 }).allInnerTexts();
    expect(listed).toEqual([...titles].reverse());
    // Of the first one on, the part of the app that shows them is here.
    for (const [at, title] of titles.entries()) {
      await savedStories(page).getByRole("link", { name: title }).click();
      await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
      await story(page).locator(".prose p").first().waitFor();
      if (at === 0) await page.context().setOffline(true);
    }
  });

  it("counts what was taken out since: it does not come back, and a backup of later takes it out elsewhere", async () => {
    const { page } = await openDevice();
    // A second later at least: instants are kept to the second.
    await page.clock.setFixedTime(Date.now() + 5_000);
    await page.goto(`${server.url}saved`);
    await savedStories(page).first().hover();
    await savedStories(page)
      .first()
      .getByRole("button", { name: /^Save “/ })
      .click();
    await expect.poll(() => savedStories(page).count()).toBe(SAVED - 1);
    await toTransfer(page);
    expect(await dryRun(page, backup)).toMatchObject({ "Already here": `${SAVED - 1}` });
    await page.getByText("1 row is skipped").click();
    await page.getByText(/article 1: it was taken out later/).waitFor();

    await page.getByRole("button", { name: "Choose another file" }).click();
    const later = await download(page, "Make a backup", "later.json");
    // The other device saved it before it was taken out on the first.
    const other = await openDevice();
    expect(await dryRun(other.page, later)).toMatchObject({
      "To be taken out, as in the file": "1",
    });
    await confirm(other.page);
    await other.page.goto(`${server.url}saved`);
    await expect.poll(() => savedStories(other.page).count()).toBe(SAVED - 1);
  });

  it("that is damaged loses what is damaged, by name; one that is hostile is harmless", async () => {
    // What DOMPurify reads aloud in a document of its own, where nothing runs.
    const allow = [/script-src-attr/];
    const { page } = await openTransfer({ allow });
    const text = readFileSync(backup, "utf8");
    const cut = join(folder, "cut.json");
    const lines = text.split("\n");
    const second = lines.findIndex((line) => line.startsWith('{"savedAt"')) + 1;
    const broken = lines.with(second, (lines[second] ?? "").slice(0, -40));
    writeFileSync(cut, broken.slice(0, second + 2).join("\n"));
    expect(await dryRun(page, cut)).toMatchObject({ "To be added": "2", "Can’t be read": "1" });
    await story(page)
      .getByText(titles.at(-2) ?? "")
      .waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();

    const hostile = join(folder, "hostile.json");
    writeFileSync(
      hostile,
      text
        .replace('"saved":[', '"__proto__":{"polluted":1},"saved":[')
        .replaceAll(/"body":"/g, '"body":"<b onclick=alert(1)>b</b><script>alert(1)</script>')
        .replaceAll(/"title":"/g, '"title":"<img src=x onerror=alert(1)>'),
    );
    await dryRun(page, hostile);
    await confirm(page);
    await page.getByRole("link", { name: "Saved stories" }).click();
    await savedStories(page).first().getByRole("link").first().click();
    await story(page).locator(".prose p").first().waitFor();
    expect(await story(page).locator("script, [onclick], [onerror]").count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get({}, "polluted"))).toBeUndefined();

    const newer = join(folder, "newer.json");
    writeFileSync(newer, '{"format":"offprint-backup","v":7,"made":"2026-01-01T00:00:00Z"}');
    await toTransfer(page);
    await page.locator('input[type="file"]').setInputFiles(newer);
    await page.getByText(/has version 7/).waitFor();
  });
});

describe("saved stories leave", () => {
  let book: string;

  it("in files of every kind, with the edition's pictures, and no request to another host", async () => {
    const { page } = await openDevice();
    const leave = async (kind: string) => readFileSync(await download(page, kind));
    const pages = unzipSync(await leave("Web pages"));
    expect(Object.keys(pages)).toHaveLength(SAVED + 1);
    expect(Object.values(pages).some((file) => strFromU8(file).includes('src="data:image/'))).toBe(
      true,
    );
    const markdown = unzipSync(await leave("Markdown"));
    const files = Object.keys(markdown);
    expect(files.filter((name) => name.endsWith(".md"))).toHaveLength(SAVED);
    expect(files.some((name) => name.startsWith("pictures/"))).toBe(true);
    const feed: { items: { title: string }[] } = JSON.parse(String(await leave("JSON Feed")));
    expect(feed.items.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect(String(await leave("Bookmarks")).match(/<DT><A /g)).toHaveLength(SAVED);

    book = await download(page, "A book (EPUB)");
    const names = Object.keys(unzipSync(readFileSync(book)));
    expect(names[0]).toBe("mimetype");
    expect(names.filter((name) => name.startsWith("book/pictures/")).length).toBeGreaterThan(0);
  });

  it("in a book that holds before epubcheck", async ({ skip }) => {
    expect(await checkBook(book, skip)).toMatch(/No errors or warnings detected/);
  });
});

describe("what other programs hold comes in:", () => {
  it.each([
    [
      "pocket.csv",
      "Pocket (CSV)",
      { "Rows read": "6", Added: "3", "Already here": "1", Failed: "2" },
    ],
    ["ril-export.txt", "Pocket (HTML)", { "Rows read": "3", Added: "2", Failed: "1" }],
    ["instapaper.csv", "Instapaper (CSV)", { "Rows read": "4", Added: "4", Failed: "0" }],
    ["readwise.csv", "Readwise Reader (CSV)", { "Rows read": "3", Added: "3", Failed: "0" }],
    ["bookmarks.txt", "Bookmarks (HTML)", { "Rows read": "4", Added: "2", Failed: "2" }],
    ["wallabag.json", "wallabag (JSON)", { "Rows read": "3", Added: "2", Failed: "1" }],
    ["karakeep.json", "Karakeep (JSON)", { "Rows read": "4", Added: "3", Failed: "1" }],
    ["feed.json", "JSON Feed", { "Rows read": "2", Added: "2", Failed: "0" }],
  ])("%s", async (name, format, counts) => {
    const { page } = await openTransfer();
    await dryRun(page, join(FIXTURES, name));
    await page.getByRole("table").getByText(format).waitFor();
    expect(await confirm(page)).toMatchObject(counts);
    await page.getByRole("button", { name: "Take in more" }).click();
    const again = await dryRun(page, join(FIXTURES, name));
    expect(again["To be added"], "a second time there is nothing new").toBe("0");
    await page.getByRole("link", { name: "Saved" }).first().click();
    await savedStories(page)
      .getByText(/tide table|a note/i)
      .first()
      .waitFor();
  });

  it("Omnivore’s ZIP, whose story opens with its text and what was marked in it", async () => {
    const { page } = await openTransfer();
    const entry = {
      slug: "tide",
      title: "The tide table",
      url: "https://harbour.example/tide-table",
      savedAt: "2019-11-14T00:00:00.000Z",
      labels: ["tides"],
      state: "Active",
      readingProgress: 40,
    };
    const path = join(folder, "omnivore.zip");
    const zip = zipSync({
      "metadata_0_to_20.json": strToU8(JSON.stringify([entry, { ...entry, url: "about:blank" }])),
      "content/tide.html": strToU8("<p>It hung in the pilot’s house.</p>"),
      "highlights/tide.md": strToU8("> The sea is a sum.\n"),
    });
    writeFileSync(path, zip);
    await dryRun(page, path);
    expect(await confirm(page)).toMatchObject({ "Rows read": "2", Added: "1", Failed: "1" });
    await page.getByRole("link", { name: "Saved stories" }).click();
    await savedStories(page).getByRole("link", { name: "The tide table" }).click();
    await story(page).getByText("It hung in the pilot’s house.").waitFor();
    await story(page).getByText("The sea is a sum.").waitFor();
  });

  it("32,720 rows with 100 broken ones lose exactly those, by name, and the page shows how far it is", async () => {
    const { page } = await openTransfer();
    const rows = Array.from({ length: 32_720 }, (_, at) =>
      at % 327 === 17 && at < 32_700
        ? `"Broken ${at},https://broken.example/${at},1573689600,,unread`
        : `Story ${at},https://story.example/${at},${1_573_689_600 + at},a|b,unread`,
    );
    const path = join(folder, "many.csv");
    writeFileSync(path, `title,url,time_added,tags,status\n${rows.join("\n")}\n`);
    expect(await dryRun(page, path)).toMatchObject({
      "Rows read": "32,720",
      "To be added": "32,620",
      "Can’t be read": "100",
    });
    await page.getByRole("button", { name: /^Take in 32,620 stories/ }).click();
    await page.getByText(/Taking in: [\d,]+ of 32,620/).waitFor();
    await page.getByRole("heading", { level: 3, name: "Done" }).waitFor({ timeout: 120_000 });
    expect(await table(page)).toMatchObject({ Added: "32,620", Failed: "100" });
    const lost = await story(page)
      .getByRole("listitem")
      .filter({ hasText: "Broken" })
      .allInnerTexts();
    const broken = Array.from({ length: 100 }, (_, at) => `Broken ${17 + 327 * at},https://broken`);
    expect(lost).toEqual(broken.map((name) => expect.stringContaining(name)));
  }, 180_000);
});
