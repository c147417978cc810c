import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#model/settings.ts";
import { findings, findingsInThemes, THEMES } from "#tests/support/axe.ts";
import { HOME } from "#tests/support/command.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const POCKET = join(HOME, "tests/data/transfer/arriving/fixtures/pocket.csv");
const TABLET = { width: 820, height: 1180 };
const NARROW = { width: 320, height: 640 };

const sample = sampleSite();

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

/** Opens a page to be looked at in several windows: what was found is kept by a name and must be nothing in the end. */
async function open() {
  const { page } = await watchedPage(sample.browser, { url: sample.server.url, allow: [/404/] });
  const found: Record<string, string[]> = {};
  const note = (name: string, these: readonly string[]) => {
    if (name in found) throw new Error(`${name} was looked at before.`);
    found[name] = [...these];
  };
  const visit = (address: string) => page.goto(sample.server.url + address);
  const expectNothing = () =>
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
  return { page, visit, note, expectNothing };
}

/** Gives the page a window, and text of a size. */
async function giveWindow(page: Page, size: typeof PHONE, text = "100%"): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, text);
}

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

const WINDOWS = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

describe("in the themes paper, sepia, dusk and night, on a desktop and on a phone, axe finds nothing", () => {
  it.each(Object.entries(ready))(
    "on the page “%s”; there nothing is cut or to be scrolled sideways at 320 px, and with text of twice the size",
    async (address, isReady) => {
      const { page, visit, note, expectNothing } = await open();
      await visit(address);
      await isReady(page);
      for (const [name, size] of WINDOWS) {
        await giveWindow(page, size);
        note(name, await findingsInThemes(page));
      }
      await giveWindow(page, NARROW);
      note("at 320 px", await wide(page));
      await giveWindow(page, PHONE, "200%");
      note("with larger text", [...(await wide(page)), ...(await findings(page))]);
      expectNothing();
    },
  );

  it("in a story, and what opens beside it", async () => {
    const { page, visit, note, expectNothing } = await open();
    await visit("");
    const link = page.getByRole("heading", { level: 3, name: /brass machine/ }).getByRole("link");
    await visit((await link.getAttribute("href"))?.slice(1) ?? "");
    await page.getByRole("region", { name: "Story" }).locator(".prose table").waitFor();
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      note(`article, ${name}`, await findingsInThemes(page));
      await page.getByRole("button", { name: "How it is set" }).click();
      note(`panel, ${name}`, await findingsInThemes(page));
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Contents" }).click();
      await page.getByRole("button", { name: "Adding with string" }).waitFor();
      note(`contents, ${name}`, await findingsInThemes(page));
      await page.keyboard.press("Escape");
    }
    await giveWindow(page, PHONE, "200%");
    note("with larger text", [...(await wide(page)), ...(await findings(page))]);
    expectNothing();
  });

  it("in the menu of a list, in saved stories, and in all settings", async () => {
    const { page, visit, note, expectNothing } = await open();
    await visit("?tag=tides");
    await page.getByRole("link", { name: /unread/ }).waitFor();
    const row = page.getByRole("article").first();
    await row.hover();
    await row.getByRole("button", { name: /^Save/ }).click();
    await row.getByRole("button", { pressed: true }).waitFor();
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      await page.getByRole("button", { name: "More for this list" }).click();
      await page.getByRole("menuitemradio", { name: "Compact" }).waitFor();
      note(`menu, ${name}`, await findingsInThemes(page));
      await page.keyboard.press("Escape");
    }
    await visit("saved");
    await page.getByRole("article").first().waitFor();
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      await page.getByRole("button", { name: "Select" }).click();
      note(`selection, ${name}`, await findingsInThemes(page));
      await page.getByRole("button", { name: "Select" }).click();
      await page.getByRole("button", { name: "View", exact: true }).click();
      note(`view, ${name}`, await findingsInThemes(page));
      await page.keyboard.press("Escape");
    }
    await visit("settings");
    await page.getByRole("heading", { level: 2, name: "Keep offline" }).waitFor();
    await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => {
      for (const each of all) each.open = true;
    });
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      note(`settings, ${name}`, await findingsInThemes(page));
    }
    await giveWindow(page, NARROW);
    note("settings at 320 px", await wide(page));
    expectNothing();
  });

  it("where files are taken in", async () => {
    const { page, visit, note, expectNothing } = await open();
    await visit("transfer");
    await page.locator('input[type="file"]').setInputFiles(POCKET);
    await page.getByRole("button", { name: "Take in 3 stories" }).waitFor();
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      note(`what would come, ${name}`, await findingsInThemes(page));
    }
    await page.getByRole("button", { name: "Take in 3 stories" }).click();
    await page.getByRole("button", { name: "Copy the report" }).waitFor();
    for (const [name, size] of WINDOWS) {
      await giveWindow(page, size);
      note(`what came, ${name}`, await findingsInThemes(page));
    }
    expectNothing();
  });
});

