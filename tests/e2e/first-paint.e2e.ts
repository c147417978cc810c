import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(async () => {
  await browser.close();
});

async function serveSample() {
  const server = await serveEdition(inject("sample"));
  onTestFinished(server.stop);
  return server;
}

/** The address of some article of the sample, below its base. */
const ARTICLE = readdirSync(join(inject("sample"), "article"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((path) => path.endsWith("index.html"))
  .sort()
  .map((path) => `article/${path.replace("index.html", "")}`)[3];

const PAGES: [name: string, path: string][] = [
  ["the list", ""],
  ["an article", ARTICLE ?? ""],
];

/** Where what is seen stands, and what it says; but for the days, of which the app leaves this year out. */
function boxes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "h1, h3, li article, .prose > *, time, .pane button, header > div",
      ),
    ]
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const box = [left, top, width, height].map((side) => Math.round(side));
        return { top, width, text: `${element.localName} ${element.textContent?.trim()} ${box}` };
      })
      .filter(({ top, width }) => width > 0 && top > -1 && top < innerHeight)
      .map(({ text }) => text),
  );
}

const isStatic = (page: Page) =>
  page.evaluate(() => document.querySelector("[data-story], [data-article]") !== null);

/** Has what is asked for at such an address wait until it is let go. */
async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

