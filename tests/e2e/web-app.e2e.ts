import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";

const CONTENT = join(HOME, "tests/e2e/fixtures/ten/content");

let browser: Browser;
let server: EditionServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "offprint-app-"));
  const words = ["--title", "Zehn", "--language", "de", "--base", "/zehn/", "--out", folder];
  const run = await offprint(HOME, "build", CONTENT, ...words);
  if (run.code !== 0) throw new Error(run.out + run.err);
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(folder, { base: "/zehn/" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

const open = () => watchedPage(browser, { url: server.url, viewport: PHONE });

describe("an edition as an app", () => {
  it("can be installed, under its own name, with its places in its language and a place for links", async () => {
    const { page, context } = await open();
    await page.goto(server.url);
    const devtools = await context.newCDPSession(page);
    const { data, errors } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // A context of its own is what browsers call incognito, where nothing is installed.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
    const manifest = JSON.parse(data ?? "");
    expect(manifest).toMatchObject({ name: "Zehn", lang: "de" });
    expect(manifest.shortcuts.map(({ name }: { name: string }) => name)).toEqual([
      "Neu",
      "Gespeichert",
    ]);
    const named = [
      manifest.start_url,
      manifest.share_target.action,
      "./share.png",
      ...[...manifest.icons, ...manifest.shortcuts].map(({ src, url }) => src ?? url),
    ];
    for (const address of named) {
      const answer = await page.request.get(new URL(address, server.url).href);
      expect([address, answer.status()]).toEqual([address, 200]);
    }
  });

  it("hands on what the libraries and faces within it ask for", async () => {
    const { page } = await open();
    const textOf = async (path: string) => (await page.request.get(server.url + path)).text();
    const licences = await textOf("licences.md");
    expect(licences).toMatch(/^## react-dom - [\d.]+ \(MIT\)$/m);
    expect(licences).toMatch(/^## @fontsource-variable\/newsreader$[^#]+SIL OPEN FONT LICENSE/m);
    expect(await textOf("worker-licences.md")).toMatch(/^## workbox-core - [\d.]+ \(MIT\)$/m);
  });

  it("starts where it was left, in a window of its own alone", async () => {
    const { page } = await open();
    // A headless browser has no windows of their own, and its devtools can't pretend to.
    await page.addInitScript(() => {
      const real = window.matchMedia.bind(window);
      window.matchMedia = (query) =>
        real(query === "(display-mode: standalone)" ? "(min-width: 0)" : query);
    });
    await page.goto(server.url);
    const story = page.locator("#list-pane h3 a").first();
    const place = new URL((await story.getAttribute("href")) ?? "", server.url).href;
    await story.click();
    await page.waitForURL(place);
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(localStorage).find((key) => key.endsWith(":last-place"))),
      )
      .toBe("offprint@/zehn/:last-place");
    await page.goto(`${server.url}?open=last`);
    await page.waitForURL(place);
    await page.locator("#main-pane h1").waitFor();
    await page.goto(server.url);
    await page.locator("#list-pane h3 a").first().waitFor();
    expect(page.url()).toBe(server.url);
  });

  it("takes a link from another app, and has it among what is saved after a reload", async () => {
    const { page } = await open();
    const shared = new URLSearchParams({ title: "Über Gezeiten", text: "https://tides.example/a" });
    await page.goto(`${server.url}share/?${shared}`);
    await page.getByRole("heading", { level: 1, name: "Der Link ist gespeichert" }).waitFor();
    await page.goto(`${server.url}saved/`);
    await page.getByRole("link", { name: "Über Gezeiten" }).waitFor();
  });
});
