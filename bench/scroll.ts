import type { Browser } from "playwright-core";
import { editionOf, type Shop } from "./build.ts";
import { type EditionServer, serveEdition } from "./edition-server.ts";
import { slowProcessor } from "./slow-down.ts";
import { atMostMs, type Figure, type Line, lineOf } from "./table.ts";
import { forgetTasks, listenIn, longestOf, toldIn } from "./told.ts";
import { firstRows, STORY_ROW, scrollToRow, visiting } from "./visit.ts";

const ROW_PX = 176;
const MOST_TASK_MS = 50;
const BEHIND_MS = 2_500;

/** Measures the tasks during which the page answers nobody. */
export async function benchScroll(shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  try {
    return await taskLines(browser, server, shop.corpus.count);
  } finally {
    await server.stop();
  }
}

async function taskLines(browser: Browser, server: EditionServer, size: number): Promise<Line[]> {
  return visiting(browser, server, async (visit) => {
    const { page, wire } = visit;
    await listenIn(page);
    await page.goto(visit.url);
    await firstRows(visit);
    await page.waitForTimeout(BEHIND_MS);
    await wire.quiet(300);
    await slowProcessor(visit);
    const lines: Line[] = [];
    const during = async (name: string, act: () => Promise<void>) => {
      await forgetTasks(page);
      await act();
      await page.waitForTimeout(500);
      const longest = longestOf(await toldIn(page));
      const figure = longest > 0 ? atMostMs(longest, MOST_TASK_MS) : NONE;
      lines.push(lineOf(`Longest task while ${name}`, size, figure));
    };
    await during("scrolling 300 rows", () => scrollToRow(visit, 300, 2 * ROW_PX));
    await during("opening a story", async () => {
      await page.locator(`${STORY_ROW} h3 a`).nth(8).click();
      await page.waitForSelector("#main-pane article p");
    });
    await during("filtering by a tag", async () => {
      await page.locator("nav[aria-labelledby=rail-tags] a").first().click();
      await page
        .locator("#list-pane h1")
        .filter({ hasText: /^Stories about/ })
        .waitFor();
      await firstRows(visit);
    });
    return lines;
  });
}

/** The browser tells of no task of 50 ms and less. */
const NONE: Figure = { text: "≤ 50 ms", bound: `≤ ${MOST_TASK_MS} ms`, holds: true };
