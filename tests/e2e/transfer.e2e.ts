import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findChecker } from "#tests/support/book-checker.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type PageWishes, watchedPage } from "#tests/support/page.ts";

const FIXTURES = join(HOME, "tests", "data", "transfer", "arriving", "fixtures");

let browser: Browser;
let server: EditionServer;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(inject("sample"));
  folder = mkdtempSync(join(tmpdir(), "offprint-transfer-"));
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
  // What the document shows by itself has been replaced by the app.
  await page.waitForLoadState("networkidle");
  const titles: string[] = [];
  for (let at = 0; at < count; at++) {
    const title = await stories.nth(at).getByRole("heading", { level: 3 }).innerText();
    const save = stories.nth(at).getByRole("button", { name: /^Save/ });
    await stories.nth(at).hover();
    await save.click();
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("true");
    titles.push(title);
  }
  return titles;
}

/** Presses what makes a file, and gives its path once it is downloaded. */
async function download(page: Page, press: string): Promise<string> {
  const button = page.getByRole("button", { name: press, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, file.suggestedFilename());
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

async function emptyDevice(page: Page): Promise<void> {
  await page.goto(`${server.url}icon.svg`);
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name ?? "");
        request.onsuccess = resolve;
        request.onblocked = resolve;
      });
    }
  });
}

