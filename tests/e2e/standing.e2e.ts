import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { savedStories, stories } from "#tests/support/offline-pages.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const TABLET = { width: 820, height: 1180 };
const DESK = { width: 1440, height: 900 };

const sample = sampleSite();

/** Opens the list in a window of a size, as a reader with these settings sees it. */
async function openList(
  viewport: { width: number; height: number },
  settings: Partial<Settings> = {},
): Promise<Page> {
  const { page } = await watchedPage(sample.browser, {
    url: sample.server.url,
    viewport,
    context: { reducedMotion: "reduce" },
  });
  await page.addInitScript(
    ([key, value]) => localStorage.setItem(key ?? "", value ?? ""),
    ["offprint:settings", JSON.stringify({ ...DEFAULT_SETTINGS, ...settings })],
  );
  await page.goto(sample.server.url);
  // The list as the app draws it, which takes the place of the document's.
  await page.locator("#list-pane li[data-index] article").first().waitFor();
  return page;
}

/** Saves the first stories of the list and opens what is saved. */
async function save(page: Page, count: number): Promise<void> {
  for (let place = 0; place < count; place++) {
    const row = stories(page).nth(place);
    await row.hover();
    await row.getByRole("button", { name: /^Save/ }).click();
    await row.getByRole("button", { pressed: true }).waitFor();
  }
  await page.getByRole("link", { name: "Saved" }).filter({ visible: true }).click();
  await savedStories(page).getByText("Saved with").first().waitFor();
}

/** Where something stands; it must stand somewhere. */
async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error(`Nothing is seen of ${locator}`);
  const { x, y, width, height } = found;
  return { left: x, top: y, right: x + width, bottom: y + height, middle: y + height / 2 };
}

describe("what one does with several saved stories", () => {
  it("stands at the foot of the pane, however few they are, and is not covered by what is told", async () => {
    const page = await openList(PHONE);
    await save(page, 2);
    await page.getByRole("button", { name: "Select", exact: true }).click();
    // The boxes by which they are selected stand below the head's words, beside each story's first line.
    const tick = await box(page.getByRole("checkbox").first());
    const head = await box(page.locator("#list-pane").getByRole("heading", { level: 1 }));
    const origin = await box(savedStories(page).locator(".row-origin").first());
    expect(tick.left).toBe(head.left);
    expect(Math.abs(tick.middle - origin.middle)).toBeLessThan(2);
    const bar = page.getByRole("region", { name: "With the selected stories" });
    const pane = await box(page.locator("#list-pane"));
    expect((await box(bar)).bottom).toBeCloseTo(pane.bottom, 0);
    await page.getByRole("checkbox").first().check();
    await bar.getByRole("button", { name: "Take out" }).click();
    const told = page.getByRole("status").getByText("taken out");
    expect((await box(told)).bottom).toBeLessThan((await box(bar)).top);
  });

  it("and what is shown of them is chosen right under the word that opens it", async () => {
    const page = await openList(DESK);
    await save(page, 1);
    const opener = page.getByRole("button", { name: "View", exact: true });
    await opener.click();
    const panel = await box(page.locator("[popover]:popover-open"));
    const above = await box(opener);
    expect(Math.abs(panel.right - above.right)).toBeLessThan(8);
    expect(panel.top - above.bottom).toBeGreaterThanOrEqual(0);
    expect(panel.top - above.bottom).toBeLessThan(24);
  });
});

it("What is said in place of stories begins where the head of the list does", async () => {
  const page = await openList(TABLET);
  await page.goto(`${sample.server.url}?tag=tides&tag=bread`);
  const notice = page.getByRole("heading", { name: "No story fits this filter" });
  await notice.waitFor();
  const head = page.locator("#list-pane").getByRole("heading", { level: 1 });
  expect((await box(notice)).left).toBe((await box(head)).left);
});

