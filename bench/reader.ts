import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { articlePath, dataAddress } from "#model/address.ts";
import type { Filter } from "#model/filter.ts";
import { filterToSearch } from "#model/filter.ts";
import { termKey } from "#model/term.ts";
import { buildEdition, editionOf, type Shop } from "./build.ts";
import { removeStories, writeStories } from "./corpus.ts";
import { type EditionServer, serveEdition } from "./edition-server.ts";
import { seeHeap } from "./heap.ts";
import { publishLists } from "./lists-only.ts";
import { middleStory } from "./middle-story.ts";
import { atMostKB, type Figure, kB, type Line, lineOf } from "./table.ts";
import { TagUses } from "./tag-uses.ts";
import {
  beginVisit,
  firstRows,
  holdBack,
  letGo,
  scrollToRow,
  statedTotal,
  type Visit,
  visiting,
} from "./visit.ts";
import { type Answer, bytesOf, headersOf, isCode, isData } from "./wire.ts";

/** When nothing was on its way for so long, what was asked for is there. */
const VIEW_QUIET_MS = 400;
/** Behind the first view the app fetches its other parts. */
const BEHIND_MS = 2_500;
const ROW_PX = 176;
const ARRIVALS = 100;

/** The bounds that grow with the archive, at 1,000 and at 1,000,000 stories. */
const boundAt = (size: number, few: number, many: number) => (size > 100_000 ? many : few);

/**
 * Counts what the browser fetches of the shop's edition, each figure in a profile with nothing in its cache, and what it
 * keeps in memory. All views are seen at once: how long they take is no matter.
 */
export async function benchReader(shop: Shop, browser: Browser): Promise<Line[]> {
  // What comes back finds an edition that was published anew, which the others must not see. Publishing renames files
  // into their places: those of the first edition stay what they are.
  const again = { ...shop, edition: `${editionOf(shop)}-again` };
  execFileSync("cp", ["-al", editionOf(shop), again.edition]);
  const views: View[] = [seeHeap, firstView, deepLink, tagViews, pairViews, dayViews, typing];
  try {
    const lines = await Promise.all([
      ...views.map((view) => see(view, shop, browser)),
      see(returning, again, browser),
    ]);
    return lines.flat();
  } finally {
    rmSync(again.edition, { recursive: true, force: true });
  }
}

type Say = (what: string, figure: Figure) => void;

type View = (browser: Browser, server: EditionServer, shop: Shop, say: Say) => Promise<void>;

/** Has a view say its figures, from a server of its own. */
async function see(view: View, shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  const lines: Line[] = [];
  try {
    await view(browser, server, shop, (what, figure) => {
      lines.push(lineOf(what, shop.corpus.count, figure));
    });
  } finally {
    await server.stop();
  }
  return lines;
}

async function firstView(
  browser: Browser,
  server: EditionServer,
  _: Shop,
  say: Say,
): Promise<void> {
  await visiting(browser, server, async (visit) => {
    await holdBack(visit);
    await visit.page.goto(visit.url);
    await firstRows(visit);
    await visit.wire.quiet(VIEW_QUIET_MS);
    const sent = visit.wire.take();
    const view = sent.filter(isSeen);
    await letGo(visit);
    await visit.page.waitForTimeout(BEHIND_MS);
    await visit.wire.quiet(VIEW_QUIET_MS);
    const behind = [...sent.filter((each) => !isSeen(each)), ...visit.wire.take()];
    const data = view.filter(isData);
    const code = view.filter(isCode);
    say("First view: data", atMostKB(bytesOf(data), 12));
    sayKinds(data, say, "First view");
    say("First view: data, JavaScript, CSS, HTML", atMostKB(bytesOf([...data, ...code]), 135));
    for (const purpose of Object.keys(NAMES)) {
      say(`– First view: ${NAMES[purpose]}`, {
        text: kB(bytesOf(code.filter((each) => each.purpose === purpose))),
      });
    }
    const others = view.filter((each) => !isData(each) && !isCode(each));
    say("First view: fonts and icons", { text: kB(bytesOf(others)) });
    say("First view: headers, as HTTP/1.1 has them", { text: kB(headersOf(view)) });
    say("First view: what is fetched behind it", { text: kB(bytesOf(behind)) });
  });
}

/** Says what data files were fetched, by kind. */
function sayKinds(data: readonly Answer[], say: Say, view: string): void {
  for (const kind of [...new Set(data.map(kindOf))].sort()) {
    const bytes = bytesOf(data.filter((each) => kindOf(each) === kind));
    say(`– ${view}: ${kind}`, { text: kB(bytes) });
  }
}

