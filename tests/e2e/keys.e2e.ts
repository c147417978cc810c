import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type CommandId, commandsWith } from "#model/command.ts";
import { LANGUAGES } from "#model/language.ts";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type FakeSpeech, installVoices } from "#tests/support/fake-voices.ts";
import { type SharedContext, sharedContext } from "#tests/support/page.ts";

let browser: Browser;
let server: EditionServer;
let shared: SharedContext;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(inject("sample"));
  shared = await sharedContext(browser, { url: server.url, elsewhere: /./ });
  await shared.context.addInitScript(installVoices, [
    { name: "Daniel", lang: "en-GB", localService: true },
  ]);
});
afterAll(async () => {
  await shared.context.close();
  await browser.close();
  await server.stop();
});

/** Presses keys as commands name them: `Shift+A`, one after another as `G S`; `Shift+/` by the key's place. */
async function press(page: Page, keys: string): Promise<void> {
  for (const step of keys.split(" ")) {
    const key = /^[A-Z]$/.test(step) ? step.toLowerCase() : step.replace("Mod", "Control");
    await page.keyboard.press(key === "Shift+/" ? "Shift+Slash" : key);
  }
}

/** What has the focus and is shown: its words or its name; null where it is lost. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const words = element.ariaLabel || element.textContent || element.tagName;
    return isShown ? words.replace(/, read$/, "") : null;
  });
const told = (page: Page, words: RegExp) =>
  page.getByRole("status").filter({ hasText: words }).waitFor();
const scrolled = (page: Page) =>
  page.locator("#main-pane").evaluate((pane) => Math.round(pane.scrollTop));
const said = (page: Page) =>
  page.evaluate(() => {
    const speech: FakeSpeech | undefined = Reflect.get(window, "fakeSpeech");
    return speech?.said.map(({ text }) => text) ?? [];
  });

/** The newest stories of the edition, by their titles. */
let titles: readonly string[] = [];