describe("a row", () => {
  it("has what else one can do with it on its last line, and its picture is no brighter than a story's", async () => {
    const page = await openList(PHONE, { theme: "night" });
    const row = stories(page)
      .filter({ has: page.locator("img.row-picture") })
      .first();
    const more = await box(row.getByRole("button", { name: /^More/ }));
    const last = await box(row.locator(".row-minutes"));
    expect(Math.abs(more.middle - last.middle)).toBeLessThan(2);
    const picture = row.locator("img.row-picture");
    const light = (it: Locator) => it.evaluate((image) => getComputedStyle(image).filter);
    const inList = await light(picture);
    expect(inList).toMatch(/^brightness/);
    // A press on it opens the story, as one anywhere else does.
    await picture.click({ force: true });
    await page.locator(".prose img").first().waitFor({ state: "attached" });
    expect(await light(page.locator(".prose img").first())).toBe(inList);
  });

  it("that is compact has its foot right below its headline, beside the picture", async () => {
    const page = await openList(TABLET, { density: "compact" });
    const row = stories(page)
      .filter({ has: page.locator("img.row-picture") })
      .first();
    const words = await box(row.getByRole("heading", { level: 3 }));
    const foot = await box(row.locator(".row-foot"));
    const picture = await box(row.locator("img"));
    expect(foot.top - words.bottom).toBeLessThan(6);
    expect(foot.right).toBeLessThanOrEqual(picture.left);
    expect(picture.left).toBeGreaterThan(words.left);
  });

  it("that is a headline alone has its ribbon on the line, and what is kept begins where it does", async () => {
    const page = await openList(TABLET, { density: "headlines" });
    await save(page, 1);
    const row = savedStories(page).getByRole("article").first();
    const title = await box(row.getByRole("heading", { level: 3 }));
    const ribbon = await box(row.getByRole("button", { pressed: true }));
    expect(Math.abs(ribbon.middle - title.middle)).toBeLessThan(2);
    expect((await box(row.getByText("Saved with"))).left).toBe(title.left);
  });
});

it("Where headlines are all there is, lines of one are about as long as one another", async () => {
  const page = await openList(DESK, { density: "headlines" });
  const links = stories(page).locator("h3 a").filter({ hasText: "next year’s tides" });
  const widths = await links.first().evaluate((link) => {
    const words = document.createRange();
    words.selectNodeContents(link);
    return [...words.getClientRects()].map(({ width }) => width).filter((width) => width > 1);
  });
  expect(widths).toHaveLength(2);
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
});

it("How characters are read stands clear of them", async () => {
  const page = await openList(TABLET);
  await page.goto(`${sample.server.url}article/f1/88853520958755ca4b/`);
  await page.locator(".prose rt").first().waitFor();
  const clear = await page.locator(".prose ruby").evaluateAll((all) => {
    // The squares that characters are drawn in: lines of a face have more room above, and not each the same.
    const square = (element: Element) => {
      const probe = document.createElement("span");
      probe.style.cssText = "display: inline-block; block-size: 1em; vertical-align: -0.12em";
      element.prepend(probe);
      const { top, bottom } = probe.getBoundingClientRect();
      probe.remove();
      return { top, bottom };
    };
    return all.map((ruby) => {
      const above = ruby.querySelector("rt");
      return above ? square(ruby).top - square(above).bottom : Number.NaN;
    });
  });
  expect(clear.length).toBeGreaterThan(1);
  expect(Math.min(...clear)).toBeGreaterThanOrEqual(0);
});

it("How characters of the first line are read is not cut off", async () => {
  const page = await openList(TABLET);
  await page.goto(`${sample.server.url}article/f1/88853520958755ca4b/`);
  const room = () =>
    page.evaluate(() => {
      // All at once: the app takes the place of the document meanwhile.
      const reading = document.querySelector(".prose rt");
      const prose = reading?.closest(".prose");
      if (!reading || !prose) return Number.NaN;
      const cut = Number.parseFloat(getComputedStyle(prose).overflowClipMargin);
      return reading.getBoundingClientRect().top - prose.getBoundingClientRect().top + cut;
    });
  await expect.poll(room).toBeGreaterThanOrEqual(0);
  // Also once the text's face may have come.
  await page.waitForLoadState("networkidle");
  await expect.poll(room).toBeGreaterThanOrEqual(0);
});

