import { hash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser, launchReader } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { publishNextVersion } from "#tests/support/next-version.ts";
import { failOnViolations, type PageWishes, watchedPage } from "#tests/support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(async () => {
  await browser.close();
});

const stories = (page: Page) => page.getByRole("list", { name: "Stories" }).getByRole("article");
const story = (page: Page) => page.getByRole("region", { name: "Story" });
const notice = (page: Page) => page.getByText("A new version of this app is ready.");

/** What can't be had is complained of by the browser itself; the tests look at what the reader is told. */
const OFFLINE = [/ERR_CONNECTION_REFUSED/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/];

const PATIENT = { timeout: 15_000 };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "offprint-offline-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function editionCopy(): string {
  const copy = join(folder(), "edition");
  cpSync(inject("sample"), copy, { recursive: true });
  return copy;
}

async function serve(edition: string, base?: string): Promise<EditionServer> {
  const server = await serveEdition(edition, base === undefined ? {} : { base });
  onTestFinished(server.stop);
  return server;
}

function reader(server: EditionServer, wishes: Partial<PageWishes> = {}) {
  return watchedPage(browser, {
    url: server.url,
    serviceWorker: true,
    allow: OFFLINE,
    ...wishes,
  });
}

/** Opens an address for the first time and stays until the app is kept, as a reader does who reads a story. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await stories(page).first().waitFor();
  await expect.poll(() => isKept(page, "data/manifest.json"), PATIENT).toBe(true);
  await expect.poll(() => isKept(page, "data/head/"), PATIENT).toBe(true);
}

function isKept(page: Page, part: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      if (requests.some(({ url }) => url.includes(wanted))) return true;
    }
    return false;
  }, part);
}

/** Opens the story at a place of the list, and gives its title. */
async function openStory(page: Page, place: number): Promise<string> {
  const heading = stories(page).nth(place).getByRole("heading", { level: 3 });
  const title = await heading.innerText();
  await heading.click();
  await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
  await story(page).locator(".prose p").first().waitFor();
  return title;
}

describe.each(["/", "/news/"])("from the second visit on, at %s,", (base) => {
  let edition: string;
  beforeAll(async () => {
    edition = mkdtempSync(join(tmpdir(), "offprint-offline-"));
    const run = await offprint(HOME, "build", "content", "--out", edition, "--base", base);
    if (run.code !== 0) throw new Error(run.out + run.err);
  });
  afterAll(() => rmSync(edition, { recursive: true, force: true }));

  it("the list opens with the network off, and so do the saved stories and the settings", async () => {
    const server = await serve(edition, base);
    const { page, context } = await reader(server);
    await visit(page, server.url);
    await server.stop();
    await context.setOffline(true);

    await page.goto(server.url);
    await stories(page).first().waitFor();
    await page.goto(`${server.url}saved`);
    await page.getByRole("heading", { level: 1, name: /saved/i }).first().waitFor();
    await page.goto(`${server.url}settings`);
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });

  it("a story that was opened before opens at its address, and after a reload", async () => {
    const server = await serve(edition, base);
    const { page } = await reader(server);
    await visit(page, server.url);
    const title = await openStory(page, 1);
    const address = page.url();
    await server.stop();

    await page.goto(address);
    await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
    await page.reload();
    await story(page).locator(".prose p").first().waitFor();
  });
});