describe("a backup", () => {
  it("brings three stories back on an empty device; they open with the network off, and twice is once", async () => {
    const { page } = await watchedPage(browser, {
      url: server.url,
      allow: [/ERR_INTERNET_DISCONNECTED/],
    });
    const titles = await saveStories(page, 3);
    await toTransfer(page);
    const backup = await download(page, "Make a backup");
    expect(backup).toMatch(/offprint-backup-\d{4}-\d\d-\d\d\.json$/);

    await emptyDevice(page);
    await page.goto(`${server.url}saved`);
    await page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();

    await toTransfer(page);
    expect(await dryRun(page, backup)).toMatchObject({
      "Rows read": "3",
      "To be added": "3",
      "Already here": "0",
      "Can’t be read": "0",
    });
    await page.getByRole("link", { name: "Saved" }).first().click();
    await page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();
    await page.goBack();
    await dryRun(page, backup);
    expect(await confirm(page)).toMatchObject({ "Rows read": "3", Added: "3", Failed: "0" });

    await page.getByRole("button", { name: "Take in more" }).click();
    const again = await dryRun(page, backup);
    expect(again).toMatchObject({ "To be added": "0", "Already here": "3" });
    await page.getByRole("heading", { level: 3, name: "All of it is here already" }).waitFor();

    await page.goto(`${server.url}saved`);
    await expect.poll(() => savedStories(page).count()).toBe(3);
    const listed = await savedStories(page).getByRole("heading", { level: 3 }).allInnerTexts();
    expect(listed).toEqual([...titles].reverse());
    // The parts of the app that are loaded ahead of their use.
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(2500);
    await page.context().setOffline(true);
    for (const title of titles) {
      await savedStories(page).getByRole("link", { name: title }).click();
      await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
      await story(page).locator(".prose p").first().waitFor();
    }
  });

  it("counts what was taken out since: it does not come back, and a backup of later takes it out elsewhere", async () => {
    const { page } = await watchedPage(browser, { url: server.url });
    const [, , first] = await saveStories(page, 3);
    await toTransfer(page);
    const earlier = await download(page, "Make a backup");
    await page.goto(`${server.url}saved`);
    // A second later: instants are kept to the second.
    await page.waitForTimeout(1100);
    await savedStories(page).first().hover();
    await savedStories(page)
      .first()
      .getByRole("button", { name: /^Save “/ })
      .click();
    await expect.poll(() => savedStories(page).count()).toBe(2);
    await toTransfer(page);
    expect(await dryRun(page, earlier)).toMatchObject({ "Already here": "2" });
    await page.getByText("1 row is skipped").click();
    await page.getByText(/article 1: it was taken out later/).waitFor();
    expect(first).toBeDefined();

    await page.getByRole("button", { name: "Choose another file" }).click();
    rmSync(earlier);
    const later = await download(page, "Make a backup");
    const other = await watchedPage(browser, { url: server.url });
    await saveStories(other.page, 3);
    // The other device saved it before it was taken out on the first.
    await other.page.evaluate(() => {
      for (const [key, value] of Object.entries(localStorage)) {
        if (!key.includes(":record:")) continue;
        const record = { ...JSON.parse(value), rev: 90, changedAt: "2020-01-01T00:00:00Z" };
        localStorage.setItem(key, JSON.stringify(record));
      }
    });
    await toTransfer(other.page);
    expect(await dryRun(other.page, later)).toMatchObject({
      "To be taken out, as in the file": "1",
    });
    await confirm(other.page);
    await other.page.goto(`${server.url}saved`);
    await expect.poll(() => savedStories(other.page).count()).toBe(2);
  });

  it("that is damaged loses what is damaged, by name; one that is hostile is harmless", async () => {
    // What DOMPurify reads aloud in a document of its own, where nothing runs.
    const allow = [/script-src-attr/];
    const { page } = await watchedPage(browser, { url: server.url, allow });
    const titles = await saveStories(page, 3);
    await toTransfer(page);
    const text = readFileSync(await download(page, "Make a backup"), "utf8");
    await emptyDevice(page);

    const cut = join(folder, "cut.json");
    const lines = text.split("\n");
    const second = lines.findIndex((line) => line.startsWith('{"savedAt"')) + 1;
    const broken = lines.with(second, (lines[second] ?? "").slice(0, -40));
    writeFileSync(cut, broken.slice(0, second + 2).join("\n"));
    await toTransfer(page);
    expect(await dryRun(page, cut)).toMatchObject({ "To be added": "2", "Can’t be read": "1" });
    await story(page)
      .getByText(titles[1] ?? "")
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
  it("in files of every kind, with the edition's pictures, and no request to another host", async () => {
    // When it is loaded, the writer of Markdown tries whether it may parse HTML by itself; it may not, and need not.
    const allow = [/turndown/, /DOMParser parseFromString\|$/];
    const { page } = await watchedPage(browser, { url: server.url, allow });
    const titles = await saveStories(page, 4);
    await toTransfer(page);
    const leave = async (kind: string) => readFileSync(await download(page, kind));
    const pages = unzipSync(await leave("Web pages"));
    expect(Object.keys(pages)).toHaveLength(5);
    expect(Object.values(pages).some((file) => strFromU8(file).includes('src="data:image/'))).toBe(
      true,
    );
    const markdown = unzipSync(await leave("Markdown"));
    const files = Object.keys(markdown);
    expect(files.filter((name) => name.endsWith(".md"))).toHaveLength(4);
    expect(files.some((name) => name.startsWith("pictures/"))).toBe(true);
    const feed: { items: { title: string }[] } = JSON.parse(String(await leave("JSON Feed")));
    expect(feed.items.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect(String(await leave("Bookmarks")).match(/<DT><A /g)).toHaveLength(4);

    const book = await download(page, "A book (EPUB)");
    const names = Object.keys(unzipSync(readFileSync(book)));
    expect(names[0]).toBe("mimetype");
    expect(names.filter((name) => name.startsWith("book/pictures/")).length).toBeGreaterThan(0);
    const checker = findChecker();
    if (!checker) return;
    const { stdout, stderr } = spawnSync("java", ["-jar", checker, book], { encoding: "utf8" });
    expect(stdout + stderr).toMatch(/No errors or warnings detected/);
  }, 120_000);
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
    await page.getByRole("link", { name: "Saved stories" }).click();
    await savedStories(page)
      .getByText(/tide table|a note/i)
      .first()
      .waitFor();

    await toTransfer(page);
    const again = await dryRun(page, join(FIXTURES, name));
    expect(again["To be added"], "a second time there is nothing new").toBe("0");
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
    await page.getByText("Broken 17,https://broken.example/17").waitFor();
  }, 180_000);
});
