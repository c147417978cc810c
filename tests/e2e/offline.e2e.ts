import { hash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser, launchReader } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import {
  firstInSight,
  folder,
  openStory,
  readOn,
  savedStories,
  saveRow,
  stories,
  story,
  type Visitor,
  visit,
  visitor,
} from "#tests/support/offline-pages.ts";
import { failOnViolations } from "#tests/support/page.ts";

// What is there with the network off, from the second visit on. Tests of one edition share a browser that was there once.

let browser: Browser;
let elsewhere: string;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  elsewhere = mkdtempSync(join(tmpdir(), "offprint-offline-"));
  const run = await offprint(HOME, "build", "content", "--out", elsewhere, "--base", "/news/");
  if (run.code !== 0) throw new Error(run.out + run.err);
});
afterAll(async () => {
  await browser.close();
  rmSync(elsewhere, { recursive: true, force: true });
});

describe.each([
  ["/", () => inject("sample")],
  ["/news/", () => elsewhere],
])("from the second visit on, at %s,", (base, edition) => {
  let guest: Visitor;
  beforeAll(async () => {
    guest = await visitor(browser, edition(), base);
  });
  afterAll(() => guest.close());

  it("the list opens with the network off, and so do the saved stories and the settings", async () => {
    const { url } = guest.server;
    const page = await guest.openPage();
    await guest.goAway();
    await guest.context.setOffline(true);
    onTestFinished(() => guest.context.setOffline(false));

    await page.goto(url);
    await stories(page).first().waitFor();
    await page.goto(`${url}saved`);
    await page.getByRole("heading", { level: 1, name: /saved/i }).first().waitFor();
    await page.goto(`${url}settings`);
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });

  it("a story that was opened before opens at its address, and after a reload", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    const title = await openStory(page, 1);
    const address = page.url();
    await guest.goAway();

    await page.goto(address);
    await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
    await page.reload();
    await story(page).locator(".prose p").first().waitFor();
  });
});

