import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { watchedPage } from "#tests/support/page.ts";

const home = mkdtempSync(join(tmpdir(), "offprint-hosting-"));
const edition = join(home, "dist");
let browser: Browser;
let server: EditionServer;
let articleUrl = "";

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  const content = join(HOME, "tests/e2e/fixtures/ten/content");
  const report = join(home, "report.json");
  const run = await offprint(home, "build", content, "--base", "/news/", "--report", report);
  expect(run).toMatchObject({ code: 0 });
  server = await serveEdition(edition, { base: "/news/", kind: "dumb" });
  const { articles } = JSON.parse(readFileSync(report, "utf8"));
  const salt = articles.find(({ path }: { path: string }) => path === "sea/salt.md");
  articleUrl = new URL(salt.url, server.url).href;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe("on a server that knows only files, below /news/", () => {
  it("an article's address opens, and opens again on reload", async () => {
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(articleUrl);
    const headline = page.getByRole("heading", { level: 1, name: "How salt is won" });
    await headline.waitFor();
    await page.reload();
    await headline.waitFor();
    expect(await page.title()).toContain("How salt is won");
  });

  it.each(["", "saved/", "settings/", "tags/", "?tag=salt"])(
    "the page at “%s” opens, and opens again on reload",
    async (path) => {
      const { page } = await watchedPage(browser, { url: server.url });
      await page.goto(server.url + path);
      await page.getByRole("main").waitFor();
      await page.reload();
      await page.getByRole("main").waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/news\//);
    },
  );

  it("a saved story's address opens again on reload, for the edition knows nothing of it", async () => {
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(articleUrl);
    const ribbon = page.getByRole("button", { name: "Save “How salt is won”" }).first();
    await ribbon.click();
    await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
    await page.goto(`${server.url}saved/`);
    await page.getByRole("link", { name: "How salt is won" }).click();
    const copy = page.getByText("Saved on this device");
    await copy.waitFor();
    const address = page.url();
    await page.reload();
    await copy.waitFor();
    expect(page.url()).toBe(address);
  });

  it("an old address leads to its article", async () => {
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(`${server.url}old/letter/`);
    await page.getByRole("heading", { level: 1, name: "A letter from the index" }).waitFor();
    expect(page.url()).toContain("/news/article/");
  });

  it("everything that the first view asks for is below the base", async () => {
    const { page, requests } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
    await page.getByRole("link", { name: "Also found" }).first().waitFor();
    for (const request of requests) expect(request).toContain(server.url);
  });

  it("the article's file is not asked for, since its document has what it holds", async () => {
    const { page, requests } = await watchedPage(browser, { url: server.url });
    await page.goto(articleUrl);
    await page.getByRole("heading", { level: 1, name: "How salt is won" }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.querySelector("[data-article]") === null))
      .toBe(true);
    expect(requests.filter((request) => request.includes("/data/articles/"))).toEqual([]);
  });
});

describe("without JavaScript", () => {
  it("an article's page says its headline", async () => {
    const { page } = await watchedPage(browser, {
      url: server.url,
      context: { javaScriptEnabled: false },
      // Where scripts are off, the browser reports the modules that it didn't load ahead.
      allow: [/^request failed: .*\.js csp$/],
    });
    await page.goto(articleUrl);
    await page.getByRole("heading", { level: 1, name: "How salt is won" }).waitFor();
  });
});
