import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import type { EditionServer } from "#tests/support/edition-server.ts";
import {
  cachesWith,
  editionCopy,
  keepOffline,
  keepPart,
  OFFLINE,
  openSettings,
  reader,
  savedStories,
  serve,
  stories,
  story,
  visit,
} from "#tests/support/offline-pages.ts";
import { setQuota, usageOf } from "#tests/support/quota.ts";

// What is kept offline by choice: measured before, kept through another edition, given up for what is saved.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

const KEPT = "offprint-kept-offline@/";

it("stories are measured before they are kept, are read with the network off, also of an edition that was published since, and go at a word", async () => {
  const edition = editionCopy();
  const server = await serve(edition);
  const { page } = await thrifty(server);
  await visit(page, server.url);
  await openSettings(page);
  const part = keepPart(page);
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
  expect(await cachesWith(page, "/data/articles/")).toEqual([KEPT]);

  await publishAnother(edition);
  await page.goto(server.url);
  await page.getByText("The Next Day’s Paper").first().waitFor();
  expect(articles()).toHaveLength(Number(count));

  await server.stop();
  await page.goto(server.url);
  await stories(page).nth(2).getByText("offline").waitFor();
  await pictured(page).first().getByRole("heading", { level: 3 }).click();
  await story(page).locator(".prose p").first().waitFor();
  await story(page).getByText("Kept offline").first().waitFor();
  await expect.poll(() => story(page).locator("img").first().evaluate(isSeen)).toBe(true);

  await openSettings(page);
  await part.getByRole("button", { name: "Keep nothing offline" }).click();
  await expect.poll(() => cachesWith(page, "/data/articles/")).toEqual([]);
});

it("what is kept by choice gives way to what is saved where the disk is full; what is saved stays, and what is missing of it is said", async () => {
  const server = await serve(inject("sample"));
  const { page, context } = await thrifty(server, [/quota/i]);
  await visit(page, server.url);
  await openSettings(page);
  await keepOffline(page);
  await keepPart(page).getByText("All of it is here.").waitFor();

  // Not a byte more: the copy in the database and the pictures lie where what was kept by choice lay.
  await page.goto(server.url);
  await setQuota(context, page, await usageOf(context, page));
  const title = await save(pictured(page).first());
  await expect.poll(() => cachesWith(page, "/data/articles/")).toEqual([]);
  await page.goto(`${server.url}saved`);
  // Whether that was enough for its pictures is up to the browser's bookkeeping; it is said, and more space heals it.
  await savedStories(page)
    .getByText(/^Saved( with|,) \d+ pictures?/)
    .waitFor();
  await setQuota(context, page, 1_000_000_000);
  await page.reload();
  await savedStories(page)
    .getByText(/^Saved with \d+ pictures?/)
    .waitFor();

  // Nothing is left that could go: the text is kept all the same.
  await page.goto(server.url);
  await setQuota(context, page, 1);
  const later = await save(pictured(page).nth(1));
  await page.goto(`${server.url}saved`);
  await savedStories(page)
    .getByText(/^Saved, \d+ pictures? missing/)
    .waitFor();
  await openSettings(page);
  await keepPart(page).getByText("Kept now: 0 stories").waitFor();
  await server.stop();
  for (const each of [later, title]) {
    await page.goto(`${server.url}saved`);
    await savedStories(page).getByRole("link", { name: each }).click();
    await story(page).getByRole("heading", { level: 1, name: each }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
  }
  await expect.poll(() => story(page).locator(".prose img").first().evaluate(isSeen)).toBe(true);
});

const isSeen = (image: Element) =>
  image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;

/** A page whose reader saves data, so that no story is fetched ahead: what is asked for here is what was chosen. */
async function thrifty(
  server: EditionServer,
  allow: readonly RegExp[] = [],
): Promise<{ page: Page; context: BrowserContext }> {
  const watched = await reader(browser, server, { allow: [...OFFLINE, ...allow] });
  await watched.context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  return watched;
}

const pictured = (page: Page) => stories(page).filter({ has: page.locator("img") });

/** Presses the ribbon of a row; gives its title. */
async function save(row: ReturnType<typeof stories>): Promise<string> {
  const title = await row.getByRole("heading", { level: 3 }).innerText();
  await row.hover();
  await row.getByRole("button", { name: /^Save/ }).click();
  await expect
    .poll(() => row.getByRole("button", { name: /^Save/ }).getAttribute("aria-pressed"))
    .toBe("true");
  return title;
}

/** Publishes the edition anew, as another: its manifest and its head are new. */
async function publishAnother(edition: string): Promise<void> {
  const title = "The Next Day’s Paper";
  const run = await offprint(HOME, "build", "content", "--out", edition, "--title", title);
  expect(run.code, run.err).toBe(0);
}
