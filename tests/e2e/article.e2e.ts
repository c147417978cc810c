import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { draw } from "#tests/support/finger.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";
import { slowDown, watchShifts } from "#tests/support/shifts.ts";

const CONTENT = join(HOME, "tests/e2e/fixtures/feed-html/content");
/** What every picture from elsewhere is here: a drawing with a transparent ground. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><circle cx="450" cy="250" r="200"/></svg>';

let browser: Browser;
let server: EditionServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "offprint-feeds-"));
  const run = await offprint(HOME, "build", CONTENT, "--out", folder);
  if (run.code !== 0) throw new Error(run.out + run.err);
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(folder);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function open(viewport: { width: number; height: number }, context = {}) {
  const watched = await watchedPage(browser, { url: server.url, viewport, context });
  await watched.context.route(/\.example\//, (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: PICTURE }),
  );
  return watched;
}

/** Where a story is, by its title. */
const addresses = new Map<string, string>();

async function goTo(page: Page, title: string): Promise<void> {
  if (addresses.size === 0) {
    await page.goto(server.url);
    const links = page.getByRole("heading", { level: 3 }).getByRole("link");
    await links.first().waitFor();
    for (const link of await links.all()) {
      addresses.set(await link.innerText(), (await link.getAttribute("href")) ?? "");
    }
  }
  await page.goto(new URL(addresses.get(title) ?? "", server.url).href);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await expect.poll(() => page.locator("[data-article]").count()).toBe(0);
}

/** What of a story leaves its column, or lies over its headline. */
function astray(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const body = document.querySelector(".prose");
    const headline = document.querySelector(".main h1");
    if (!(body && headline)) return ["no story"];
    const column = body.getBoundingClientRect();
    const title = headline.getBoundingClientRect();
    const over = document.elementFromPoint(title.left + 4, title.top + title.height / 2);
    const isScrolled = (element: Element) =>
      element.parentElement?.closest("[role=region]") !== null;
    const outside = [...body.querySelectorAll("*")].filter((element) => {
      const { left, right, top } = element.getBoundingClientRect();
      const isOut = left < column.left - 1 || right > column.right + 1 || top < column.top - 1;
      return isOut && !isScrolled(element);
    });
    return [
      ...outside.map((element) => `${element.outerHTML.slice(0, 80)} is outside`),
      ...(over === headline ? [] : [`${over?.outerHTML.slice(0, 80)} is over the headline`]),
      ...[...body.querySelectorAll("iframe, svg, object, style, script")].map(
        ({ localName }) => `a ${localName}`,
      ),
    ];
  });
}

const STORIES: [title: string, says: RegExp, saysNot: RegExp | null][] = [
  ["A whole page within a story", /The wheel was older/, /everything twice/],
  ["Addresses that begin nowhere", /plans/, null],
  ["Drawings without a size", /Ring the bell/, null],
  ["Frames of a fixed size", /Video on youtube\.com: The wheel.*Map on openstreetmap\.org/s, null],
  ["Tables that leave the page", /letter of the miller/, null],
  ["Words laid over the headline", /Press here to go on.*one night of October/s, null],
  ["A wall of buttons to share", /hand it on at Reddit/, /Facebook|Twitter|Share this/],
];

describe("what breaks readers of feeds", () => {
  it.each([
    ["a narrow phone in letters twice as large", { width: 320, height: 640 }],
    ["a wide screen", { width: 1440, height: 900 }],
  ])("stands in its column on %s", async (where, viewport) => {
    const { page, screenshot } = await open(viewport);
    if (where.includes("twice")) {
      await page.addInitScript(() =>
        document.documentElement?.style.setProperty("font-size", "200%"),
      );
    }
    const found: Record<string, string[]> = {};
    for (const [title, says, saysNot] of STORIES) {
      await goTo(page, title);
      found[title] = await astray(page);
      const words = await page.locator(".prose").innerText();
      expect(words).toMatch(says);
      if (saysNot) expect(words).not.toMatch(saysNot);
      await screenshot(`feed-${viewport.width}-${title.replace(/\W+/g, "-").toLowerCase()}`);
    }
    expect(found).toEqual(Object.fromEntries(STORIES.map(([title]) => [title, []])));
  });
});

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

/** Two fingers that go apart. */
async function spread(page: Page): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const fingers = (apart: number) =>
    [-apart, apart].map((side, id) => ({ x: 195 + side, y: 420, id }));
  const send = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number) =>
    hand.send("Input.dispatchTouchEvent", { type, touchPoints: apart ? fingers(apart) : [] });
  await send("touchStart", 20);
  for (let apart = 30; apart <= 120; apart += 10) await send("touchMove", apart);
  await send("touchEnd");
}

