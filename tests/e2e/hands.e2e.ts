import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { draw } from "#tests/support/finger.ts";
import { editionCopy, folder } from "#tests/support/offline-pages.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(async () => {
  await browser.close();
});

async function openPhone(wishes: { reducedMotion?: "reduce" } = {}, edition = inject("sample")) {
  const server = await serveEdition(edition);
  onTestFinished(server.stop);
  const { page, screenshot } = await watchedPage(browser, {
    url: server.url,
    viewport: PHONE,
    context: { hasTouch: true, isMobile: true, ...wishes },
  });
  await page.addInitScript(countMoves);
  await page.goto(server.url);
  // What a finger does is loaded behind the first view, with what marks all as read.
  await page.getByRole("link", { name: "unread" }).waitFor();
  await page.waitForLoadState("networkidle");
  return { page, screenshot };
}

/** Counts on the page how often the browser lets one state move into the next. */
function countMoves() {
  const counted = window as unknown as { moves: number };
  counted.moves = 0;
  const start = document.startViewTransition.bind(document);
  document.startViewTransition = (update) => {
    counted.moves++;
    return start(update);
  };
}

const movesOn = (page: Page) => page.evaluate("moves");

const rows = (page: Page) => page.getByRole("list", { name: "Stories" }).getByRole("article");

