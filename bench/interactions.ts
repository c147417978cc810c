import type { Browser, Locator, Page } from "playwright-core";
import { editionOf, type Shop } from "./build.ts";
import { serveEdition } from "./edition-server.ts";
import { slowProcessor } from "./slow-down.ts";
import { atMostMs, type Figure, type Line, lineOf } from "./table.ts";
import { firstRows, STORY_ROW, type Visit, visiting } from "./visit.ts";

const MOST_MS = 100;
const BEHIND_MS = 3_500;
/** So many of the longest are told. */
const NAMED = 3;
/** Behind it all that came of an input has been painted, and told. */
const PAINTED_MS = 200;

/** The control that opens how an article is set. */
const APPEARANCE = "How it is set";

/** What the browser tells of inputs: how long from each until the frame that answers it was painted, in steps of 8 ms. */
const LISTEN = `
  const interactions = [];
  Reflect.set(globalThis, "interactions", interactions);
  new PerformanceObserver((list) => {
    for (const { interactionId, name, duration } of list.getEntries()) {
      if (interactionId > 0) interactions.push([duration, name]);
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  const shifts = [];
  Reflect.set(globalThis, "shifts", shifts);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
  }).observe({ type: "layout-shift", buffered: true });
`;

type Step = readonly [name: string, act: () => Promise<unknown>];
type Answer = { readonly name: string; readonly ms: number };

/** Does what readers do, one thing after another, and times the longest answer to each on a slow phone's processor. */
export async function benchInteractions(shop: Shop, browser: Browser): Promise<Line[]> {
  const server = await serveEdition(editionOf(shop));
  const size = shop.corpus.count;
  try {
    return await visiting(browser, server, async (visit) => {
      await visit.page.addInitScript(LISTEN);
      await visit.page.goto(visit.url);
      await firstRows(visit);
      await visit.page.waitForTimeout(BEHIND_MS);
      await slowProcessor(visit);
      const shift = () =>
        visit.page.evaluate<number>("shifts.reduce((sum, each) => sum + each, 0)");
      const ofList = await shift();
      const answers: Answer[] = [];
      for (const [name, act] of stepsOn(visit)) answers.push(await timed(visit.page, name, act));
      const byLength = answers.toSorted((a, b) => b.ms - a.ms);
      const longest = atMostMs(byLength[0]?.ms ?? 0, MOST_MS);
      const words = byLength.slice(0, NAMED).map(({ name, ms }) => `${ms} ms (${name})`);
      return [
        lineOf(`Longest of ${answers.length} interactions`, size, {
          ...longest,
          text: words.join(", "),
        }),
        lineOf("Layout shift of the list", size, atMostShift(ofList)),
        lineOf(
          "– of all that was read and filtered then",
          size,
          atMostShift((await shift()) - ofList),
        ),
      ];
    });
  } finally {
    await server.stop();
  }
}

/** What moves without the reader having done something. */
function atMostShift(shift: number): Figure {
  return { text: shift.toFixed(3), bound: "≤ 0.00", holds: shift < 0.005 };
}

async function timed(page: Page, name: string, act: () => Promise<unknown>): Promise<Answer> {
  await page.evaluate("interactions.length = 0");
  await act();
  await page.waitForTimeout(PAINTED_MS);
  const all = await page.evaluate<[number, string][]>("interactions");
  return { name, ms: Math.max(0, ...all.map(([ms]) => ms)) };
}

function stepsOn({ page }: Visit): Step[] {
  const { keyboard } = page;
  const row = (number: number): Locator => page.locator(STORY_ROW).nth(number);
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) {
      await keyboard.press(key);
      await page.waitForTimeout(80);
    }
  };
  const type = (words: string) => keyboard.type(words, { delay: 90 });
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name }).first();
  return [
    ["going down the rows", () => press("n", 6)],
    ["opening by a key", () => press("o")],
    ["the next story", () => press("j", 4)],
    ["the story before", () => press("k", 2)],
    ["a page down", () => press("Space", 3)],
    ["saving", () => press("s")],
    ["marking unread", () => press("m")],
    ["taking it back", () => press("z", 2)],
    [
      "how it looks",
      () => page.locator("#main-pane").getByRole("button", { name: APPEARANCE }).click(),
    ],
    ["larger text", () => button("Larger text").click()],
    [
      "another typeface",
      () => page.getByText("Sans", { exact: true }).filter({ visible: true }).click(),
    ],
    ["closing it", () => press("Escape")],
    ["back to the list", () => press("Escape", 2)],
    ["opening by a press", () => row(3).getByRole("heading").getByRole("link").click()],
    ["the way back", () => page.goBack()],
    [
      "a story's menu",
      () =>
        row(2)
          .getByRole("button", { name: /^More for/ })
          .click(),
    ],
    ["closing it", () => press("Escape")],
    ["the list's menu", () => button("More for this list").click()],
    ["closing it", () => press("Escape")],
    ["filtering by a tag", () => page.locator("nav[aria-labelledby=rail-tags] a").first().click()],
    ["leaving it out", () => page.locator("#list-pane h1 button, #list-pane h1 a").first().click()],
    ["the rows of it", () => press("n", 4)],
    ["all stories", () => press("g").then(() => press("h"))],
    ["all shown read", () => press("Shift+A")],
    ["taking that back", () => press("z")],
    ["opening the palette", () => press("Control+k")],
    ["typing there", () => type("nefl")],
    ["closing it", () => press("Escape")],
    ["the filter page", () => press("g").then(() => press("t"))],
    [
      "finding a tag",
      () =>
        page
          .getByRole("searchbox")
          .click()
          .then(() => type("ost")),
    ],
    [
      "choosing it",
      () => page.getByRole("list", { name: /Tags/ }).getByRole("link").first().click(),
    ],
    ["saved stories", () => press("g").then(() => press("s"))],
    ["the settings", () => press("g").then(() => press("p"))],
    [
      "another theme",
      () => page.getByText("Night", { exact: true }).filter({ visible: true }).click(),
    ],
    ["the newest", () => press("g").then(() => press("h"))],
    ["the help", () => press("?")],
  ];
}