/** Where a command is tried: on the second row of the list, in its story, or while that is read aloud. */
const PLACES = {
  async list(page: Page) {
    await page.goto(server.url);
    const rows = page.getByRole("list", { name: "Stories" }).getByRole("heading", { level: 3 });
    await rows.nth(3).waitFor();
    titles = (await rows.allTextContents()).map((text) => text.replace(/, read$/, ""));
    await rows.nth(1).getByRole("link").focus();
    // Keys come after the first view: the first one that is answered tells that they are there.
    await press(page, "?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await press(page, "Escape");
    await expect.poll(() => focused(page)).toBe(titles[1]);
  },
  async story(page: Page) {
    await PLACES.list(page);
    await press(page, "O");
    await page.getByRole("heading", { level: 1, name: titles[1] ?? "" }).waitFor();
    await expect.poll(() => focused(page)).toBe(titles[1]);
    await page.getByRole("link", { name: /^Next/ }).waitFor();
  },
  async voice(page: Page) {
    await PLACES.story(page);
    await press(page, "L");
    await expect.poll(() => said(page)).toHaveLength(1);
    await expect.poll(() => focused(page)).toBe("Pause");
  },
};

type Case = {
  readonly at: keyof typeof PLACES;
  /** What is pressed before, which the command follows. */
  readonly after?: string;
  /** Waits until what the command does is done. */
  readonly shows: (page: Page) => Promise<unknown>;
  /** What has the focus shows: a title, by its number in the list; otherwise what it had before. */
  readonly focus?: number | string | RegExp;
};

const isOpen = (number: number) => (page: Page) =>
  page.getByRole("heading", { level: 1, name: titles[number] ?? "", exact: true }).waitFor();
const isAt = (path: string) => (page: Page) =>
  expect.poll(() => new URL(page.url()).pathname).toBe(path);
const pace = (words: string) => (page: Page) =>
  page.getByRole("region", { name: "Reading aloud" }).getByText(words).first().waitFor();

/** A case for each command there is: the compiler tells which one has none. */
const CASES: Readonly<Record<CommandId, Case>> = {
  next: { at: "story", shows: isOpen(2), focus: 2 },
  previous: { at: "story", shows: isOpen(0), focus: 0 },
  nextRow: { at: "list", shows: async () => {}, focus: 2 },
  previousRow: { at: "list", shows: async () => {}, focus: 0 },
  open: { at: "list", shows: isOpen(1), focus: 1 },
  original: {
    at: "story",
    shows: async (page) => {
      await expect.poll(() => page.context().pages()).toHaveLength(2);
      const other = page.context().pages()[1];
      expect(other?.url()).toMatch(/^https:/);
      await other?.close();
    },
  },
  read: { at: "list", shows: (page) => told(page, /marked as read/) },
  save: {
    at: "list",
    shows: (page) =>
      page
        .getByRole("listitem")
        .filter({ has: page.locator(":focus") })
        .getByRole("button", { pressed: true })
        .waitFor(),
  },
  allShown: { at: "list", shows: (page) => told(page, /that the list had shown/) },
  undo: { at: "list", after: "M", shows: (page) => told(page, /Taken back/) },
  pageDown: {
    at: "story",
    shows: (page) => expect.poll(() => scrolled(page)).toBeGreaterThan(200),
  },
  pageUp: {
    at: "story",
    after: "Space",
    shows: (page) => expect.poll(() => scrolled(page)).toBe(0),
  },
  listen: {
    at: "story",
    shows: (page) => expect.poll(() => said(page)).toEqual([titles[1]]),
    focus: "Pause",
  },
  sentenceOn: { at: "voice", shows: (page) => expect.poll(() => said(page)).toHaveLength(2) },
  sentenceBack: {
    at: "voice",
    after: "Shift+J",
    shows: async (page) => {
      await expect.poll(async () => (await said(page)).slice(1).at(-1)).toBe(titles[1]);
    },
  },
  paragraphOn: { at: "voice", shows: (page) => expect.poll(() => said(page)).toHaveLength(2) },
  faster: { at: "voice", shows: pace("1.25×") },
  slower: { at: "voice", shows: pace("0.75×") },
  home: { at: "story", shows: isAt("/"), focus: 1 },
  saved: { at: "list", shows: isAt("/saved/"), focus: "Saved stories" },
  tags: { at: "list", shows: isAt("/tags/"), focus: /./ },
  views: { at: "list", shows: isAt("/views/"), focus: /./ },
  minutes: { at: "list", shows: isAt("/minutes/"), focus: /./ },
  settings: { at: "list", shows: isAt("/settings/"), focus: "Settings" },
  search: { at: "list", shows: async () => {}, focus: "Find anything" },
  palette: { at: "story", shows: async () => {}, focus: "Find anything" },
  help: {
    at: "list",
    shows: (page) => page.getByRole("dialog", { name: "Keys" }).waitFor(),
    focus: "Close",
  },
  back: { at: "story", shows: isAt("/"), focus: 1 },
};

it.each(commandsWith({}).flatMap(({ id, keys }) => keys.map((each) => [id, each] as const)))(
  "the command “%s” is done by the key %s, and the focus is where one goes on",
  async (id, keys) => {
    const page = await shared.openPage();
    await page.goto(`${server.url}settings/`);
    await page.evaluate(() => localStorage.clear());
    const { at, after, shows, focus } = CASES[id];
    await PLACES[at](page);
    if (after) await press(page, after);
    const before = await focused(page);
    await press(page, keys);
    await shows(page);
    const wanted = typeof focus === "number" ? titles[focus] : (focus ?? before);
    expect(before).not.toBeNull();
    if (wanted instanceof RegExp) await expect.poll(() => focused(page)).toMatch(wanted);
    else await expect.poll(() => focused(page)).toBe(wanted);
  },
);

it("at the end of a story the space bar goes on to the next one that is unread", async () => {
  const page = await shared.openPage();
  await page.goto(`${server.url}settings/`);
  await page.evaluate(() => localStorage.clear());
  await PLACES.list(page);
  await press(page, "N M P");
  await told(page, /marked as read/);
  await press(page, "O");
  await isOpen(1)(page);
  await page.getByRole("link", { name: /^Next/ }).waitFor();
  await page.locator("#main-pane").evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await press(page, "Space");
  await isOpen(3)(page);
  await expect.poll(() => focused(page)).toBe(titles[3]);
});

it("the field that finds anything says in every language what, on a phone too", async () => {
  const page = await shared.openPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const cut: string[] = [];
  for (const language of LANGUAGES) {
    await page.goto(`${server.url}settings/`);
    await page.evaluate(
      (settings) => {
        localStorage.setItem("offprint:settings", settings);
      },
      JSON.stringify({ ...DEFAULT_SETTINGS, language }),
    );
    await page.reload();
    const field = page.getByRole("combobox", { expanded: true });
    await expect
      .poll(async () => {
        await press(page, "Mod+K");
        return field.isVisible();
      })
      .toBe(true);
    const words = await field.evaluate((input) => {
      if (!(input instanceof HTMLInputElement)) return "no field";
      const pen = document.createElement("canvas").getContext("2d");
      if (!pen) return "no pen";
      pen.font = getComputedStyle(input).font;
      return pen.measureText(input.placeholder).width > input.clientWidth
        ? input.placeholder
        : null;
    });
    if (words !== null) cut.push(words);
  }
  expect(cut).toEqual([]);
});
