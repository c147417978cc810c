import type { Browser } from "playwright-core";
import { editionOf, type Shop } from "./build.ts";
import { serveEdition } from "./edition-server.ts";
import { median } from "./measure.ts";
import { slowNetwork, slowProcessor } from "./slow-down.ts";
import { atMostMs, type Line, lineOf } from "./table.ts";
import { firstRows, STORY_ROW, type Visit, visiting } from "./visit.ts";

const MOST_MS = 100;
const BEHIND_MS = 3_500;
const OPENED = 3;

/** Notes when a press began, and when the frame in which a story's text stands for the first time has been painted. */
const WATCH = `
  let pressed = 0, before = null;
  const text = () => document.querySelector("#main-pane .prose p");
  addEventListener("pointerdown", ({ timeStamp }) => { pressed = timeStamp; before = text(); }, true);
  const look = () => {
    if (pressed > 0 && text() && text() !== before) {
      const began = pressed;
      pressed = 0;
      setTimeout(() => Reflect.set(globalThis, "waited", performance.now() - began));
    }
    requestAnimationFrame(look);
  };
  look();
`;

/** Times opening a story that the pointer has gone to before: from the press to its text, on a slow network. */
export async function benchOpening(shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  const size = shop.corpus.count;
  try {
    return await visiting(browser, server, async (visit) => {
      await visit.page.addInitScript(WATCH);
      await visit.page.goto(visit.url);
      await firstRows(visit);
      await visit.page.waitForTimeout(BEHIND_MS);
      await visit.wire.quiet(300);
      await slowNetwork(visit);
      const usual = await opening(visit, 1);
      await slowProcessor(visit);
      const slow = await opening(visit, 1 + OPENED);
      const what = "From the press to the text of a story that was fetched ahead";
      return [
        lineOf(what, size, atMostMs(usual, MOST_MS)),
        // Its first answer is among the interactions, which have their own bound.
        lineOf("– with the processor slowed down", size, atMostMs(slow)),
      ];
    });
  } finally {
    await server.stop();
  }
}

/** The median of several stories, from one of the list's on. */
async function opening({ page, wire }: Visit, from: number): Promise<number> {
  const waited: number[] = [];
  for (let number = from; number < from + OPENED; number++) {
    const link = page.locator(STORY_ROW).nth(number).getByRole("heading").getByRole("link");
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    await page.waitForTimeout(700);
    await wire.quiet(200);
    await page.evaluate("globalThis.waited = 0");
    await link.click();
    // The page's policy lets no text become a script there, which waiting for a function's word would need.
    let ms = 0;
    while (ms === 0) {
      await page.waitForTimeout(200);
      ms = await page.evaluate<number>("globalThis.waited");
    }
    waited.push(ms);
  }
  return median(waited);
}