it("The names of places keep to their own room where letters are twice as large", async () => {
  const page = await openList(PHONE, { language: "de" });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  const bar = page.getByRole("navigation").filter({ visible: true });
  const beyond = await bar.getByRole("link").evaluateAll((links) =>
    links.flatMap((link) => {
      const words = document.createRange();
      words.selectNodeContents(link);
      const room = link.getBoundingClientRect();
      const { left, right } = words.getBoundingClientRect();
      return left < room.left || right > room.right ? [link.textContent] : [];
    }),
  );
  expect(beyond).toEqual([]);
});

it("On paper stands the list where no story is open, one row below the other and no more than was drawn", async () => {
  const page = await openList(DESK);
  await page.emulateMedia({ media: "print" });
  const drawn = await stories(page).count();
  const [first, second] = [await box(stories(page).first()), await box(stories(page).nth(1))];
  expect(second.top).toBeGreaterThanOrEqual(first.bottom);
  await page.waitForTimeout(500);
  expect(await stories(page).count()).toBeLessThan(drawn + 5);
  const list = await box(page.getByRole("list", { name: "Stories" }));
  expect(list.bottom - list.top).toBeLessThan((drawn + 5) * 260);
  expect(await page.locator("#list-pane button").filter({ visible: true }).count()).toBe(0);
  expect(await page.locator("#main-pane").isVisible()).toBe(false);
});

it("What is told has an edge where it can have no ground", async () => {
  const { page } = await watchedPage(sample.browser, {
    url: sample.server.url,
    context: { forcedColors: "active" },
  });
  await page.goto(sample.server.url);
  const row = stories(page).first();
  await row.hover();
  await row.getByRole("button", { name: /^Save/ }).click();
  const told = page.getByRole("status").locator("p").filter({ hasText: "Saved on this device" });
  const edge = await told.evaluate((element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(element);
    return { outlineStyle, isSeen: outlineColor !== "rgba(0, 0, 0, 0)" };
  });
  expect(edge).toEqual({ outlineStyle: "solid", isSeen: true });
});

it("What leads from picture to picture has a ground over pictures of any colour, and is not there at the last", async () => {
  const page = await openList(PHONE, { theme: "night" });
  await stories(page)
    .getByRole("link", { name: /^The brass machine/ })
    .click();
  // It comes once it is near.
  await page.locator("#main-pane .prose img").first().scrollIntoViewIfNeeded();
  await page.locator("#main-pane .prose img[role=button]").first().click();
  const pictures = page.getByRole("dialog", { name: "Picture" });
  const look = (name: string) =>
    pictures.getByRole("button", { name }).evaluate((button) => {
      const { backgroundColor, opacity } = getComputedStyle(button);
      return { hasGround: !/, 0\)$|^transparent$/.test(backgroundColor), opacity };
    });
  expect(await look("Next")).toEqual({ hasGround: true, opacity: "1" });
  expect((await look("Previous")).opacity).toBe("0");
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await look("Previous")).opacity).toBe("1");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await look("Previous")).opacity).toBe("0");
});

it("Names in a row have between them what the language of the app puts there", async () => {
  const page = await openList(PHONE, { language: "ja" });
  await page.goto(`${sample.server.url}transfer`);
  await page.getByText("Pocket、Instapaper、Omnivore").waitFor();
});

it("What takes a word out of a filter stands clear of the word that follows", async () => {
  const page = await openList(DESK);
  await page.goto(`${sample.server.url}?tag=sea&tag=tides&match=any`);
  await page
    .locator("#list-pane h1")
    .getByRole("link", { name: /^Remove sea/ })
    .waitFor();
  const gap = await page.evaluate(() => {
    const cross = document.querySelector("#list-pane h1 svg path")?.getBoundingClientRect();
    const next = document.querySelector("#list-pane h1 a[title='Show stories with all of them']");
    return (next?.getBoundingClientRect().left ?? 0) - (cross?.right ?? 0);
  });
  expect(gap).toBeGreaterThan(1);
});