describe("with the network off", () => {
  it("a filter that was used before is there after a reload", async () => {
    const server = await serve(inject("sample"));
    const { page } = await reader(server);
    await visit(page, server.url);
    await page.getByRole("link", { name: "tides: show only this tag" }).first().click();
    await expect.poll(() => new URL(page.url()).search, PATIENT).toBe("?tag=tides");
    const shown = () => stories(page).getByRole("heading", { level: 3 }).allInnerTexts();
    // The whole list gives way to that of the two that are about tides.
    await expect.poll(async () => (await shown()).length, PATIENT).toBe(2);
    const titles = await shown();
    await server.stop();

    await page.reload();
    await expect.poll(shown, PATIENT).toEqual(titles);
  });

  it("a story that was never opened says so, and the app stands", async () => {
    const server = await serve(inject("sample"));
    const { page } = await reader(server);
    await visit(page, server.url);
    const opened = await openStory(page, 0);
    await server.stop();
    await stories(page).nth(2).getByRole("heading", { level: 3 }).click();
    await page.getByRole("heading", { level: 1, name: "This story can’t be reached" }).waitFor({
      timeout: 20_000,
    });
    const address = page.url();
    await page.goto(address);
    await page.getByRole("heading", { level: 1, name: "This story can’t be reached" }).waitFor({
      timeout: 20_000,
    });
    await stories(page).first().waitFor();
    await page.getByText(/^Offline, as of \d\d:\d\d$/).waitFor();
    // What is there is offered in its place.
    const offered = page.getByRole("region", { name: "What can be read now" });
    await offered.getByRole("link", { name: opened }).click();
    await story(page).locator(".prose p").first().waitFor();
  });

  it("a saved story opens after the browser was ended and started again", async () => {
    const server = await serve(inject("sample"));
    const profile = folder();
    const first = await launchReader(inject("browser"), profile);
    onTestFinished(() => first.close());
    await failOnViolations(first);
    const before = await first.newPage();
    await visit(before, server.url);
    const title = await openStory(before, 0);
    await story(before)
      .getByRole("button", { name: `Save “${title}”` })
      .first()
      .click();
    await before.getByText("Saved on this device").first().waitFor();
    await server.stop();
    await first.close();

    const second = await launchReader(inject("browser"), profile);
    onTestFinished(() => second.close());
    await failOnViolations(second);
    const page = await second.newPage();
    await page.goto(`${server.url}saved`);
    await page
      .getByRole("list", { name: "Saved stories" })
      .getByRole("link", { name: title })
      .click();
    await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
  });

  it("nothing that another host answered is kept, and nothing of the app's origin that is not the edition's", async () => {
    const server = await serve(inject("sample"));
    const { page } = await reader(server);
    await visit(page, server.url);
    await openStory(page, 0);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { names, urls: lists.flat().map(({ url }) => url) };
    });
    for (const name of kept.names) expect(name).toMatch(/^offprint-worker-[a-z]+-http/);
    for (const url of kept.urls) expect(url.startsWith(server.url), url).toBe(true);
  });
});

it("stories are kept offline by choice: measured before, read with the network off, let go at a word", async () => {
  const server = await serve(inject("sample"));
  const { page, context } = await reader(server);
  // Who saves data has no story fetched ahead: what is asked for here is what was chosen.
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await visit(page, server.url);
  await openSettings(page);
  const part = page.getByRole("region", { name: "Keep offline" });
  await part.getByRole("button", { name: "See how large that is" }).click();
  const told = await part.getByText(/stories, .* of text and .* of pictures\.$/).innerText();
  const articles = () => server.requests.filter((each) => each.includes("/data/articles/"));
  expect(articles()).toEqual([]);
  const [, count = "", size = ""] = /^(\d+) stories, ([\d.]+ [kM]B):/.exec(told) ?? [];
  await part.getByRole("button", { name: `Keep them, ${size}` }).click();
  await part.getByText("All of it is here.").waitFor();
  await part.getByText(`Kept now: ${count} stories, ${size}`).waitFor();
  expect(articles()).toHaveLength(Number(count));
  // The worker keeps no second copy.
  expect(await cachesWith(page, "/data/articles/")).toEqual(["offprint-kept-offline@/"]);

  await server.stop();
  await page.goto(server.url);
  await stories(page).nth(2).getByText("offline").waitFor();
  const pictured = stories(page)
    .filter({ has: page.locator("img") })
    .first();
  await pictured.getByRole("heading", { level: 3 }).click();
  await story(page).locator(".prose p").first().waitFor();
  await story(page).getByText("Kept offline").first().waitFor();
  const isSeen = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
  await expect.poll(() => story(page).locator("img").first().evaluate(isSeen), PATIENT).toBe(true);

  await openSettings(page);
  await part.getByRole("button", { name: "Keep nothing offline" }).click();
  await expect.poll(() => cachesWith(page, "/data/articles/")).toEqual([]);
});

