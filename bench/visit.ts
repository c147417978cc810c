import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import type { EditionServer } from "./edition-server.ts";
import type { Wire } from "./wire.ts";

export const DESKTOP = { width: 1280, height: 900 };

/** A row of the list that holds a story, not its placeholder. */
export const STORY_ROW = "#list-pane li article";
/** One that the app itself has drawn. */
export const OWN_ROW = "#list-pane li:not([data-story]) article";

/** A page under watch in a browser's profile of its own. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Address of the edition, and what its server sends. */
  readonly url: string;
  readonly wire: Wire;
  readonly protocol: CDPSession;
};

/** Opens an empty page with an empty cache, or one more in a profile that has been there before. */
export async function beginVisit(
  browser: Browser,
  { url, wire }: EditionServer,
  before?: BrowserContext,
): Promise<Visit> {
  const context = before ?? (await browser.newContext({ viewport: DESKTOP }));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  // tsx keeps functions' names by a helper that functions sent to the page would miss there.
  await page.addInitScript("globalThis.__name = (it) => it");
  const protocol = await context.newCDPSession(page);
  return { page, context, url, wire, protocol };
}

/** Runs a visit in a profile of its own, which goes with it. */
export async function visiting<T>(
  browser: Browser,
  server: EditionServer,
  go: (visit: Visit) => Promise<T>,
): Promise<T> {
  return going(await beginVisit(browser, server), server, go);
}

/** Runs a visit in which the app's worker has no part: what it fetches is not counted. */
export async function visitingAlone<T>(
  browser: Browser,
  server: EditionServer,
  go: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: DESKTOP, serviceWorkers: "block" });
  return going(await beginVisit(browser, server, context), server, go);
}

async function going<T>(
  visit: Visit,
  server: EditionServer,
  go: (visit: Visit) => Promise<T>,
): Promise<T> {
  try {
    return await go(visit);
  } finally {
    await visit.context.close();
    // What the page gave up must not count for the next one.
    await server.wire.quiet(50);
    server.wire.take();
  }
}

/** Waits until the app itself shows the list's first stories. */
export async function firstRows({ page }: Visit): Promise<void> {
  await page.waitForSelector(OWN_ROW);
}

const HOLD_BACK = `
  const held = [];
  const start = setTimeout;
  const startIdle = requestIdleCallback;
  globalThis.setTimeout = (act, ms, ...rest) =>
    ms >= 900 && ms <= 5000 ? (held.push(() => act(...rest)), 0) : start(act, ms, ...rest);
  globalThis.requestIdleCallback = (act) => (held.push(act), 0);
  Reflect.set(globalThis, "letGo", () => {
    globalThis.setTimeout = start;
    globalThis.requestIdleCallback = startIdle;
    for (const act of held.splice(0)) act();
  });
`;

/** Has the page wait with what it puts off by seconds, or until nothing else is to be done, so that on a slow machine too it is not taken for the first view. */
export async function holdBack({ page }: Visit): Promise<void> {
  await page.addInitScript(HOLD_BACK);
}

/** Has it do that now. */
export async function letGo({ page }: Visit): Promise<void> {
  await page.evaluate("letGo()");
}

/** Scrolls the list by some rows' heights at a time until a row is drawn, each step only when the rows are there. */
export async function scrollToRow({ page }: Visit, row: number, stepPx: number): Promise<void> {
  await page.evaluate(scrollList, { row, stepPx });
}

/** Runs in the page. */
async function scrollList({ row, stepPx }: { row: number; stepPx: number }): Promise<void> {
  const pane = document.querySelector("#list-pane");
  if (!pane) throw new Error("There is no list.");
  const drawn = () => [...pane.querySelectorAll<HTMLElement>("li[data-index]")];
  const isReady = () => drawn().every((item) => item.querySelector("article") !== null);
  const last = () => Number(drawn().at(-1)?.dataset.index ?? -1);
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const deadline = performance.now() + 240_000;
  while (last() < row || !isReady()) {
    if (performance.now() > deadline) throw new Error(`Row ${row} did not come; ${last()} did.`);
    const isAtEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1;
    if (isReady() && isAtEnd) return;
    if (isReady()) pane.scrollTop += stepPx;
    // The list hears of it at the frame's beginning, and draws at once.
    await nextFrame();
  }
}

/** The list's number of stories, as the page says it. */
export async function statedTotal({ page }: Visit): Promise<number> {
  const words = await page.locator("#list-pane header b").first().textContent();
  return Number((words ?? "").replaceAll(",", ""));
}
