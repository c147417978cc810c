import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, type RunningCommand, startOffprint } from "#tests/support/command.ts";
import { watchedPage } from "#tests/support/page.ts";

const cwd = mkdtempSync(join(tmpdir(), "offprint-dev-"));
let browser: Browser;
let dev: RunningCommand;

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  cpSync(join(HOME, "tests/e2e/fixtures/ten"), cwd, { recursive: true });
  dev = startOffprint(cwd, "dev", "--base", "/news/", "--port", "25273");
});
afterAll(async () => {
  await browser?.close();
  if (dev.process.exitCode === null) await dev.interrupt();
  rmSync(cwd, { recursive: true, force: true });
});

it("a content file that is saved shows up in the open page, and Ctrl-C ends the server", async () => {
  const [, url = ""] = await dev.until(/Developing at (http:\/\/localhost:\d+\/news\/)\n/);
  // Vite may load the page anew once it knows all its dependencies, in the middle of a part that is loaded apart.
  const { page } = await watchedPage(browser, {
    url,
    // As high as the list: rows far below a window are not drawn.
    viewport: { width: 1280, height: 2600 },
    allow: [/\[vite\]/, /504/, /ERR_/, /Failed to fetch dynamically imported module/],
  });
  await page.goto(url);
  await page.getByRole("link", { name: "How salt is won" }).first().waitFor({ timeout: 60_000 });

  const file = join(cwd, "content/sea/salt.md");
  writeFileSync(file, readFileSync(file, "utf8").replace("How salt is won", "Salt, anew"));
  await page.getByRole("link", { name: "Salt, anew" }).first().waitFor();

  writeFileSync(join(cwd, "content/new.md"), "---\ntitle: Just in\ndate: 2026-04-01\n---\nNew.\n");
  await page.getByRole("link", { name: "Just in" }).first().waitFor();

  writeFileSync(join(cwd, "content/broken.md"), "---\ntitle: Broken\nNo end.\n");
  await dev.until(/1 problem\n/);
  writeFileSync(join(cwd, "offprint.config.json"), '{ "title": "The Eleven" }');
  await page.waitForFunction(() => document.title === "The Eleven");
  await dev.until(/1 problem, 1 of them told before\n/);
  expect(dev.said().err.match(/^broken\.md:1: /gm)).toHaveLength(1);
  writeFileSync(join(cwd, "offprint.config.json"), '{ "titel": "x" }');
  await dev.until(/could not publish: .*“titel”.* is not known/);
  expect(await dev.interrupt()).toBe(0);
});