/** Says whether an answer is part of what one sees; the others are what the app and its worker fetch ahead. */
function isSeen(answer: Answer): boolean {
  return isData(answer) || isCode(answer) || ["font", "image"].includes(answer.purpose);
}

const NAMES: Readonly<Record<string, string>> = {
  script: "JavaScript",
  style: "CSS",
  document: "HTML",
};

/** What a data file is, by its folder. */
function kindOf({ path }: Answer): string {
  return path.split("/")[1]?.replace(".json", "") ?? path;
}

async function deepLink(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const id = middleStory(editionOf(shop));
  await visiting(browser, server, async (visit) => {
    await holdBack(visit);
    await visit.page.goto(visit.url + articlePath(id).slice(1));
    // What the document itself shows carries data; what the app draws does not.
    await visit.page.waitForSelector("#main-pane .prose:not([data-article]) p");
    await visit.wire.quiet(VIEW_QUIET_MS);
    const all = visit.wire.take();
    const own = all.filter(({ path }) => path === dataAddress.articleFile(id));
    const others = all.filter((each) => isData(each) && !own.includes(each));
    const documents = all.filter(({ purpose }) => purpose === "document");
    say("Deep link: data beside the article", atMostKB(bytesOf(others), 4));
    sayKinds(others, say, "Deep link");
    say("Deep link: the article's file", { text: kB(bytesOf(own)) });
    say("Deep link: its document, with the article in it", { text: kB(bytesOf(documents)) });
    await letGo(visit);
    await visit.page.waitForTimeout(BEHIND_MS);
    await visit.wire.quiet(VIEW_QUIET_MS);
    const behind = visit.wire.take().filter(isData);
    say("Deep link: data fetched behind it", { text: kB(bytesOf(behind)) });
  });
}

async function tagViews(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const size = shop.corpus.count;
  const uses = new TagUses(shop.corpus);
  const most = boundAt(size, 30, 40);
  for (const [word, label] of [
    ["popular", uses.labelAt(0)],
    ["middling", uses.labelAt(0.5)],
    ["rare", uses.labelAt(1)],
  ] as const) {
    const bytes = await filtered(browser, server, uses, [label], []);
    say(`First 30 of a ${word} tag`, atMostKB(bytes, most));
  }
}

async function pairViews(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const size = shop.corpus.count;
  const uses = new TagUses(shop.corpus);
  const [a, b, c] = uses.popular(3);
  if (a === undefined || b === undefined || c === undefined) return;
  const mostOfTwo = boundAt(size, 150, 250);
  const both = await filtered(browser, server, uses, [a, b], []);
  say("First 30 of two tags, all-of", atMostKB(both, mostOfTwo));
  const without = await filtered(browser, server, uses, [a], [b]);
  say("First 30 of a tag, another left out", atMostKB(without, mostOfTwo));
  const three = await filtered(browser, server, uses, [a, b], [c]);
  // Bounds are for two.
  say("First 30 of two tags, all-of, a third left out", { text: kB(three) });
}

/** Two years before the corpus ends. */
const DAY = "2024-01-31";

/** The bytes of data for going to a day two years back, with the newest stories at hand, and of the popular tag. */
async function dayViews(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const most = boundAt(shop.corpus.count, 60, 80);
  await visiting(browser, server, async (visit) => {
    const { page, wire } = visit;
    await page.goto(visit.url);
    await firstRows(visit);
    await page.waitForTimeout(BEHIND_MS);
    await wire.quiet(VIEW_QUIET_MS);
    wire.take();
    await goToDay(visit);
    say("Going to a day two years back: data", atMostKB(bytesOf(wire.take().filter(isData)), most));
  });
  await visiting(browser, server, async (visit) => {
    await visit.page.goto(`${visit.url}?day=${DAY}`);
    await dayShows(visit);
    const data = visit.wire.take().filter(isData);
    say("– by its address, with nothing at hand", atMostKB(bytesOf(data), most));
  });
}

/** Does what a reader does. */
async function goToDay(visit: Visit): Promise<void> {
  const { page } = visit;
  await page.getByRole("button", { name: "Go to a day" }).click();
  await page.getByLabel("Day to go to").fill(DAY);
  await page.keyboard.press("Enter");
  await dayShows(visit);
}

