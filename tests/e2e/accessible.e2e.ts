import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POCKET = join(HOME, "tests/data/transfer/arriving/fixtures/pocket.csv");
const THEMES = ["paper", "sepia", "dusk", "night"] as const;

let browser: Browser;
let server: EditionServer;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(inject("sample"));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The rules of colour, by their names. */
const COLOUR = ["color-contrast", "link-in-text-block"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds by rules of these names or tags, a line for each: the rule, how many elements, and the first of them. */
async function findings(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (runOnly): Promise<AxeResults["violations"]> => {
      // What slides or fades is judged where it comes to rest.
      const moving = document.getAnimations().filter((it) => it instanceof CSSTransition);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
      const results = await (window as any).axe.run(document, {
        runOnly,
        resultTypes: ["violations"],
      });
      return results.violations;
    },
    [...rules],
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length}, first ${nodes[0]?.html.slice(0, 160)}`,
  );
}

/**
 * What axe finds in each theme. A theme is a word on the document that only the style sheet reads, and colours are all
 * that it changes: what else there is to find is looked for in one of them.
 */
async function findingsInThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEMES) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    const these = await findings(page, theme === THEMES[0] ? RULES : COLOUR);
    found.push(...these.map((finding) => `${theme}: ${finding}`));
  }
  return found;
}

async function storyAddress(page: Page, name: RegExp): Promise<string> {
  await page.goto(server.url);
  await page.getByRole("list", { name: "Stories" }).waitFor();
  const link = page.getByRole("heading", { level: 3, name }).getByRole("link");
  return (await link.getAttribute("href")) ?? "";
}

const ready: Record<string, (page: Page) => Promise<unknown>> = {
  "": (page) => page.getByRole("article").first().waitFor(),
  "?tag=tides&not-tag=moon": (page) => page.getByRole("article").first().waitFor(),
  tags: (page) => page.getByRole("list", { name: "Tags" }).getByRole("listitem").first().waitFor(),
  saved: (page) => page.getByRole("heading", { name: "Nothing is saved yet" }).waitFor(),
  settings: (page) => page.getByRole("heading", { name: "Settings" }).waitFor(),
  transfer: (page) => page.getByRole("heading", { name: "Backup and moving" }).waitFor(),
  views: (page) => page.getByRole("link", { name: "Choose what to read" }).waitFor(),
  minutes: (page) => page.getByRole("link", { name: "Begin" }).waitFor(),
  "?tag=tides&not-tag=tides&tag=salt": (page) =>
    page.getByRole("heading", { level: 2 }).first().waitFor(),
  "share?text=https%3A%2F%2Felsewhere.example%2Fa%2Flong%2Faddress": (page) =>
    page.getByRole("heading", { name: "The link is saved" }).waitFor(),
  nowhere: (page) => page.getByRole("heading", { level: 1, name: /no page/ }).waitFor(),
};

describe.each([
  ["on a desktop", DESKTOP],
  ["on a phone", PHONE],
])("in the themes paper, sepia, dusk and night axe finds nothing %s", (_, viewport) => {
  async function open() {
    const { page } = await watchedPage(browser, { url: server.url, viewport, allow: [/404/] });
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      found[name] = await findingsInThemes(page);
    };
    const expectNothing = () =>
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
    return { page, look, expectNothing };
  }

  it("on any page", async () => {
    const { page, look, expectNothing } = await open();
    for (const [address, isReady] of Object.entries(ready)) {
      await page.goto(server.url + address);
      await isReady(page);
      await look(address);
    }
    expectNothing();
  });

  it("in a story, and what opens beside it", async () => {
    const { page, look, expectNothing } = await open();
    const article = await storyAddress(page, /brass machine/);
    await page.goto(new URL(article, server.url).href);
    await page.getByRole("region", { name: "Story" }).locator(".prose table").waitFor();
    await look("article");
    await page.getByRole("button", { name: "How it is set" }).click();
    await look("panel");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Contents" }).click();
    await page.getByRole("button", { name: "Adding with string" }).waitFor();
    await look("contents");
    expectNothing();
  });

  it("in the menu of a list, in saved stories, and in all settings", async () => {
    const { page, look, expectNothing } = await open();
    await page.goto(`${server.url}?tag=tides`);
    await page.getByRole("link", { name: /unread/ }).waitFor();
    await page.getByRole("button", { name: "More for this list" }).click();
    await page.getByRole("menuitemradio", { name: "Compact" }).waitFor();
    await look("menu");
    await page.keyboard.press("Escape");
    const row = page.getByRole("article").first();
    await row.hover();
    await row.getByRole("button", { name: /^Save/ }).click();
    await row.getByRole("button", { pressed: true }).waitFor();
    await page.goto(`${server.url}saved`);
    await page.getByRole("article").first().waitFor();
    await page.getByRole("button", { name: "Select" }).click();
    await look("saved");
    await page.getByRole("button", { name: "View", exact: true }).click();
    await look("view");
    await page.goto(`${server.url}settings`);
    await page.getByRole("heading", { level: 2, name: "Keep offline" }).waitFor();
    await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => {
      for (const each of all) each.open = true;
    });
    await look("settings");
    expectNothing();
  });

  it("where files are taken in", async () => {
    const { page, look, expectNothing } = await open();
    await page.goto(`${server.url}transfer`);
    await page.locator('input[type="file"]').setInputFiles(POCKET);
    await page.getByRole("button", { name: "Take in 3 stories" }).waitFor();
    await look("dryRun");
    await page.getByRole("button", { name: "Take in 3 stories" }).click();
    await page.getByRole("button", { name: "Copy the report" }).waitFor();
    await look("takenIn");
    expectNothing();
  });
});

/** What lies open, or is a pane, and is wider than the window or than itself. */
function wide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(":popover-open, dialog[open], .pane")]
      .filter((it) => {
        const { left, right, width } = it.getBoundingClientRect();
        const isBeyond = left < -1 || right > innerWidth + 1 || it.scrollWidth > it.clientWidth + 1;
        return width > 0 && isBeyond;
      })
      .map((it) => it.id || it.className),
  );
}

describe("nothing has to be scrolled sideways, and nothing is cut", () => {
  it.each([
    ["at a width of 320 px", { width: 320, height: 640 }, "100%"],
    ["on a phone with text of twice the size", PHONE, "200%"],
  ])("%s", async (_, viewport, size) => {
    const { page } = await watchedPage(browser, { url: server.url, viewport, allow: [/404/] });
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
      found[name] = await wide(page);
    };
    for (const [address, isReady] of Object.entries(ready)) {
      await page.goto(server.url + address);
      await isReady(page);
      await look(address);
    }
    await page.goto(`${server.url}?tag=tides`);
    await page.getByRole("link", { name: /unread/ }).waitFor();
    await page.getByRole("button", { name: "More for this list" }).click();
    await page.getByRole("menuitem", { name: "Keep this filter as a view" }).waitFor();
    await look("menu");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await look("help");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find anything" }).waitFor();
    await page.keyboard.type("tid");
    await page.getByRole("option").last().waitFor();
    await look("palette");
    // Words stand beside one another, not letters one below the other.
    const labels = await page.getByRole("option").locator("bdi").all();
    const widths = await Promise.all(
      labels.map(async (it) => (await it.boundingBox())?.width ?? 0),
    );
    expect(Math.min(...widths)).toBeGreaterThan(100);
    await page.keyboard.press("Escape");
    await page.getByRole("article").first().getByRole("link").first().click();
    await page.getByRole("button", { name: "How it is set" }).click();
    await page.getByRole("dialog", { name: "How it is set" }).waitFor();
    await look("panel");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
  });
});

describe("in Arabic the whole layout is mirrored, and axe finds nothing", () => {
  it.each([
    ["on a desktop", DESKTOP],
    ["on a tablet", { width: 820, height: 1180 }],
    ["on a phone", PHONE],
    ["at a width of 320 px", { width: 320, height: 640 }],
  ])("%s", async (_, viewport) => {
    const { page } = await watchedPage(browser, { url: server.url, viewport, allow: [/404/] });
    await page.addInitScript(
      ([key, settings]) => localStorage.setItem(key ?? "", settings ?? ""),
      ["offprint:settings", JSON.stringify({ ...DEFAULT_SETTINGS, language: "ar" })],
    );
    const found: Record<string, string[]> = {};
    for (const address of Object.keys(ready)) {
      await page.goto(server.url + address);
      await page.locator('html[dir="rtl"]').waitFor();
      await page.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
      found[address] = [...(await wide(page)), ...(await findings(page)), ...(await order(page))];
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
  });
});

/** Which of what stands side by side does not go from right to left: the panes, and the ways from place to place. */
function order(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [".rail, .pane", ".shell > nav > a", "#list-pane h1, #list-pane h1 ~ button"].flatMap(
      (names) => {
        const edges = [...document.querySelectorAll(names)]
          .filter((it) => it.checkVisibility({ visibilityProperty: true }))
          .map((it) => it.getBoundingClientRect().right);
        const isFromRight = edges.every((edge, at) => at === 0 || edge < (edges[at - 1] ?? 0));
        return isFromRight ? [] : [names];
      },
    ),
  );
}

describe("with the keyboard alone", () => {
  it("the focus goes to the heading of a page that one goes to, and is never lost", async () => {
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
    await page.getByRole("article").first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip the list");
    const first = page.getByRole("heading", { level: 3 }).first();
    const title = await first.innerText();
    await first.getByRole("link").focus();
    await page.keyboard.press("Enter");
    const tag = () => page.evaluate(() => document.activeElement?.tagName);
    await expect.poll(tag).toBe("H1");
    expect(await focused()).toBe(title);
    const save = page
      .getByRole("region", { name: "Story" })
      .getByRole("button", { name: /^Save/ })
      .first();
    await save.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("true");
    expect(await save.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await expect.poll(focused).toBe(`${title}, read`);
  });

  it("by keys one goes through the stories and finds anything, and what is typed is no command", async () => {
    const { page } = await watchedPage(browser, { url: server.url, elsewhere: /./ });
    await page.goto(server.url);
    const rows = page.getByRole("list", { name: "Stories" }).getByRole("heading", { level: 3 });
    await rows.nth(3).waitFor();
    const titles = (await rows.allTextContents()).map((text) => text.replace(/, read$/, ""));
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent?.replace(/, read$/, ""));
    const help = page.getByRole("dialog", { name: "Keys" });

    // Keys come after the first view.
    await expect
      .poll(async () => {
        await keyboard.press("?");
        return help.isVisible();
      })
      .toBe(true);
    await help.getByText("Open the next story").waitFor();
    expect(await findings(page)).toEqual([]);
    await keyboard.press("j");
    await keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/");

    await rows.nth(1).getByRole("link").click();
    await expect.poll(focused).toBe(titles[1]);
    for (const [key, title] of [
      ["j", 2],
      ["k", 1],
    ] as const) {
      await keyboard.press(key);
      await expect.poll(focused).toBe(titles[title]);
      expect(await page.locator("[aria-current=true] h3").textContent()).toBe(
        `${titles[title]}, read`,
      );
    }
    const here = page.url();
    // The one after it was opened before.
    while (page.url() === here) await keyboard.press("Space");
    await expect.poll(focused).toBe(titles[3]);
    await keyboard.press("Escape");
    await expect.poll(focused).toBe(titles[3]);
    expect(new URL(page.url()).pathname).toBe("/");

    const field = page.getByRole("combobox", { name: "Find anything" });
    await keyboard.press("Control+k");
    await field.waitFor();
    expect(await findings(page)).toEqual([]);
    await keyboard.type("TÌDE");
    const tag = page.getByRole("group", { name: "Tags" }).getByRole("option", { name: /^tides/i });
    await tag.waitFor();
    expect(await field.getAttribute("aria-activedescendant")).toBe(await tag.getAttribute("id"));
    await keyboard.press("ArrowUp");
    expect(await tag.getAttribute("aria-selected")).toBe("false");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("tag=tides");
    await keyboard.press("Control+k");
    await keyboard.type(titles[0]?.slice(0, 12) ?? "");
    await page
      .getByRole("option")
      .filter({ hasText: titles[0] ?? "" })
      .click();
    await expect.poll(focused).toBe(titles[0]);
    await keyboard.press("Control+k");
    await field.waitFor();
    await keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    expect(await focused()).toBe(titles[0]);

    // With something saved there is something to search in.
    await keyboard.press("s");
    await page.getByRole("status").getByText("Saved on this device").waitFor();
    await keyboard.press("g");
    await keyboard.press("s");
    const search = page.getByRole("searchbox");
    await search.waitFor();
    await keyboard.press("/");
    await expect.poll(() => search.evaluate((it) => it === document.activeElement)).toBe(true);
    await keyboard.type("gh?j");
    expect(await search.inputValue()).toBe("gh?j");
    expect(new URL(page.url()).pathname).toBe("/saved/");
  });
});
