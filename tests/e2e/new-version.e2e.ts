import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME } from "#tests/support/command.ts";
import {
  dropNextVersion,
  makeNextVersion,
  publishNextVersion,
} from "#tests/support/next-version.ts";
import {
  editionCopy,
  firstInSight,
  OFFLINE,
  openSettings,
  openStory,
  reader,
  readOn,
  savedStories,
  saveOpen,
  serve,
  stories,
  visit,
} from "#tests/support/offline-pages.ts";
import { watchedPage } from "#tests/support/page.ts";

// The app is published anew while it is open somewhere.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  await makeNextVersion();
});
afterAll(async () => {
  await browser.close();
  await dropNextVersion();
});

const notice = (page: Page) => page.getByText("A new version of this app is ready.");

describe("a part of the app that is gone from the host", () => {
  /** An edition whose settings can't be loaded, and a page that has met that already, without a worker. */
  async function openWithout() {
    const edition = editionCopy();
    const assets = join(edition, "assets");
    // The app's files of the edition before stay for one more edition: each that has this name must go.
    const parts = readdirSync(assets)
      .filter((name) => name.startsWith("settings-page-"))
      .map((name) => ({ name, bytes: readFileSync(join(assets, name)) }));
    expect(parts.length).toBeGreaterThan(0);
    for (const { name } of parts) rmSync(join(assets, name));
    const server = await serve(edition);
    const allow = [...OFFLINE, /404/, /settings-page-/, /dynamically imported/];
    const { page } = await watchedPage(browser, { url: server.url, allow });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await page.evaluate("document.documentElement.dataset.visit = 'first'");
    const restore = () => {
      for (const { name, bytes } of parts) writeFileSync(join(assets, name), bytes);
    };
    const goThere = () =>
      page
        .getByRole("link", { name: /settings/i })
        .first()
        .click();
    const visit = () => page.evaluate("document.documentElement.dataset.visit");
    return { edition, page, restore, goThere, visit };
  }
  const failure = (page: Page) =>
    page.getByRole("heading", { level: 1, name: "This part of the app failed" });

  it("is told, and the page stays where the host has no other version", async () => {
    const { page, restore, goThere, visit } = await openWithout();
    const checked = page.waitForResponse(/app\.html$/);
    await goThere();
    await failure(page).waitFor();
    await checked;
    await stories(page).first().waitFor();
    expect(await visit()).toBe("first");
    restore();
    await page.getByRole("button", { name: "Load the app again" }).click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });

  it("makes way for the version that was published since, once and never in a circle", async () => {
    const { edition, page, restore, goThere, visit } = await openWithout();
    const script =
      /index-[\w-]+\.js/.exec(readFileSync(join(edition, "app.html"), "utf8"))?.[0] ?? "";
    // As a host whose documents are of a newer version than those that it gives out.
    const shell = join(edition, "app.html");
    writeFileSync(shell, readFileSync(shell, "utf8").replaceAll(script, "index-newer000.js"));
    await goThere();
    await expect.poll(visit).toBeUndefined();
    await failure(page).waitFor();
    await page.evaluate("document.documentElement.dataset.visit = 'second'");
    await page.getByRole("button", { name: "Try once more" }).click();
    await failure(page).waitFor();
    expect(await visit()).toBe("second");
    restore();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });
});

describe("a new version of the app", () => {
  it("waits for the reader's word, and then every tab has it", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page, context } = await reader(browser, server);
    await visit(page, server.url);
    const other = await context.newPage();
    await other.goto(server.url);
    await openStory(other, 0);
    const words = await readOn(other, 4);
    await publishNextVersion(edition);

    // The tab goes on although its parts are gone from the host; a reload shows the old version still.
    await page.reload();
    expect(await page.evaluate("document.documentElement.dataset.version")).toBeUndefined();
    await openSettings(page);
    await notice(page).waitFor();
    await page.getByRole("button", { name: "Reload" }).click();

    for (const tab of [page, other]) {
      await expect
        .poll(() => tab.evaluate("document.documentElement.dataset.version").catch(() => null))
        .toBe("next");
      expect(await notice(tab).count()).toBe(0);
    }
    // Who was in the middle of a story is there again.
    await expect.poll(() => firstInSight(other).catch(() => null)).toBe(words);
    await server.stop();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    expect(await page.evaluate("document.documentElement.dataset.version")).toBe("next");
  });

  it("that is not there whole does not come, and the one that is here stays whole", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page } = await reader(browser, server, {
      allow: [...OFFLINE, /sw\.js|integrity|digest/],
    });
    await visit(page, server.url);
    const { assets } = await publishNextVersion(edition);
    const broken = assets.find((name) => name.includes("tags-page")) ?? "";
    writeFileSync(join(edition, broken), "<!doctype html><p>Not found");
    await page.reload();
    await stories(page).first().waitFor();
    await expect.poll(() => server.requests).toContain(`GET /${broken}`);
    await expect.poll(() => isInstalling(page)).toBe(false);
    expect(await notice(page).count()).toBe(0);
    await server.stop();
    await page.reload();
    await stories(page).first().waitFor();
    await openSettings(page);
  });

  it("is a worker no more where the kill switch was published; what was saved stays", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page } = await reader(browser, server);
    await visit(page, server.url);
    const title = await openStory(page, 0);
    await saveOpen(page, title, "Saved on this device");
    copyFileSync(join(HOME, "hosting/sw-off.js"), join(edition, "sw.js"));
    await page.goto(server.url);
    await expect.poll(() => workerCaches(page).catch(() => -1)).toBe(0);
    // The page that met it may have been under the old worker still; one that is opened later is under none.
    const isFree = async () => {
      await page.goto(`${server.url}saved`);
      return page.evaluate(() => navigator.serviceWorker.controller === null);
    };
    await expect.poll(() => isFree().catch(() => false)).toBe(true);
    await savedStories(page).getByText(title).first().waitFor();
  });
});

/** How many caches of the worker's own there are; the pictures of what is saved lie in another. */
function workerCaches(page: Page): Promise<number> {
  return page.evaluate(
    async () => (await caches.keys()).filter((name) => name.startsWith("offprint-worker-")).length,
  );
}

function isInstalling(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return Boolean(registration?.installing);
  });
}