it("what opens over a page is not cut at 320 px, nor with text of twice the size", async () => {
  const { page, visit, note, expectNothing } = await open();
  await visit("?tag=tides");
  await page.getByRole("link", { name: /unread/ }).waitFor();
  const windows = [
    ["at 320 px", NARROW, "100%"],
    ["with larger text", PHONE, "200%"],
  ] as const;
  const look = async (name: string) => {
    for (const [how, size, text] of windows) {
      await giveWindow(page, size, text);
      note(`${name} ${how}`, await wide(page));
    }
  };
  await giveWindow(page, PHONE);
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
  const widths = await Promise.all(labels.map(async (it) => (await it.boundingBox())?.width ?? 0));
  expect(Math.min(...widths)).toBeGreaterThan(100);
  await page.keyboard.press("Escape");
  await page.getByRole("article").first().getByRole("link").first().click();
  await page.getByRole("button", { name: "How it is set" }).click();
  await page.getByRole("dialog", { name: "How it is set" }).waitFor();
  await look("panel");
  expectNothing();
});

describe("in Arabic the whole layout is mirrored, at any width, and axe finds nothing", () => {
  it.each(Object.keys(ready))("on the page “%s”", async (address) => {
    const { page, visit, note, expectNothing } = await open();
    await page.addInitScript(
      ([key, settings]) => localStorage.setItem(key ?? "", settings ?? ""),
      ["offprint:settings", JSON.stringify({ ...DEFAULT_SETTINGS, language: "ar" })],
    );
    await visit(address);
    await page.locator('html[dir="rtl"]').waitFor();
    const heading = page.getByRole("heading", { level: 1 }).filter({ visible: true }).first();
    for (const [name, size] of [...WINDOWS, ["tablet", TABLET], ["at 320 px", NARROW]] as const) {
      await giveWindow(page, size);
      // On a phone the list does not stand beside a page that has yet to come.
      await heading.waitFor();
      note(name, [...(await wide(page)), ...(await findings(page)), ...(await order(page))]);
    }
    expectNothing();
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

it("where colours are the reader's own, what is chosen has a line that the others have not", async () => {
  const { page } = await watchedPage(sample.browser, {
    url: sample.server.url,
    viewport: PHONE,
    context: { forcedColors: "active" },
  });
  await page.goto(`${sample.server.url}tags`);
  const kinds = page.locator("fieldset label");
  await kinds.first().waitFor();
  const lines = await kinds.evaluateAll((all) =>
    all.map((it) => {
      const { borderBottomColor } = getComputedStyle(it);
      return borderBottomColor !== getComputedStyle(document.body).backgroundColor;
    }),
  );
  expect(lines).toEqual([true, false, false]);
  const places = page.getByRole("navigation", { name: "Places" }).filter({ visible: true });
  const underlined = await places
    .getByRole("link")
    .evaluateAll((all) => all.map((it) => getComputedStyle(it).textDecorationLine));
  expect(underlined).toEqual(["none", "underline", "none", "none"]);
});

it("for who asks for more contrast, the faintest words stand out seven times from their ground, and hairlines three", async () => {
  const { page } = await watchedPage(sample.browser, {
    url: sample.server.url,
    context: { contrast: "more" },
  });
  await page.goto(sample.server.url);
  await page.locator("#list-pane li:not([data-story]) article").first().waitFor();
  const ratios = await page.evaluate((themes) => {
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("Nothing can be drawn.");
    const probe = document.body.appendChild(document.createElement("i"));
    const lightOf = (token: string) => {
      probe.style.color = `var(--${token})`;
      pen.fillStyle = getComputedStyle(probe).color;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = Array.from(
        pen.getImageData(0, 0, 1, 1).data,
        (value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        },
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const ratio = (token: string) => {
      const [a, b] = [lightOf(token), lightOf("page")];
      return Math.max(a, b) / Math.min(a, b);
    };
    return themes.map((theme) => {
      document.documentElement.dataset.theme = theme;
      return [theme, ratio("soft"), ratio("faint"), ratio("rule")] as const;
    });
  }, THEMES);
  for (const [theme, soft, faint, rule] of ratios) {
    expect([theme, soft >= 7, faint >= 7, rule >= 3]).toEqual([theme, true, true, true]);
  }
});