it.each(["en", "de", "ja"] as const)(
  "What is kept offline is chosen below names that are set alike, each on one line, in %s",
  async (language) => {
    const page = await openList(TABLET, { language });
    await page.goto(`${sample.server.url}settings/#offline`);
    const names = page.locator("section[aria-labelledby=offline] :is(legend, label[for])");
    await names.first().waitFor();
    const looks = await names.evaluateAll((all) =>
      all.map((name) => {
        const { fontSize, fontWeight, color } = getComputedStyle(name);
        const range = document.createRange();
        range.selectNodeContents(name);
        const lines = range.getClientRects().length;
        const left = name.getBoundingClientRect().left;
        return JSON.stringify({ fontSize, fontWeight, color, lines, left });
      }),
    );
    expect(looks.length).toBe(4);
    expect(new Set(looks).size).toBe(1);
    expect(looks[0]).toContain('"lines":1');
  },
);

it("What leads on from a story's head, and from the rail, is 44 px high for a finger", async () => {
  const page = await openList(PHONE);
  await stories(page)
    .getByRole("link", { name: /brass machine/ })
    .click();
  const main = page.locator("#main-pane");
  const ways = [
    main.getByRole("link", { name: "The sea and its shores" }),
    main.getByRole("link", { name: /^Read the original/ }),
  ];
  for (const way of ways) {
    await way.waitFor();
    expect(await hitHeight(way)).toBeGreaterThanOrEqual(44);
  }
  await page.setViewportSize(DESK);
  const rail = page.locator(".rail li a");
  await rail.first().waitFor();
  const heights = await rail.evaluateAll((all) => all.map((it) => it.clientHeight));
  expect(heights.length).toBeGreaterThan(8);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  expect(await hitHeight(page.locator(".rail > a"))).toBeGreaterThanOrEqual(44);
});

describe("what is to be pressed in a list's head on a phone is 44 px high and has them for itself", () => {
  it.each([
    ["in the list's", "", 4],
    ["in a filter's", "?tag=sea&tag=tides", 5],
    ["where stories are saved", "saved", 2],
  ])("%s", async (_, address, count) => {
    const page = await openList(PHONE);
    if (address === "saved") await save(page, 1);
    else await page.goto(sample.server.url + address);
    // The words of a filter stand as close as words do.
    const all = page
      .locator("#list-pane header :is(a, button):not(h1 *)")
      .filter({ visible: true });
    await expect.poll(() => all.count()).toBe(count);
    // What one can do with a list takes its place when the rest stands.
    await page.waitForLoadState("networkidle");
    const boxes = await Promise.all((await all.all()).map(box));
    for (const [place, one] of boxes.entries()) {
      expect(one.bottom - one.top).toBeGreaterThanOrEqual(44);
      expect(boxes.slice(place + 1).filter((other) => areOver(one, other))).toEqual([]);
    }
    const covered = await all.evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { left, top, bottom, width } = element.getBoundingClientRect();
        return [top + 1, bottom - 1]
          .map((y) => document.elementFromPoint(left + width / 2, y))
          .filter((found) => !element.contains(found))
          .map((found) => `${element.textContent} is covered by ${found?.outerHTML}`);
      }),
    );
    expect(covered).toEqual([]);
  });
});

type Box = Awaited<ReturnType<typeof box>>;

function areOver(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  // Fractions of a pixel are no finger's matter.
  return across > 0.1 && down > 0.1;
}

/** How high that is where a finger finds a link, from one pixel to the next above and below its words. */
function hitHeight(way: Locator): Promise<number> {
  return way.evaluate((link) => {
    const { left, top, bottom } = link.getBoundingClientRect();
    const isHit = (y: number) => link.contains(document.elementFromPoint(left + 10, y));
    let [first, last] = [top + 1, bottom - 1];
    while (isHit(first - 1)) first--;
    while (isHit(last + 1)) last++;
    return last - first + 1;
  });
}
