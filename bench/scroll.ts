import type { Browser } from "playwright-core";
import { editionOf, type Shop } from "./build.ts";
import { serveEdition } from "./edition-server.ts";
import { slowProcessor } from "./slow-down.ts";
import { atMostMs, type Figure, type Line, lineOf } from "./table.ts";
import { LISTEN, longestOf, type Told } from "./told.ts";
import { type UnwatchedPage, unwatched } from "./unwatched-page.ts";
import { OWN_ROW } from "./visit.ts";

const STEP_PX = 350;
const ROWS = 200;
const MOST_TASK_MS = 50;
const BEHIND_MS = 3_500;
const SETTLE_MS = 600;

const PANE = `document.querySelector("#list-pane")`;
const LAST_ROW = `Number([...document.querySelectorAll("#list-pane li[data-index]")].at(-1)?.dataset.index)`;
/** A story in sight, and one that is not the first. */
const STORY = `[...document.querySelectorAll("#list-pane li h3 a")].find((each) => each.getBoundingClientRect().y > 300)`;
const TAG = `document.querySelector("nav[aria-labelledby=rail-tags] a")`;

type Deed = readonly [name: string, act: (page: UnwatchedPage) => Promise<void>];

const DEEDS: readonly Deed[] = [
  [
    `scrolling ${ROWS} rows`,
    async ({ evaluate, turnWheel }) => {
      while ((await evaluate<number>(LAST_ROW)) < ROWS) await turnWheel(PANE, STEP_PX);
    },
  ],
  [
    "opening a story",
    async ({ press, waitFor }) => {
      await press(STORY);
      await waitFor(`document.querySelector("#main-pane article p") !== null`);
    },
  ],
  [
    "filtering by a tag",
    async ({ press, waitFor }) => {
      await press(TAG);
      await waitFor(`/^Stories about/.test(document.querySelector("#list-pane h1").textContent)`);
      await waitFor(`document.querySelector("${OWN_ROW}") !== null`);
    },
  ],
];

/** Measures the tasks during which the page answers nobody. */
export async function benchScroll(shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  const lines: Line[] = [];
  try {
    await unwatched(browser, async (page) => {
      const { protocol, evaluate, waitFor } = page;
      await protocol.send("Page.enable");
      await protocol.send("Page.addScriptToEvaluateOnNewDocument", { source: LISTEN });
      await protocol.send("Page.navigate", { url: server.url });
      await waitFor(`document.querySelector("${OWN_ROW}") !== null`);
      await settled(BEHIND_MS);
      await server.wire.quiet(300);
      await slowProcessor(page);
      for (const [name, act] of DEEDS) {
        await evaluate("told.tasks.length = 0");
        await act(page);
        await settled(SETTLE_MS);
        const longest = longestOf(await evaluate<Told>("told"));
        const figure = longest > 0 ? atMostMs(longest, MOST_TASK_MS) : NONE;
        lines.push(lineOf(`Longest task while ${name}`, shop.corpus.count, figure));
      }
    });
  } finally {
    await server.stop();
  }
  return lines;
}

function settled(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The browser tells of no task of 50 ms and less. */
const NONE: Figure = { text: "≤ 50 ms", bound: `≤ ${MOST_TASK_MS} ms`, holds: true };