describe("what a document begins with", () => {
  const read = (path: string) => readFileSync(join(inject("sample"), path), "utf8");
  const matchesOf = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, found = ""]) => found);

  it.each([...PAGES, ["an address of the app's own", "saved/"] as const])(
    "asks ahead for each file once: %s",
    (_, path) => {
      const links = matchesOf(read(`${path}index.html`), /<link\b[^>]* href="([^"]*)"/g);
      expect(links.toSorted()).toEqual([...new Set(links)].toSorted());
      expect(links.filter((href) => /\/assets\/(?:react|app)-/.test(href)).length).toBe(2);
    },
  );

  it("runs neither React nor the app before it asks for them", () => {
    const [script = ""] = matchesOf(
      read("index.html"),
      /<script\b[^>]* src="[^"]*(assets\/[^"]*)"/g,
    );
    const code = read(script);
    const own = matchesOf(code, /\bfrom\s*"\.\/([^"]+)"/g);
    const parts = [code, ...own.map((name) => read(`assets/${name}`))].flatMap((part) =>
      matchesOf(part, /\bfrom\s*"\.\/([^"]+)"/g),
    );
    expect(parts.filter((name) => /^(?:react|app)-/.test(name))).toEqual([]);
    expect(code).toMatch(/import\(`?"?\.\/react-/);
  });
});

describe("with JavaScript off", () => {
  const context = { javaScriptEnabled: false };

  it("the newest stories can be read, and each leads to its page", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, {
      url: server.url,
      context,
      // Chromium says so of scripts that are asked for ahead.
      allow: [/^request failed: .*\.js csp$/],
    });
    await page.goto(server.url);
    const first = page.getByRole("article").first();
    const link = first.getByRole("heading").getByRole("link");
    const title = await link.innerText();
    expect(await page.getByRole("article").count()).toBe(30);
    expect(await page.locator("body").innerText()).toContain("need JavaScript");
    await screenshot("without-javascript");
    await link.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect((await page.locator(".prose").innerText()).length).toBeGreaterThan(500);
    await screenshot("article-without-javascript");
  });
});

describe.each([
  ["a phone", PHONE],
  ["a wide screen", DESKTOP],
])("on %s", (_, viewport) => {
  it.each(PAGES)("%s stands where the app then draws it", async (_name, path) => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport });
    // A font that comes too late: the harder case.
    await page.route("**/*.woff2", (route) => setTimeout(() => void route.continue(), 1_000));
    await page.addInitScript(() => {
      // The list beside a story comes when nothing else is to be done.
      const held: IdleRequestCallback[] = [];
      const start = requestIdleCallback.bind(globalThis);
      Reflect.set(globalThis, "requestIdleCallback", (act: IdleRequestCallback) => held.push(act));
      Reflect.set(globalThis, "goOn", () => {
        Reflect.set(globalThis, "requestIdleCallback", start);
        for (const act of held) start(act);
      });
      const shifts: number[] = [];
      Reflect.set(globalThis, "shifts", shifts);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
      }).observe({ type: "layout-shift", buffered: true });
    });
    const letGo = await hold(page, "**/assets/*.js");
    await page.goto(server.url + path, { waitUntil: "commit" });
    await page
      .getByRole("heading", { level: path ? 1 : 3 })
      .first()
      .waitFor();
    await page.waitForTimeout(300);
    expect(await isStatic(page)).toBe(true);
    const before = await boxes(page);
    letGo();
    await expect.poll(() => isStatic(page), { interval: 20 }).toBe(false);
    expect(await boxes(page)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
    await page.evaluate(() => Reflect.get(globalThis, "goOn")());
    await page.waitForTimeout(2_500);
    const shifts = await page.evaluate<number[]>("shifts");
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.005);
  });
});

describe("a text's face that came too late for the first page", () => {
  it.each([
    ["a phone", PHONE],
    ["a wide screen", DESKTOP],
  ])("is there from the next page on, and no line moves before, on %s", async (_, viewport) => {
    const server = await serveSample();
    const { page, context } = await watchedPage(browser, { url: server.url, viewport });
    await page.route("**/*.woff2", (route) => setTimeout(() => void route.continue(), 1_000));
    await page.goto(server.url);
    const row = page.locator("#list-pane li:not([data-story]) article").first();
    await row.waitFor();
    await page.waitForTimeout(2_500);
    const devtools = await context.newCDPSession(page);
    expect(await facesOf(devtools, "#list-pane h3")).not.toContain("Newsreader");
    await row.getByRole("heading").getByRole("link").click();
    await page.locator("#main-pane .prose p").first().waitFor();
    expect(await facesOf(devtools, "#main-pane .prose p")).toContain("Newsreader");
  });

  it("is there from the next page on, where slanted letters came too late for a story", async () => {
    const server = await serveSample();
    const { page, context } = await watchedPage(browser, { url: server.url });
    let letCome = () => {};
    const late = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route("**/*-italic-*.woff2", (route) => void late.then(() => route.continue()));
    await page.goto(server.url);
    await page.locator("#list-pane li:not([data-story]) article").first().waitFor();
    const devtools = await context.newCDPSession(page);
    const open = async (title: RegExp) => {
      await page.locator("#list-pane").getByRole("link", { name: title }).click();
      await page.locator("#main-pane h1").filter({ hasText: title }).waitFor();
      await page.locator("#main-pane .prose em").first().waitFor();
    };
    const slanted = () => facesOf(devtools, "#main-pane .prose em");
    await open(/four villages/);
    await page.waitForTimeout(1_000);
    letCome();
    await page.waitForTimeout(1_000);
    expect(await slanted()).not.toContain("Newsreader");
    await open(/swift may not/);
    expect(await slanted()).toContain("Newsreader");
  });
});

/** The faces that an element's letters are drawn from. */
async function facesOf(devtools: CDPSession, selector: string): Promise<string[]> {
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ familyName }) => familyName.replace(/ .*$/, ""));
}

describe("the app", () => {
  it("takes over where the reader is: at the same line, with the same link in focus", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    const letGo = await hold(page, "**/assets/*.js");
    await page.goto(server.url + (ARTICLE ?? ""), { waitUntil: "commit" });
    const pane = page.locator("#main-pane");
    await pane.getByRole("heading", { level: 1 }).waitFor();
    await pane.evaluate((element) => {
      element.scrollTop = 300;
    });
    const back = page.getByRole("link", { name: "Back to the list" });
    await back.focus();
    letGo();
    await expect.poll(() => isStatic(page), { interval: 20 }).toBe(false);
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(300);
    expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("takes over a list that has been scrolled without losing the story at its top", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    const letGo = await hold(page, "**/assets/*.js");
    await page.goto(server.url, { waitUntil: "commit" });
    const twentieth = page.getByRole("article").nth(19);
    await twentieth.waitFor();
    const title = await twentieth.getByRole("heading").innerText();
    await twentieth.evaluate((element) => element.scrollIntoView());
    const story = page.getByRole("heading", { level: 3, name: title });
    const before = await story.evaluate((element) => element.getBoundingClientRect().top);
    letGo();
    await expect.poll(() => isStatic(page), { interval: 20 }).toBe(false);
    await page.waitForTimeout(300);
    const after = await story.evaluate((element) => element.getBoundingClientRect().top);
    expect(Math.abs(after - before)).toBeLessThan(4);
  });

  it("goes on to the list of any length in one frame, with the same link in focus", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: DESKTOP });
    await page.goto(server.url);
    await expect.poll(() => isStatic(page), { interval: 20 }).toBe(false);
    await page.evaluate(() => {
      const counts: number[] = [];
      Reflect.set(globalThis, "counts", counts);
      const count = () => {
        counts.push(document.querySelectorAll("#list-pane article").length);
        requestAnimationFrame(count);
      };
      count();
    });
    const link = page.getByRole("article").nth(1).getByRole("heading").getByRole("link");
    const title = await link.innerText();
    await link.focus();
    await page.locator("#list-pane li[data-index]").first().waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    expect(Math.min(...(await page.evaluate<number[]>("counts")))).toBeGreaterThan(1);
  });

  it("asks for nothing of what the document brought along", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
    await expect.poll(() => isStatic(page)).toBe(false);
    expect(server.requests.filter((line) => line.endsWith(".json"))).toEqual([]);
  });

  it.each([
    ["at once where it is in sight", DESKTOP, 0, true],
    ["later where nobody sees it", PHONE, 0, false],
    ["later where all takes long", DESKTOP, 10_000, false],
  ])("brings the list beside a story: %s", async (_name, viewport, begunMs, isAtOnce) => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport });
    // What is put off by seconds never comes, and the clock is not this machine's.
    await page.addInitScript((ms) => {
      const now = performance.now.bind(performance);
      performance.now = () => ms + now() / 20;
      const start = setTimeout;
      Reflect.set(globalThis, "setTimeout", (act: () => void, ms = 0, ...rest: unknown[]) =>
        ms >= 1_000 ? 0 : start(act, ms, ...rest),
      );
    }, begunMs);
    await page.goto(server.url + (ARTICLE ?? ""));
    await expect.poll(() => isStatic(page)).toBe(false);
    if (isAtOnce) await page.locator("#list-pane li article").first().waitFor();
    else await page.waitForTimeout(1_000);
    expect((await page.locator("#list-pane li article").count()) > 0).toBe(isAtOnce);
  });

  it("leaves the article standing where the network goes after the document", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, {
      url: server.url,
      allow: [/ERR_|Failed to fetch|request failed/],
    });
    const letGo = await hold(page, "**/assets/*.js");
    await page.goto(server.url + (ARTICLE ?? ""), { waitUntil: "commit" });
    await page.locator(".prose p").first().waitFor();
    const text = await page.locator(".prose").innerText();
    await page.context().setOffline(true);
    letGo();
    await page.waitForTimeout(1_500);
    expect(await page.locator(".prose").innerText()).toBe(text);
  });

  it("shows what a link to a filtered list asks for, not what its document does", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(`${server.url}?tag=tides`);
    await page.getByRole("heading", { level: 1, name: /Stories about tides/ }).waitFor();
    await expect.poll(() => isStatic(page)).toBe(false);
  });
});