describe("a host in trouble", () => {
  it("does not take away the list that was kept, whatever it answers in place of the manifest", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page } = await reader(server, { allow: [...OFFLINE, /404/] });
    await visit(page, server.url);
    const manifest = join(edition, "data/manifest.json");
    const answers = [
      "<!doctype html><p>Log in to this network",
      '{"v":1,"edition":"ab',
      "[]",
      null,
    ];
    for (const answer of answers) {
      if (answer === null) rmSync(manifest);
      else writeFileSync(manifest, answer);
      // Once for what the answer does, once for what it has left.
      for (const _ of ["first", "second"]) {
        await page.reload();
        await stories(page).first().waitFor();
      }
      await page.getByText(/^Offline, as of/).waitFor();
    }
  });

  it("that keeps silent makes nobody wait for long", async () => {
    let isSilent = false;
    const server = await serveEdition(inject("sample"), { isSilent: () => isSilent });
    onTestFinished(server.stop);
    const { page } = await reader(server, { allow: [/ERR_ABORTED|ERR_EMPTY_RESPONSE/] });
    await visit(page, server.url);
    isSilent = true;
    await page.goto(server.url, { waitUntil: "commit" });
    await stories(page).first().waitFor();
  });

  it("that has no service worker leaves the app as it is", async () => {
    const edition = editionCopy();
    rmSync(join(edition, "sw.js"));
    const server = await serve(edition);
    const { page } = await reader(server, { allow: [/sw\.js/, /404/] });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await openStory(page, 0);
  });
});

describe("a browser that keeps nothing", () => {
  it("since its disk has no space reads on, and says what it can't do", async () => {
    const server = await serve(inject("sample"));
    const { page, context } = await reader(server, { allow: [...OFFLINE, /quota/i] });
    await page.goto(`${server.url}feed.json`);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(server.url);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    await page.goto(server.url);
    await openStory(page, 0);
    await openSettings(page);
    await keepOffline(page);
    await page.getByText("This device has no more space.").waitFor();
  });

  it("since it may not reads on, and says what it can't do", async () => {
    const server = await serve(inject("sample"));
    const { page, context } = await reader(server, { serviceWorker: false });
    await context.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }
    });
    await page.goto(server.url);
    const title = await openStory(page, 0);
    await story(page)
      .getByRole("button", { name: `Save “${title}”` })
      .first()
      .click();
    await page.getByText("Saved until this page is closed").first().waitFor();
    await openSettings(page);
    await page
      .getByRole("alert")
      .getByText(/lets the site store nothing/)
      .waitFor();
    await keepOffline(page);
    await page.getByText("This browser lets the site keep nothing here.").waitFor();
  });
});

describe("a part of the app that is gone from the host", () => {
  /** An edition whose settings can't be loaded, and a page that has met that already, without a worker. */
  async function openWithout() {
    const edition = editionCopy();
    const assets = join(edition, "assets");
    const name = readdirSync(assets).find((each) => each.startsWith("settings-page-")) ?? "";
    const part = readFileSync(join(assets, name));
    rmSync(join(assets, name));
    const server = await serve(edition);
    const allow = [...OFFLINE, /404/, /settings-page-/, /dynamically imported/];
    const { page } = await watchedPage(browser, { url: server.url, allow });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await page.evaluate("document.documentElement.dataset.visit = 'first'");
    const restore = () => writeFileSync(join(assets, name), part);
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
    await expect.poll(visit, PATIENT).toBeUndefined();
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
    const { page, context } = await reader(server);
    await visit(page, server.url);
    const other = await context.newPage();
    await other.goto(`${server.url}saved`);
    await publishNextVersion(edition, { removesOld: true });

    // The tab goes on although its parts are gone from the host; a reload shows the old version still.
    await page.reload();
    expect(await page.evaluate("document.documentElement.dataset.version")).toBeUndefined();
    await page
      .getByRole("link", { name: /settings/i })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await notice(page).waitFor();
    await page.getByRole("button", { name: "Reload" }).click();

    for (const tab of [page, other]) {
      await expect
        .poll(
          () => tab.evaluate("document.documentElement.dataset.version").catch(() => null),
          PATIENT,
        )
        .toBe("next");
      expect(await notice(tab).count()).toBe(0);
    }
    await server.stop();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    expect(await page.evaluate("document.documentElement.dataset.version")).toBe("next");
  });

  it("that is not there whole does not come, and the one that is here stays whole", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page } = await reader(server, { allow: [...OFFLINE, /sw\.js|integrity|digest/] });
    await visit(page, server.url);
    const { assets } = await publishNextVersion(edition, { removesOld: true });
    const broken = assets.find((name) => name.includes("tags-page")) ?? "";
    writeFileSync(join(edition, broken), "<!doctype html><p>Not found");
    await page.reload();
    await stories(page).first().waitFor();
    await expect.poll(() => server.requests, PATIENT).toContain(`GET /${broken}`);
    await expect.poll(() => isInstalling(page), PATIENT).toBe(false);
    expect(await notice(page).count()).toBe(0);
    await server.stop();
    await page.reload();
    await stories(page).first().waitFor();
    await openSettings(page);
  });

  it("is a worker no more where the kill switch was published; what was saved stays", async () => {
    const edition = editionCopy();
    const server = await serve(edition);
    const { page } = await reader(server);
    await visit(page, server.url);
    const title = await openStory(page, 0);
    await story(page)
      .getByRole("button", { name: `Save “${title}”` })
      .first()
      .click();
    await page.getByText("Saved on this device").first().waitFor();
    copyFileSync(join(HOME, "hosting/sw-off.js"), join(edition, "sw.js"));
    await page.goto(server.url);
    await expect.poll(() => workerCaches(page).catch(() => -1), PATIENT).toBe(0);
    // The page that met it may have been under the old worker still; one that is opened later is under none.
    const isFree = async () => {
      await page.goto(`${server.url}saved`);
      return page.evaluate(() => navigator.serviceWorker.controller === null);
    };
    await expect.poll(() => isFree().catch(() => false), PATIENT).toBe(true);
    await page.getByRole("list", { name: "Saved stories" }).getByText(title).first().waitFor();
  });
});

