// Takes the pictures that the README shows, of the sample edition as it is built now: `npm run pictures`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { findBrowser, launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { DESKTOP, PHONE } from "#tests/support/page.ts";

const GROUND = "#e7e4dd";
const GAP = 24;
const CORNER = 14;

const folder = mkdtempSync(join(tmpdir(), "offprint-pictures-"));
const run = await offprint(HOME, "build", "--out", folder);
if (run.code !== 0) throw new Error(run.out + run.err);
const server = await serveEdition(folder);
const browser = await launchBrowser(findBrowser());
try {
  await onDesktop(browser).then((picture) =>
    sharp(picture).png({ palette: true }).toFile(join(HOME, "docs/offprint.png")),
  );
  await inFourThemes(browser);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
}

/** A filter, two saved stories, a view, and a story that is being read. */
async function onDesktop(browser: Browser): Promise<Buffer> {
  const page = await open(browser, "paper", { ...DESKTOP, width: 1440, height: 900 });
  await saveTwo(page);
  await choose(page, "measurement", "navigation", "moon", "moon");
  await page.getByRole("link", { name: "Any of these tags" }).click();
  await page.getByRole("link", { name: "unread" }).waitFor();
  await page.getByRole("button", { name: "More for this list" }).click();
  await page.getByRole("menuitem", { name: "Keep this filter as a view" }).click();
  await page.getByRole("link", { name: /^A clock ran slow/ }).click();
  await page
    .getByText(/^Saved with/)
    .first()
    .waitFor();
  await page
    .getByRole("status")
    .filter({ hasText: "Kept as a view" })
    .waitFor({ state: "detached" });
  return settled(page);
}

/** On a phone: the list, a filter, a story, what is saved. */
async function inFourThemes(browser: Browser): Promise<void> {
  const shots: Buffer[] = [];
  const list = await open(browser, "paper", PHONE);
  await list.getByRole("link", { name: "unread" }).waitFor();
  shots.push(await settled(list));
  const filter = await open(browser, "sepia", PHONE);
  await saveTwo(filter);
  await choose(filter, "measurement", "moon", "moon");
  await filter.getByRole("link", { name: "Show them" }).click();
  await filter.getByRole("link", { name: "unread" }).waitFor();
  shots.push(await settled(filter));
  const story = await open(browser, "dusk", PHONE);
  await story.getByRole("link", { name: /^The brass machine/ }).click();
  await story.getByRole("button", { name: "Contents" }).waitFor();
  shots.push(await settled(story));
  const saved = await open(browser, "night", PHONE);
  await saveTwo(saved);
  await saved.goto(`${server.url}saved`);
  await saved
    .getByText(/^Saved with/)
    .last()
    .waitFor();
  shots.push(await settled(saved));

  const { width, height } = PHONE;
  const round = Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${CORNER}"/></svg>`,
  );
  const phones = shots.map(async (shot, place) => ({
    input: await sharp(shot)
      .composite([{ input: round, blend: "dest-in" }])
      .png()
      .toBuffer(),
    left: GAP + place * (width + GAP),
    top: GAP,
  }));
  await sharp({
    create: {
      width: GAP + shots.length * (width + GAP),
      height: height + 2 * GAP,
      channels: 3,
      background: GROUND,
    },
  })
    .composite(await Promise.all(phones))
    .png({ palette: true })
    .toFile(join(HOME, "docs/themes.png"));
}

/** The list of stories in a theme, with all faces at hand, as for a reader who comes back. */
async function open(
  browser: Browser,
  theme: Settings["theme"],
  viewport: { width: number; height: number },
): Promise<Page> {
  const isPhone = viewport === PHONE;
  const context = await browser.newContext({
    viewport,
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  await context.addInitScript(
    ([key, settings]) => localStorage.setItem(key ?? "", settings ?? ""),
    ["offprint:settings", JSON.stringify({ ...DEFAULT_SETTINGS, theme })],
  );
  const page = await context.newPage();
  await page.goto(server.url);
  const loadFaces = () =>
    page.evaluate(() =>
      Promise.all(
        ["600 1em", "italic 1em"].map((face) => document.fonts.load(`${face} Newsreader`)),
      ),
    );
  await loadFaces();
  await page.reload();
  await loadFaces();
  await page.getByRole("article").first().waitFor();
  return page;
}

/** Chooses tags, one twice to leave it out, without another document: what comes too late for its first view is not set. */
async function choose(page: Page, ...tags: readonly string[]): Promise<void> {
  await page.getByRole("link", { name: "Tags", exact: true }).filter({ visible: true }).click();
  const choices = page.getByRole("list", { name: "Tags" });
  for (const tag of tags) await choices.getByRole("link", { name: new RegExp(`^${tag}`) }).click();
}

async function saveTwo(page: Page): Promise<void> {
  for (const name of [/^A swift may not/, /^A clock ran slow/]) {
    const row = page.getByRole("article").filter({ has: page.getByRole("heading", { name }) });
    await row.hover();
    const ribbon = row.getByRole("button", { name: /^Save/ });
    await ribbon.click();
    await row.getByRole("button", { pressed: true }).waitFor();
  }
  await page.getByRole("status").filter({ hasText: "Saved on" }).waitFor({ state: "detached" });
}

/** What is seen once nothing is said or loaded any more. */
async function settled(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  return page.screenshot();
}