async function dayShows({ page, wire }: Visit): Promise<void> {
  await page.locator("#list-pane header [role=status] b").first().waitFor();
  await page
    .locator("#list-pane li[data-index] h2")
    .filter({ hasText: DAY.slice(0, 4) })
    .first()
    .waitFor();
  await wire.quiet(VIEW_QUIET_MS);
}

/**
 * The bytes of data for the first 30 stories that a filter lets through; their number must be the true one. The story that
 * is fetched ahead wherever the list stands still is none of them: how often it does depends on the machine.
 */
async function filtered(
  browser: Browser,
  server: EditionServer,
  uses: TagUses,
  include: readonly string[],
  exclude: readonly string[],
): Promise<number> {
  const termsOf = (labels: readonly string[]) =>
    labels.map((label) => ({ kind: "tag" as const, key: termKey(label) }));
  const filter: Filter = { include: termsOf(include), exclude: termsOf(exclude), match: "all" };
  return visiting(browser, server, async (visit) => {
    await holdBack(visit);
    await visit.page.goto(visit.url + filterToSearch(filter));
    await firstRows(visit);
    await scrollToRow(visit, 29, 2 * ROW_PX);
    await visit.wire.quiet(VIEW_QUIET_MS);
    const said = await statedTotal(visit);
    const total = uses.countOf(include, exclude);
    if (said !== total) {
      throw new Error(`The list says ${said} for ${filterToSearch(filter)}; there are ${total}.`);
    }
    return bytesOf(visit.wire.take().filter(isData));
  });
}

async function typing(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const wanted = new TagUses(shop.corpus).labelAt(0.5);
  await visiting(browser, server, async (visit) => {
    await visit.page.goto(`${visit.url}tags/`);
    const field = visit.page.getByRole("searchbox");
    await field.focus();
    await visit.page.waitForTimeout(BEHIND_MS);
    await visit.wire.quiet(VIEW_QUIET_MS);
    say("Filter page: data before one types", {
      text: kB(bytesOf(visit.wire.take().filter(isData))),
    });
    const strokes: number[] = [];
    for (const letter of wanted) {
      await visit.page.keyboard.type(letter);
      await visit.wire.quiet(VIEW_QUIET_MS / 2);
      strokes.push(bytesOf(visit.wire.take().filter(isData)));
    }
    await visit.page.getByText(wanted, { exact: true }).first().waitFor();
    say("Finding a tag by typing: the dearest keystroke", atMostKB(Math.max(...strokes), 10));
  });
}

async function returning(
  browser: Browser,
  server: EditionServer,
  shop: Shop,
  say: Say,
): Promise<void> {
  const { corpus, folder } = shop;
  const content = join(folder, "content");
  const first = await beginVisit(browser, server);
  try {
    await seeAll(first);
    await first.page.close();
    await publishMore(shop);
    const again = await beginVisit(browser, server, first.context);
    await again.page.goto(again.url);
    await firstRows(again);
    await again.wire.quiet(VIEW_QUIET_MS);
    const view = again.wire.take();
    const text = kB(bytesOf(view.filter(isData)));
    say(`Returning after ${ARRIVALS} new stories: data of the first view`, { text });
    await scrollToRow(again, ARRIVALS, ROW_PX * 3);
    await again.page.waitForTimeout(BEHIND_MS);
    await again.wire.quiet(VIEW_QUIET_MS);
    const all = [...view, ...again.wire.take()];
    const data = bytesOf(all.filter(isData));
    say("– with all new stories scrolled through", atMostKB(data, 40));
    say("– all that is no data", { text: kB(bytesOf(all) - data) });
  } finally {
    await first.context.close();
    if (!shop.isListsOnly) removeStories(corpus, content, corpus.count, corpus.count + ARRIVALS);
  }
}

/** Publishes the edition anew with further stories, newer than all. */
async function publishMore(shop: Shop): Promise<void> {
  const { corpus, folder } = shop;
  if (shop.isListsOnly) return publishLists(shop, ARRIVALS);
  writeStories(corpus, join(folder, "content"), corpus.count, corpus.count + ARRIVALS);
  await buildEdition(shop);
}

/** Sees the list and waits for what the app fetches behind it. */
async function seeAll(visit: Visit): Promise<void> {
  await visit.page.goto(visit.url);
  await firstRows(visit);
  await visit.page.waitForTimeout(BEHIND_MS);
  await visit.wire.quiet(VIEW_QUIET_MS);
  visit.wire.take();
}