describe("with the network off", () => {
  let guest: Visitor;
  beforeAll(async () => {
    guest = await visitor(browser, inject("sample"));
  });
  afterAll(() => guest.close());

  it("a filter that was used before is there after a reload", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    await page.getByRole("link", { name: "tides: show only this tag" }).first().click();
    await expect.poll(() => new URL(page.url()).search).toBe("?tag=tides");
    const shown = () => stories(page).getByRole("heading", { level: 3 }).allInnerTexts();
    // The whole list gives way to that of the two that are about tides.
    await expect.poll(async () => (await shown()).length).toBe(2);
    const titles = await shown();
    await guest.goAway();

    await page.reload();
    await expect.poll(shown).toEqual(titles);
  });

  it("a story that was never opened says so, and the app stands", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    const opened = await openStory(page, 0);
    await guest.goAway();
    await stories(page).nth(2).getByRole("heading", { level: 3 }).click();
    const sorry = page.getByRole("heading", { level: 1, name: "This story can’t be reached" });
    await sorry.waitFor();
    await page.goto(page.url());
    await sorry.waitFor();
    await stories(page).first().waitFor();
    await page
      .getByText(/^Offline, as of \d\d:\d\d$/)
      .first()
      .waitFor();
    // What is there is offered in its place.
    const offered = page.getByRole("region", { name: "What can be read now" });
    const startOf = (words: typeof sorry) => words.boundingBox().then((box) => box?.x);
    expect(await startOf(offered.getByRole("heading"))).toBe(await startOf(sorry));
    await offered.getByRole("link", { name: opened }).click();
    await story(page).locator(".prose p").first().waitFor();
  });

  it("the minutes that one has are filled with what is saved, and with nothing that can’t be opened", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    const title = await saveRow(page, 3);
    await guest.goAway();
    await page.goto(`${guest.server.url}minutes/?n=30`);
    const queued = story(page).getByRole("listitem").getByRole("link");
    await expect.poll(() => queued.allInnerTexts()).toEqual([expect.stringContaining(title)]);
    await queued.click();
    await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
    expect(page.url()).toContain("/saved/?story=");
  });

  it("an old address of a story leads to it while there is one, and to the app when there is none", async () => {
    const page = await guest.openPage();
    const old = `${guest.server.url}bridges/qeswachaka/`;
    await page.goto(old);
    await page.waitForURL(/\/article\//);
    await story(page).locator(".prose p").first().waitFor();
    await guest.goAway();
    await page.goto(old);
    await page.getByRole("navigation").first().waitFor();
  });

  it("a picture that is not here leaves its words, and its place", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    const pictured = stories(page).filter({ has: page.locator("img") });
    await pictured.first().getByRole("heading", { level: 3 }).click();
    // One of which it is known how large it is.
    const picture = story(page).locator(".prose img[width]").first();
    const width = () =>
      picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : -1));
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(width).toBeGreaterThan(0);
    const before = await picture.boundingBox();
    await page.evaluate(async () => {
      for (const name of await caches.keys()) if (/pictures/.test(name)) await caches.delete(name);
    });
    await (await guest.context.newCDPSession(page)).send("Network.clearBrowserCache");
    await guest.goAway();
    await page.reload();
    await story(page).locator(".prose p").first().waitFor();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.complete))
      .toBe(true);
    expect(await width()).toBe(0);
    expect(await picture.getAttribute("alt")).toMatch(/\w/);
    const { width: wide, height } = (await picture.boundingBox()) ?? {};
    expect({ wide, height }).toEqual({ wide: before?.width, height: before?.height });
  });

  it("no more is kept of what was opened than has its bounds: the longest unused goes, and nothing that is saved", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    const title = await saveRow(page, 5);
    // One picture under many addresses is as many answers to keep as pictures are.
    const address = await stories(page).locator("img").first().getAttribute("src");
    await page.evaluate(async (picture) => {
      for (let number = 0; number < 70; number++) await fetch(`${picture}?${number}`);
    }, address);
    const pictures = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((each) => each.includes("-worker-pictures-")) ?? "";
        const kept = await (await caches.open(name)).keys();
        return { count: kept.length, last: kept.some(({ url }) => url.endsWith("?69")) };
      });
    await expect.poll(pictures).toEqual({ count: 60, last: true });
    await guest.goAway();
    await page.goto(`${guest.server.url}saved`);
    await savedStories(page).getByRole("link", { name: title }).click();
    await story(page).locator(".prose p").first().waitFor();
  });

  it("nothing that another host answered is kept, and nothing of the app’s origin that is not the edition’s", async () => {
    const page = await guest.openPage();
    await page.goto(guest.server.url);
    await openStory(page, 0);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { names, urls: lists.flat().map(({ url }) => url) };
    });
    for (const name of kept.names) {
      expect(name).toMatch(/^offprint-(worker-[a-z]+-http|saved-pictures@)/);
    }
    expect(kept.urls.length).toBeGreaterThan(10);
    for (const url of kept.urls) expect(url.startsWith(guest.server.url), url).toBe(true);
  });
});

it("a saved story opens after the browser was ended and started again, where its reader stopped", async () => {
  const server = await serveEdition(inject("sample"));
  onTestFinished(server.stop);
  const profile = folder();
  const first = await launchReader(inject("browser"), profile);
  onTestFinished(() => first.close());
  await failOnViolations(first);
  const before = await first.newPage();
  await visit(before, server.url);
  const title = await saveRow(before, await placeOf(before, /brass machine/));
  await stories(before).getByRole("link", { name: title }).click();
  const words = await readOn(before, 8);
  await server.stop();
  await first.close();

  const second = await launchReader(inject("browser"), profile);
  onTestFinished(() => second.close());
  await failOnViolations(second);
  const page = await second.newPage();
  await page.goto(`${server.url}saved`);
  await savedStories(page).getByRole("link", { name: title }).click();
  await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
  await page
    .getByRole("status")
    .getByText(/^Continued at “/)
    .waitFor();
  expect(await firstInSight(page)).toBe(words);
});

it("the worker keeps its parts from the start, and the shell of its own edition", () => {
  const worker = readFileSync(join(inject("sample"), "sw.js"), "utf8");
  const shell = readFileSync(join(inject("sample"), "app.html"));
  expect(worker).toContain(`sha256-${hash("sha256", shell, "base64")}`);
  expect(worker).not.toMatch(/latin-ext|%SHELL/);
});

/** Where in the list a story stands. */
async function placeOf(page: Page, title: RegExp): Promise<number> {
  const titles = await stories(page).getByRole("heading", { level: 3 }).allInnerTexts();
  return titles.findIndex((each) => title.test(each));
}
