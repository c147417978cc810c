import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { firstInSight, stories } from "#tests/support/offline-pages.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

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

describe("in the sample", () => {
  const sample = sampleSite();

  it("keeps its place in the list on the way back and after a reload", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, viewport: PHONE });
    await page.goto(sample.server.url);
    await stories(page).first().waitFor();
    const pane = page.locator("#list-pane");
    await pane.evaluate((element) => element.scrollTo(0, 2600));
    await page.waitForTimeout(600);
    const rowInSight = () =>
      page.evaluate(() => {
        const head =
          document.querySelector("#list-pane header")?.getBoundingClientRect().bottom ?? 0;
        return [...document.querySelectorAll("#list-pane h3")].find(
          (title) => title.getBoundingClientRect().top > head,
        )?.textContent;
      });
    const before = await rowInSight();
    await page.getByRole("heading", { level: 3, name: before ?? "" }).click();
    await page.getByRole("region", { name: "Story" }).locator(".prose p").first().waitFor();
    await page.goBack();
    // The story was read, which its headline says now.
    await expect.poll(rowInSight).toBe(`${before}, read`);
    await page.reload();
    await expect.poll(rowInSight).toBe(`${before}, read`);
  });

  it("goes on in a story where one stopped, at any size of the text, and begins a finished one anew", async () => {
    const { page, screenshot } = await watchedPage(sample.browser, {
      url: sample.server.url,
      viewport: PHONE,
    });
    await page.goto(`${sample.server.url}?tag=tides`);
    const link = page.getByRole("link", { name: /brass machine/ }).first();
    await link.waitFor();
    await link.click();
    const text = page.locator(".prose p");
    await text.nth(8).waitFor();
    const pane = page.locator("#main-pane");
    await text.nth(8).evaluate((block) => {
      block.scrollIntoView({ block: "start" });
      block.closest(".pane")?.scrollBy(0, 30);
    });
    const before = await firstInSight(page);
    expect(before).toBeTruthy();
    const place = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":position:")));
    await expect.poll(place).toHaveLength(1);
    await page.evaluate(() => document.documentElement.setAttribute("data-text-size", "5"));
    await expect.poll(() => firstInSight(page)).toBe(before);
    await page.goto(sample.server.url);
    await page.goBack();
    const message = page.getByRole("status").getByText(/^Continued at “/);
    await message.waitFor();
    expect(await firstInSight(page)).toBe(before);
    await screenshot("continued");
    await page.getByRole("button", { name: "To the top" }).click();
    await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBe(0);
    await expect.poll(place).toHaveLength(0);

    await pane.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect.poll(place).toHaveLength(1);
    await page.reload();
    await text.nth(8).waitFor();
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
  });

  it("says that it goes on in a table, whose cells say nothing of where one was", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, viewport: PHONE });
    await page.goto(`${sample.server.url}?tag=tides`);
    await stories(page)
      .getByRole("link", { name: /brass machine/ })
      .click();
    const row = page.locator(".prose tr").nth(3);
    await row.evaluate((part) => {
      const pane = part.closest(".pane");
      const bar = pane?.querySelector(".article-bar")?.getBoundingClientRect().bottom ?? 0;
      pane?.scrollBy(0, part.getBoundingClientRect().top - bar);
    });
    const place = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":position:")));
    await expect.poll(place).toHaveLength(1);
    await page.reload();
    await page
      .getByRole("status")
      .getByText(/^Continued: you stopped here on [^“]+$/)
      .waitFor();
    const { y = 0 } = (await row.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(120);
  });
});