async function middleOf(page: Page, number: number): Promise<[number, number]> {
  const box = await rows(page).nth(number).boundingBox();
  if (!box) throw new Error(`Row ${number} is not shown.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

describe("a finger", () => {
  it("saves a story, takes it out, and marks it, by a swipe; the list never goes sideways", async () => {
    const { page } = await openPhone();
    const save = rows(page).nth(1).getByRole("button", { name: /^Save/ });
    const place = await middleOf(page, 1);
    await draw(page, place, [140, 5]);
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("true");
    await draw(page, place, [140, 5]);
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("false");
    await draw(page, place, [-140, 5]);
    await rows(page)
      .nth(1)
      .getByRole("link", { name: /, read$/ })
      .waitFor();
    // Short of that nothing is done, and the row goes back to its place: that of a read one, whose headline is narrower.
    await expect.poll(async () => (await middleOf(page, 1))[0]).toBe(place[0]);
    const placeNow = await middleOf(page, 1);
    await draw(page, placeNow, [60, 5]);
    await expect.poll(() => middleOf(page, 1)).toEqual(placeNow);
    expect(await save.getAttribute("aria-pressed")).toBe("false");
    expect(new URL(page.url()).pathname).toBe("/");
  });

  it.each([
    ["the document alone", false],
    ["the app without what follows a finger", true],
  ])("saves a story by a swipe of %s, as soon as that is there", async (_, isDrawn) => {
    const server = await serveEdition(inject("sample"));
    onTestFinished(server.stop);
    const { page } = await watchedPage(browser, {
      url: server.url,
      viewport: PHONE,
      context: { hasTouch: true, isMobile: true },
    });
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const late = isDrawn ? "**/assets/list-{tools,hands}-*.js" : "**/assets/app-*.js";
    await page.route(late, (route) => gate.then(() => route.continue()));
    await page.goto(server.url, { waitUntil: "commit" });
    await rows(page).nth(1).waitFor();
    if (isDrawn) await expect.poll(() => page.locator("[data-story]").count()).toBe(0);
    // What begins the app runs meanwhile.
    await page.waitForTimeout(500);
    await draw(page, await middleOf(page, 1), [140, 5]);
    letGo();
    const save = rows(page).nth(1).getByRole("button", { name: /^Save/ });
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("true");
    expect(await rows(page).getByRole("button", { pressed: true }).count()).toBe(1);
  });

  it("pulls the list down at its top for what is new, and scrolls it", async () => {
    const { page } = await openPhone();
    const pane = page.getByRole("region", { name: "Stories" });
    const scrolled = () => pane.evaluate((element) => element.scrollTop);
    const place = await middleOf(page, 1);
    await draw(page, place, [5, 300]);
    await page.getByRole("status").getByText("No new stories").waitFor();
    expect(await scrolled()).toBe(0);
    await draw(page, place, [5, -200]);
    await expect.poll(scrolled).toBeGreaterThan(100);
  });
});

it("what is muted from a row's menu goes, and the menu with it; what is hidden is counted to the last", async () => {
  const { page } = await openPhone();
  const button = rows(page).first().getByRole("button", { name: /^More/ });
  await button.click();
  await page.getByRole("menuitem", { name: "Mark as read" }).click();
  await page.getByRole("menu").waitFor({ state: "detached" });
  await button.click();
  await page.getByRole("menuitem", { name: "Mute the tag tides" }).click();
  await page.getByRole("link", { name: "2 muted: show" }).waitFor();
  expect(await page.getByRole("menu").count()).toBe(0);
  await page.getByRole("link", { name: "unread" }).click();
  await page.getByRole("link", { name: "2 muted: show" }).waitFor();
  await page.getByRole("link", { name: "2 muted: show" }).click();
  await page.getByRole("link", { name: "1 hidden: show" }).waitFor();
});

it("a pull shows at once what has been published since", async () => {
  const edition = editionCopy();
  const { page } = await openPhone({}, edition);
  const first = rows(page).first().getByRole("heading", { level: 3 });
  const before = await first.innerText();
  const content = folder();
  cpSync(join(HOME, "content"), content, { recursive: true });
  const text = `---\ntitle: The pull\ndate: ${new Date().toISOString()}\n---\nIt came.\n`;
  writeFileSync(join(content, "pull.md"), text);
  const run = await offprint(HOME, "build", content, "--out", edition);
  expect(run.code, run.err).toBe(0);
  expect(await first.innerText()).toBe(before);
  await draw(page, await middleOf(page, 1), [5, 300]);
  await page.getByRole("status").getByText("1 new story").waitFor();
  await expect.poll(() => first.innerText()).toBe("The pull");
  await rows(page).nth(1).getByRole("heading", { name: before }).waitFor();
});

it("a finger on what is told scrolls the list beneath it, and presses what is told alone", async () => {
  const { page } = await openPhone();
  const pane = page.getByRole("region", { name: "Stories" });
  const scrolled = () => pane.evaluate((element) => element.scrollTop);
  await rows(page).nth(1).getByRole("button", { name: /^Save/ }).tap();
  const told = page.getByRole("status").locator("p").filter({ hasText: "Saved on this device" });
  const box = await told.boundingBox();
  if (!box) throw new Error("Nothing is told.");
  const [x, y] = [box.x + 20, box.y + box.height / 2];
  await draw(page, [x, y], [2, -200]);
  await expect.poll(scrolled).toBeGreaterThan(100);
  await page.touchscreen.tap(x, y);
  await pane.evaluate((element) => element.scrollTo(0, 0));
  const ribbon = rows(page).nth(1).getByRole("button", { name: /^Save/ });
  await ribbon.tap();
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
  expect(new URL(page.url()).pathname).toBe("/");
});

describe("a page that takes the place of another on a phone", () => {
  const there = async (page: Page) => {
    await rows(page).nth(1).getByRole("heading").getByRole("link").click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goBack();
    await rows(page).nth(1).waitFor();
  };

  it("moves into its place and out of it, and what the reader does on one page alone does not", async () => {
    const { page } = await openPhone();
    await page.getByRole("link", { name: "unread" }).click();
    await page.getByRole("link", { name: "hidden" }).click();
    expect(await movesOn(page)).toBe(0);
    await there(page);
    await expect.poll(() => movesOn(page)).toBe(2);
  });

  it("is there at once for who wants less motion", async () => {
    const { page } = await openPhone({ reducedMotion: "reduce" });
    await there(page);
    expect(await movesOn(page)).toBe(0);
  });
});
