import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";

const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, at) =>
    `The tide turns at hour ${at}. Nobody at the quay of port ${at} looks up from the rope.`,
);

async function build(folder: string, paragraphs: readonly string[]): Promise<void> {
  mkdirSync(join(folder, "content"), { recursive: true });
  writeFileSync(
    join(folder, "content", "quay.md"),
    `---\ntitle: A long quay\ndate: 2026-01-02\n---\n${paragraphs.join("\n\n")}\n`,
  );
  const run = await offprint(HOME, "build", join(folder, "content"), "--out", join(folder, "out"));
  if (run.code !== 0) throw new Error(run.out + run.err);
}

async function openStory(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("link", { name: "A long quay" }).first().click();
  await page.locator(".prose p").nth(30).waitFor();
}

/** The first words that stand below the bar. */
const firstInSight = (page: Page) =>
  page.evaluate(() => {
    const edge = document.querySelector(".article-bar")?.getBoundingClientRect().bottom ?? 0;
    const blocks = [...document.querySelectorAll(".prose p")];
    return blocks.find((block) => block.getBoundingClientRect().bottom > edge + 2)?.textContent;
  });

it("one's place goes to another device with the backup, and is found again in a story that has changed since", async () => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-place-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await build(folder, PARAGRAPHS);
  const server = await serveEdition(join(folder, "out"));
  onTestFinished(server.stop);
  const browser = await launchBrowser(inject("browser"));
  onTestFinished(() => browser.close());

  const here = await watchedPage(browser, { url: server.url, viewport: PHONE });
  await openStory(here.page, server.url);
  await here.page.getByText(/^The tide turns at hour 22/).evaluate((block) => {
    block.scrollIntoView({ block: "start" });
    block.closest(".pane")?.scrollBy(0, -60);
  });
  const before = await firstInSight(here.page);
  expect(before).toMatch(/hour 2[12]\./);
  const kept = () =>
    here.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":position:")));
  await expect.poll(kept).toHaveLength(1);
  await here.page.goto(`${server.url}transfer/`);
  const [file] = await Promise.all([
    here.page.waitForEvent("download"),
    here.page.getByRole("button", { name: "Make a backup", exact: true }).click(),
  ]);
  const backup = join(folder, "backup.json");
  await file.saveAs(backup);

  const added = ["A new lamp was hung.", "It is seen from the sea.", "It is trimmed at noon."];
  await build(folder, [...added, ...PARAGRAPHS.filter((_, at) => at !== 3)]);
  const there = await watchedPage(browser, { url: server.url, viewport: DESKTOP });
  await there.page.goto(`${server.url}transfer/`);
  await there.page.locator('input[type="file"]').setInputFiles(backup);
  await there.page.getByRole("button", { name: /^Take (?:in \d|it in)/ }).click();
  await there.page.getByRole("heading", { level: 3, name: "Done" }).waitFor();
  await openStory(there.page, server.url);
  expect(await there.page.locator(".prose p").first().textContent()).toBe(added[0]);
  await there.page
    .getByRole("status")
    .getByText(/^Continued at “The tide turns at hour 2/)
    .waitFor();
  expect(await firstInSight(there.page)).toBe(before);
});
