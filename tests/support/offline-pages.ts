import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect, inject, onTestFinished, vi } from "vitest";
import { type EditionServer, serveEdition } from "./edition-server.ts";
import { type PageWishes, type SharedContext, sharedContext, watchedPage } from "./page.ts";

// What tests of the app without a network do on its pages.

export const stories = (page: Page) =>
  page.getByRole("list", { name: "Stories" }).getByRole("article");
export const story = (page: Page) => page.getByRole("region", { name: "Story" });
export const savedStories = (page: Page) => page.getByRole("list", { name: "Saved stories" });

/** What can't be had is complained of by the browser itself; the tests look at what the reader is told. */
export const OFFLINE = [/ERR_CONNECTION_REFUSED/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/];

/** An empty folder, which goes with the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "offprint-offline-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A copy of the sample edition, to be changed. */
export function editionCopy(): string {
  const copy = join(folder(), "edition");
  cpSync(inject("sample"), copy, { recursive: true });
  return copy;
}

/** Serves an edition as long as the test lasts. */
export async function serve(
  edition: string,
  wishes: Parameters<typeof serveEdition>[1] = {},
): Promise<EditionServer> {
  const server = await serveEdition(edition, wishes);
  onTestFinished(server.stop);
  return server;
}

/** A page with the app's service worker. */
export function reader(browser: Browser, server: EditionServer, wishes: Partial<PageWishes> = {}) {
  return watchedPage(browser, { url: server.url, serviceWorker: true, allow: OFFLINE, ...wishes });
}

/** A browser that has been to an edition once, for several tests. */
export type Visitor = SharedContext & {
  readonly server: EditionServer;
  /** Ends the server as long as the test lasts. */
  readonly goAway: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Goes to an edition once, and stays until the app is kept. */
export async function visitor(
  browser: Browser,
  edition: string,
  base = "/",
  wishes: Partial<PageWishes> = {},
): Promise<Visitor> {
  const server = await serveEdition(edition, { base });
  const { url } = server;
  const shared = await sharedContext(browser, {
    url,
    serviceWorker: true,
    allow: OFFLINE,
    ...wishes,
  });
  const page = await shared.context.newPage();
  await visit(page, url);
  await page.close();
  const goAway = async () => {
    onTestFinished(server.restart);
    await server.stop();
  };
  const close = async () => {
    await shared.context.close();
    await server.stop();
  };
  return { ...shared, server, goAway, close };
}

/** Opens an address for the first time and stays until the app is kept, as a reader does who reads a story. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await stories(page).first().waitFor();
  for (const part of ["data/manifest.json", "data/head/"]) {
    // What polls an expectation does so in a test alone, and this is done before the first.
    await vi.waitFor(
      async () => {
        if (!(await isKept(page, part))) throw new Error(`Nothing is kept of ${part}.`);
      },
      { timeout: 30_000, interval: 50 },
    );
  }
}

/** Says whether any cache holds something at an address of this part. */
async function isKept(page: Page, part: string): Promise<boolean> {
  return (await cachesWith(page, part)).length > 0;
}

/** The names of the caches that hold something at addresses of this part. */
export function cachesWith(page: Page, part: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      if (requests.some(({ url }) => url.includes(wanted))) found.push(name);
    }
    return found;
  }, part);
}

/** Opens the story at a place of the list, and gives its title. */
export async function openStory(page: Page, place: number): Promise<string> {
  const row = stories(page).nth(place);
  const title = await titleOf(row);
  await row.getByRole("heading", { level: 3 }).click();
  await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
  await story(page).locator(".prose p").first().waitFor();
  return title;
}

/** Reads the open story down to one of its paragraphs, until that is noted; gives the words that are first in sight. */
export async function readOn(page: Page, paragraph: number): Promise<string> {
  await page
    .locator(".prose > p")
    .nth(paragraph)
    .evaluate((text) => {
      text.scrollIntoView({ block: "start" });
      text.closest(".pane")?.scrollBy(0, 30);
    });
  const words = await firstInSight(page);
  const positions = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":position:")));
  await expect.poll(positions).toHaveLength(1);
  if (!words) throw new Error("No text is in sight.");
  return words;
}

/** The words of the first block of the text below the bar. */
export function firstInSight(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const edge = document.querySelector(".article-bar")?.getBoundingClientRect().bottom ?? 0;
    return [...document.querySelectorAll(".prose > *")].find(
      (block) => block.getBoundingClientRect().bottom > edge + 2,
    )?.textContent;
  });
}

/** The title of a row; that the story was read is said behind it. */
async function titleOf(row: Locator): Promise<string> {
  const words = await row.getByRole("heading", { level: 3 }).innerText();
  return words.replace(/\s*, read$/, "");
}

/** Presses the ribbon of the story that is open, and waits for words of what came of it. */
export async function saveOpen(page: Page, title: string, words: string | RegExp): Promise<void> {
  await story(page)
    .getByRole("button", { name: `Save “${title}”` })
    .first()
    .click();
  await page.getByText(words).first().waitFor();
}

/** Presses the ribbon of the story at a place of the list, and waits until it is saved; gives the title. */
export async function saveRow(page: Page, place: number): Promise<string> {
  const row = stories(page).nth(place);
  const title = await titleOf(row);
  await row.hover();
  const ribbon = row.getByRole("button", { name: /^Save/ });
  await ribbon.click();
  await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
  return title;
}

/** Goes to the settings by a link, and opens what keeps stories offline. */
export async function openSettings(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /settings/i })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  const fold = keepPart(page).locator("details");
  if (!(await fold.evaluate((it: HTMLDetailsElement) => it.open))) {
    await fold.getByRole("heading", { level: 2 }).click();
  }
}

export const keepPart = (page: Page) => page.getByRole("region", { name: "Keep offline" });

/** Asks in the settings for what is chosen at first to be kept offline. */
export async function keepOffline(page: Page): Promise<void> {
  await keepPart(page).getByRole("button", { name: "See how large that is" }).click();
  await keepPart(page)
    .getByRole("button", { name: /^Keep them/ })
    .click();
}