describe("with a story's pictures", () => {
  it("one looks closely by keys, wheel, double tap and pinch, and comes back to where one was", async () => {
    const { page, context, screenshot } = await open(PHONE, { hasTouch: true, isMobile: true });
    await goTo(page, "Pictures with and without a link");
    const picture = page.getByRole("button", { name: "Enlarge: The mill from the north" });
    await picture.scrollIntoViewIfNeeded();
    await picture.focus();
    await page.keyboard.press("Enter");
    const alone = page.getByRole("dialog", { name: "Picture" });
    await alone.getByText("From the north, in spring.").waitFor();
    await alone.getByText("The mill from the north").waitFor();
    const width = () =>
      alone.locator("img").evaluate((image) => Math.round(image.getBoundingClientRect().width));
    await expect.poll(width).toBeGreaterThan(300);
    const whole = await width();
    await page.keyboard.press("+");
    await expect.poll(width).toBeGreaterThan(whole * 1.5);
    await screenshot("picture-larger");
    await page.keyboard.press("-");
    await expect.poll(width).toBe(whole);
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, -200);
    await expect.poll(width).toBeGreaterThan(whole);
    await page.mouse.wheel(0, 2_000);
    await expect.poll(width).toBe(whole);
    for (const _ of [1, 2]) await page.touchscreen.tap(200, 420);
    await expect.poll(width).toBeGreaterThan(whole);
    await spread(page);
    await expect.poll(width).toBeGreaterThan(whole * 2);
    await page.keyboard.press("Escape");
    await alone.waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Enlarge: The mill from the north");

    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("img", { name: "The plan" }).click(),
    ]);
    await tab.waitForURL("https://plans.example/mill");
    expect(await alone.count()).toBe(0);
  });
});

it("nothing moves while a story with notes, code and a table loads on a slow device", async () => {
  const { page } = await open({ width: 1280, height: 900 });
  await goTo(page, "Notes from the millwright’s workshop");
  const shifts = await watchShifts(page);
  await slowDown(page);
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.keys()].length))
    .toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  expect(await shifts()).toEqual([]);
});

describe("pictures of which nobody said how large they are", () => {
  const TITLE = "Pictures of which nobody said how large they are";

  /** A story whose pictures come when they are let. */
  async function openLate(anchoring: "auto" | "none") {
    const { page } = await open({ width: 1280, height: 900 });
    let letThem = () => {};
    const wait = new Promise<void>((resolve) => {
      letThem = resolve;
    });
    await page.route("https://mill.example/late/*", async (route) => {
      await wait;
      await route.fulfill({ contentType: "image/svg+xml", body: PICTURE });
    });
    await goTo(page, TITLE);
    await page.locator("#main-pane").evaluate((pane, value) => {
      pane.style.overflowAnchor = value;
      // Late ones are asked for only when they are near: here they are, before the reader goes on.
      for (const picture of pane.querySelectorAll("img")) picture.loading = "eager";
    }, anchoring);
    const come = async () => {
      letThem();
      await expect
        .poll(() =>
          page
            .locator(".prose img")
            .evaluateAll((all: HTMLImageElement[]) => all.every((it) => it.naturalWidth > 0)),
        )
        .toBe(true);
      await page.waitForTimeout(200);
    };
    return { page, come };
  }

  // Not every browser holds a page's words in place by itself.
  it.each(["auto", "none"] as const)(
    "the words that one reads stay where they are when they come (anchoring by the browser: %s)",
    async (anchoring) => {
      const { page, come } = await openLate(anchoring);
      const words = page.locator(".prose p", { hasText: "Day 3." });
      await words.evaluate((it) => it.scrollIntoView({ block: "start" }));
      await page.mouse.move(900, 400);
      await page.mouse.wheel(0, -120);
      await page.waitForTimeout(300);
      const before = await words.evaluate((it) => it.getBoundingClientRect().top);
      const height = await page.locator(".prose").evaluate((it) => it.clientHeight);
      await come();
      expect(await page.locator(".prose").evaluate((it) => it.clientHeight)).toBeGreaterThan(
        height + 400,
      );
      const after = await words.evaluate((it) => it.getBoundingClientRect().top);
      expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
    },
  );

  it("a large one at the beginning of a paragraph stands apart from its words", async () => {
    const { page, come } = await openLate("auto");
    await come();
    for (const name of ["The second", "The third"]) {
      const gap = await page.locator(`.prose img[alt="${name}"]`).evaluate((picture) => {
        const words = document.createRange();
        if (picture.nextSibling) words.selectNode(picture.nextSibling);
        return words.getBoundingClientRect().top - picture.getBoundingClientRect().bottom;
      });
      expect(gap, name).toBeGreaterThan(12);
    }
  });

  it("what folds has a name, also where nobody gave it one, and nothing folds where there is nothing", async () => {
    const { page } = await openLate("auto");
    const parts = page.locator(".prose details");
    expect(await parts.count()).toBe(1);
    const name = parts.locator("summary");
    expect(await name.innerText()).toBe("Details");
    const words = page.getByText("What folds without a name.");
    expect(await words.isVisible()).toBe(false);
    await name.focus();
    await page.keyboard.press("Enter");
    await words.waitFor();
  });
});

