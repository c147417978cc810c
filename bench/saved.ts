import type { Browser } from "playwright-core";
import { hookInto, withHook } from "#tests/support/hook-into.ts";
import { editionOf, type Shop } from "./build.ts";
import { serveEdition } from "./edition-server.ts";
import { atMostMs, type Line, lineOf } from "./table.ts";
import { forgetTasks, listenIn, longestOf, toldIn } from "./told.ts";
import { beginVisit, STORY_ROW, type Visit, visiting } from "./visit.ts";

/** So many stories are saved. */
export const SAVED = 3_000;
/** More are found than fit into a window, and fewer than all: every twentieth has the tag, every text its word. */
const WORD = "word42";
/** Where the list says how many stories it has. */
const HEAD = "#list-pane header span[aria-live]";
const MOST_OPENING_MS = 1_000;
const MOST_TASK_MS = 50;

/** Measures what it costs to have thousands of saved stories: opening their list, and finding words in their texts. */
export async function benchSaved(shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  try {
    return await visiting(browser, server, async (visit) => {
      await visit.page.goto(`${visit.url}feed.json`);
      await hookInto(visit.page);
      await withHook(visit.page, (hook) => hook.start(), null);
      const kept = await withHook(visit.page, (hook, count) => hook.saveMany(count), SAVED);
      if (kept !== SAVED) throw new Error(`Only ${kept} of ${SAVED} stories were saved.`);
      const later = await beginVisit(browser, server, visit.context);
      return [...(await openingLines(later)), ...(await findingLines(later))];
    });
  } finally {
    await server.stop();
  }
}

async function openingLines({ page, url }: Visit): Promise<Line[]> {
  // Once for what the app itself needs, which is another table's matter.
  await page.goto(`${url}saved/`);
  await page.waitForSelector(STORY_ROW);
  const start = performance.now();
  await page.reload({ waitUntil: "commit" });
  await page.waitForSelector(STORY_ROW);
  const ms = performance.now() - start;
  return [
    lineOf("Saved list: reloaded until its first rows stand", SAVED, atMostMs(ms, MOST_OPENING_MS)),
  ];
}

async function findingLines({ page }: Visit): Promise<Line[]> {
  await page.waitForTimeout(3_000);
  await listenIn(page);
  await page.reload();
  await page.waitForSelector(STORY_ROW);
  await page.waitForTimeout(3_000);
  await forgetTasks(page);
  const find = async (words: string): Promise<number> => {
    const start = performance.now();
    await page.getByRole("searchbox").fill(words);
    await page.locator(HEAD, { hasText: /^3[01] stories/ }).waitFor();
    return performance.now() - start;
  };
  const first = await find(WORD);
  const longest = longestOf(await toldIn(page));
  await page.getByRole("searchbox").fill("");
  await page.locator(HEAD, { hasText: /^3,000 stories/ }).waitFor();
  const again = await find(WORD);
  return [
    lineOf("– a word found in all texts, the first time", SAVED, atMostMs(first)),
    lineOf("– – longest task meanwhile", SAVED, atMostMs(longest, MOST_TASK_MS)),
    lineOf("– a word found again", SAVED, atMostMs(again)),
  ];
}