it("what is published meanwhile is shown at once, by the app that is there", async () => {
  const edition = editionCopy();
  const server = await serve(edition);
  const { page } = await reader(server);
  await visit(page, server.url);
  const title = "The Next Day’s Paper";
  expect(await page.getByText(title).count()).toBe(0);
  const run = await offprint(HOME, "build", "content", "--out", edition, "--title", title);
  expect(run.code, run.err).toBe(0);
  await page.reload();
  await page.getByText(title).first().waitFor();
});

it("caches that are not the worker's own are left alone, those of another edition on the host too", async () => {
  const server = await serve(inject("sample"));
  const { page } = await reader(server);
  await page.goto(`${server.url}feed.json`);
  const others = [`offprint-worker-app-${server.url}news/`, "offprint-pictures", "another-app"];
  const old = `offprint-worker-former-${server.url}`;
  await page.evaluate(
    (names) => Promise.all(names.map((name) => caches.open(name))),
    [...others, old],
  );
  await visit(page, server.url);
  await expect.poll(() => page.evaluate(() => caches.keys()), PATIENT).not.toContain(old);
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(others));
});

it("an old address of a story leads to it with the service worker too", async () => {
  const server = await serve(inject("sample"));
  const { page } = await reader(server);
  await visit(page, server.url);
  await page.goto(`${server.url}bridges/qeswachaka/`);
  await page.waitForURL(/\/article\//);
  await story(page).locator(".prose p").first().waitFor();
});

it("the worker keeps its parts from the start, and the shell of its own edition", () => {
  const worker = readFileSync(join(inject("sample"), "sw.js"), "utf8");
  const shell = readFileSync(join(inject("sample"), "app.html"));
  expect(worker).toContain(`sha256-${hash("sha256", shell, "base64")}`);
  expect(worker).not.toMatch(/latin-ext|%SHELL/);
});

/** How many caches of the worker's own there are; the pictures of what is saved lie in another. */
function workerCaches(page: Page): Promise<number> {
  return page.evaluate(
    async () => (await caches.keys()).filter((name) => name.startsWith("offprint-worker-")).length,
  );
}

/** Asks for what is chosen at first to be kept offline. */
async function keepOffline(page: Page): Promise<void> {
  const part = page.getByRole("region", { name: "Keep offline" });
  await part.getByRole("button", { name: "See how large that is" }).click();
  await part.getByRole("button", { name: /^Keep them/ }).click();
}

/** The names of the caches that hold something at addresses of this part. */
function cachesWith(page: Page, part: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      if (requests.some(({ url }) => url.includes(wanted))) found.push(name);
    }
    return found;
  }, part);
}

function isInstalling(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return Boolean(registration?.installing);
  });
}

async function openSettings(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /settings/i })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
}