it("a name within what is quoted stands in its line, and who said it below in small letters", async () => {
  const { page } = await open({ width: 1280, height: 900 });
  await goTo(page, "Said in six languages");
  const letters = (words: string) =>
    page.locator(".prose blockquote cite", { hasText: words }).evaluate((cite) => {
      const own = getComputedStyle(cite);
      const line = getComputedStyle(cite.parentElement ?? cite);
      return own.fontFamily === line.fontFamily && own.fontSize === line.fontSize;
    });
  expect([await letters("A name"), await letters("Whoever")]).toEqual([true, false]);
});

it("what is quoted has the quotes of its language", async () => {
  const { page } = await open({ width: 1280, height: 900 });
  await goTo(page, "Said in six languages");
  const session = await page.context().newCDPSession(page);
  const tree = await session.send("Accessibility.getFullAXTree");
  const said = tree.nodes
    .filter(({ role }) => role?.value === "StaticText")
    .map(({ name }) => String(name?.value));
  const from = said.findIndex((words) => words.startsWith("A "));
  const lines = said.slice(from, said.indexOf("one", said.indexOf("H ")) + 2).join("");
  expect(lines).toBe(
    [
      "A “one ‘two’ three”",
      "B „eins ‚zwei‘ drei“",
      "C «\u202fun “deux” trois\u202f»",
      "D «uno “dos” tres»",
      "E 「一 『二』 三」",
      "ف «واحد “اثنان” ثلاثة»",
      "G «\u202fone\u202f»",
      "H “one”",
    ].join(""),
  );
});

/** What stands in an open pane, or in a menu, and leaves it at a side. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("#list-pane, #main-pane, .rail, :popover-open")]
      .filter((pane) => pane.checkVisibility({ visibilityProperty: true }))
      .flatMap((pane) => {
        const { left, right } = pane.getBoundingClientRect();
        return [...pane.querySelectorAll("a, bdi, button, h1, h3, p, span")].filter((it) => {
          const box = it.getBoundingClientRect();
          const isSeen = it.checkVisibility({ visibilityProperty: true }) && box.width > 1;
          return isSeen && (box.right > right + 1 || box.left < left - 1);
        });
      })
      .map((it) => it.outerHTML.slice(0, 120)),
  );
}

it.each([
  ["a narrow phone", { width: 320, height: 640 }],
  ["a wide screen", { width: 1440, height: 900 }],
])("names that no line holds are broken and not cut on %s", async (_, viewport) => {
  const { page } = await open(viewport);
  const TITLE = /^Mühlradwellen/;
  const story = page
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: TITLE }) });
  const found: Record<string, string[]> = {};
  await page.goto(server.url);
  await story.waitFor();
  found.list = await cut(page);
  await page.getByRole("link", { name: "unread" }).waitFor();
  await story.hover();
  await story.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitem", { name: /^Mute the tag Mühl/ }).waitFor();
  found.menu = await cut(page);
  await page.keyboard.press("Escape");
  for (const tag of await story.locator(".row-tag").all()) {
    const address = new URL((await tag.getAttribute("href")) ?? "", server.url);
    await page.goto(`${server.url}?${address.searchParams}&not-tag=rye`);
    await page.getByRole("heading", { level: 1, name: /^Stories about/ }).waitFor();
    await story.waitFor();
    found[`filter ${address.searchParams}`] = await cut(page);
    await page.getByRole("button", { name: "More for this list" }).click();
    await page.getByRole("menuitem", { name: "Keep this filter as a view" }).click();
  }
  for (const [address, ready] of [
    ["views", page.getByRole("button", { name: /^Rename/ }).first()],
    ["tags", page.getByRole("link", { name: /Mühlradwellen/ }).last()],
  ] as const) {
    await page.goto(server.url + address);
    await ready.waitFor();
    found[address] = await cut(page);
  }
  await page.goto(server.url);
  await story.locator(".row-link").click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  found.story = await cut(page);
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
});

describe("on dark ground", () => {
  it.each(["dusk", "night"])(
    "no white of a picture is brighter than the ink: %s",
    async (theme) => {
      const { page } = await open(PHONE);
      await goTo(page, "Pictures with and without a link");
      const { ink, light } = await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
        const picture = document.querySelector(".prose img");
        const filter = picture ? getComputedStyle(picture).filter : "";
        const colour = getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [];
        return {
          ink: Math.max(...colour) / 255,
          light: Number(/brightness\((.*)\)/.exec(filter)?.[1]),
        };
      }, theme);
      expect(light).toBeLessThanOrEqual(ink);
      expect(light).toBeGreaterThan(ink - 0.05);
      await page.getByRole("button", { name: "Enlarge: The mill from the north" }).click();
      const alone = page.getByRole("dialog", { name: "Picture" }).locator("img").first();
      expect(await alone.evaluate((image) => getComputedStyle(image).filter)).toBe("none");
    },
  );
});

describe("with a story's notes, code and parts", () => {
  it("on a phone a note opens before the text, and its sign has the focus again", async () => {
    const { page, screenshot } = await open(PHONE);
    await goTo(page, "Notes from the millwright’s workshop");
    await expect
      .poll(() => page.evaluate(() => [...CSS.highlights.keys()].sort().join(" ")))
      .toBe("code-comment code-number code-string code-title code-word");
    const sign = page.locator(".prose sup a").first();
    const note = page.getByRole("dialog", { name: "Note 1" });
    // What shows notes is loaded after the story.
    await page.waitForLoadState("networkidle");
    await sign.focus();
    await page.keyboard.press("Enter");
    await note.getByText("Counted on the fourth of March").waitFor();
    expect(await focused(page)).toBe("Note 1");
    await screenshot("note-on-a-phone");
    await page.keyboard.press("Escape");
    await note.waitFor({ state: "detached" });
    expect(await focused(page)).toBe("[1]");
    await sign.click();
    await note.getByRole("button", { name: "All notes" }).click();
    await expect.poll(() => focused(page)).toContain("Counted on the fourth of March");

    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const paper = await page
      .locator(".prose p")
      .first()
      .evaluate((element) => {
        const { color } = getComputedStyle(element);
        const ground = getComputedStyle(document.body).backgroundColor;
        return `${color} on ${ground}`;
      });
    expect(paper).toBe("rgb(0, 0, 0) on rgb(255, 255, 255)");
  });

  it("a finger moves wide code and tables to and fro beneath it, and does nothing else", async () => {
    const { page } = await open(PHONE, { hasTouch: true, isMobile: true });
    await goTo(page, "Notes from the millwright’s workshop");
    const there = page.url();
    for (const wide of [".prose pre", ".prose div:has(> table)"]) {
      const block = page.locator(wide).first();
      await block.scrollIntoViewIfNeeded();
      const box = await block.boundingBox();
      if (!box) throw new Error(`Nothing is seen of ${wide}`);
      const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
      const moved = () => block.evaluate((element) => element.scrollLeft);
      await draw(page, middle, [-150, 4]);
      await expect.poll(moved).toBeGreaterThan(60);
      // It goes on by itself for a moment.
      await page.waitForTimeout(500);
      const far = await moved();
      // Not past the beginning: from there on the finger is the browser's, for its own way back.
      await draw(page, middle, [60, 4]);
      await expect.poll(moved).toBeLessThan(far);
    }
    expect(page.url()).toBe(there);
    const aside = await page.locator("#main-pane").evaluate((pane) => pane.scrollLeft);
    expect(aside).toBe(0);
    expect(await page.getByRole("status").filter({ hasText: /\S/ }).count()).toBe(0);
  });

  it("on a wide screen notes stand in the margin beside their signs, each once", async () => {
    const { page, screenshot } = await open({ width: 1920, height: 1000 });
    await goTo(page, "Notes from the millwright’s workshop");
    const margin = page.getByRole("group", { name: "Notes beside the text" });
    const notes = margin.getByRole("note");
    await notes.first().waitFor();
    expect(await notes.count()).toBe(2);
    const topOf = (element: Element) => element.getBoundingClientRect().top;
    const sign = page.locator(".prose sup a").first();
    const apart = (await notes.first().evaluate(topOf)) - (await sign.evaluate(topOf));
    expect(Math.abs(apart)).toBeLessThan(12);
    await sign.focus();
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Note 1");
    await screenshot("notes-in-the-margin");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("[1]");
    await page.setViewportSize({ width: 1280, height: 900 });
    await notes.first().waitFor({ state: "hidden" });
  });
});
