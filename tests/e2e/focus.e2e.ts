import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stories } from "#tests/support/offline-pages.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const sample = sampleSite();

/** What has the focus, by its tag and what it says. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    return `${it?.tagName} ${it?.getAttribute("aria-label") ?? it?.textContent ?? ""}`;
  });

const hasKeys = () =>
  performance.getEntriesByType("resource").some(({ name }) => name.includes("/keyboard-"));

describe.each([
  ["on a desktop", DESKTOP],
  ["on a phone", PHONE],
])("with keys alone %s the focus is never lost", (_, viewport) => {
  async function open() {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, viewport });
    const visit = async (address: string) => {
      await page.goto(sample.server.url + address);
      await page.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
      // What keeps the focus comes behind the first view, before the keys do.
      await expect.poll(() => page.evaluate(hasKeys)).toBe(true);
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(500);
    };
    const press = async (control: Locator) => {
      await control.focus();
      await page.keyboard.press("Enter");
    };
    const expectFocus = (words: RegExp) => expect.poll(() => focused(page)).toMatch(words);
    return { page, visit, press, expectFocus };
  }

  it("on the words and tools of a filter", async () => {
    const { page, visit, press, expectFocus } = await open();
    await visit("?tag=sea&tag=navigation&not-tag=moon");
    await press(page.getByRole("link", { name: "and: press for stories with any of them" }));
    await expectFocus(/^A or: press for/);
    await press(page.getByRole("link", { name: "Remove sea from the filter" }));
    await expectFocus(/^H1 Stories about navigation, not moon/);
    await press(page.getByRole("link", { name: "Clear" }));
    await expectFocus(/^H1 The latest stories/);
    await press(page.getByRole("link", { name: "unread" }));
    await expectFocus(/^H1 The latest stories/);
    await press(page.getByRole("button", { name: "Go to a day" }));
    await expectFocus(/^INPUT/);
    await page.keyboard.press("Escape");
    await expectFocus(/^BUTTON Go to a day/);
    await visit("tags");
    const choice = page.getByRole("list", { name: "Tags" }).getByRole("listitem").nth(2);
    await press(choice.getByRole("link"));
    await expectFocus(/^A .*press to leave it out/);
  });

  it("on a story that is muted, and when that is taken back", async () => {
    const { page, visit, press, expectFocus } = await open();
    await visit("");
    const second = await stories(page).nth(1).getByRole("heading").innerText();
    await press(stories(page).nth(1).getByRole("button", { name: /^More/ }));
    await expectFocus(/^BUTTON Mark as read/);
    await press(page.getByRole("menuitem", { name: "Mute the tag bread" }));
    await page.getByRole("link", { name: "muted: show" }).waitFor();
    await expectFocus(/^A /);
    expect(await focused(page)).not.toContain(second);
    await press(page.getByRole("button", { name: "Undo" }));
    await expectFocus(new RegExp(`^A ${second}`));
    await press(page.getByRole("button", { name: "More for this list" }));
    await press(page.getByRole("menuitemradio", { name: "Compact" }));
    await expectFocus(/^BUTTON More for this list/);
  });

  it("on what is saved, archived together, and taken back", async () => {
    const { page, visit, press, expectFocus } = await open();
    await visit("");
    for (const number of [1, 2]) {
      const ribbon = stories(page).nth(number).getByRole("button", { name: /^Save/ });
      await press(ribbon);
      await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
      await expectFocus(/^BUTTON Save/);
    }
    await visit("saved");
    await press(page.getByRole("button", { name: "Select" }));
    await page.getByRole("checkbox").first().focus();
    await page.keyboard.press("Space");
    await press(page.locator(".bulk-bar").getByRole("button", { name: "Archive" }));
    await expectFocus(/^BUTTON Archive/);
    await press(page.getByRole("button", { name: "Undo" }));
    await expectFocus(/^BUTTON Archive/);
    await press(page.getByRole("button", { name: "Done" }));
    const saved = page.getByRole("list", { name: "Saved stories" }).getByRole("article");
    for (const left of [1, 0]) {
      await press(saved.first().getByRole("button", { name: /^Save/ }));
      await expect.poll(() => saved.count()).toBe(left);
      await expectFocus(left === 1 ? /^BUTTON Save/ : /^H1 Saved stories/);
    }
  });

  it("in the settings and on views", async () => {
    const { page, visit, press, expectFocus } = await open();
    await visit("settings#muted");
    await page.getByLabel("A word or words to mute").focus();
    await page.keyboard.type("owl");
    await page.keyboard.press("Enter");
    await press(page.getByRole("button", { name: "Show “owl” again" }));
    await expectFocus(/^INPUT A word or words to mute/);
    await visit("?tag=sea");
    await press(page.getByRole("button", { name: "More for this list" }));
    await press(page.getByRole("menuitem", { name: "Keep this filter as a view" }));
    await expectFocus(/^BUTTON More for this list/);
    await visit("views");
    await press(page.getByRole("button", { name: /^Rename/ }));
    await expectFocus(/^INPUT/);
    await page.keyboard.press("Enter");
    await expectFocus(/^(A|BUTTON) .*Stories about sea/);
    await press(page.getByRole("button", { name: /^Remove/ }));
    await expectFocus(/^(A|H1) /);
    await visit("minutes");
    await press(page.getByRole("link", { name: "30", exact: true }));
    await expectFocus(/^A 30/);
  });
});

it("on a story that is muted by keys before what keeps the focus is there", async () => {
  const { page } = await watchedPage(sample.browser, { url: sample.server.url });
  let letIt = () => {};
  const wait = new Promise<void>((resolve) => {
    letIt = resolve;
  });
  await page.route("**/besides-*.js", async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(sample.server.url);
  await stories(page).nth(1).waitFor();
  const second = await stories(page).nth(1).getByRole("heading").innerText();
  const more = stories(page).nth(1).getByRole("button", { name: /^More/ });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Mute the tag bread" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "muted: show" }).waitFor();
  expect(await focused(page)).toMatch(/^BODY/);
  letIt();
  await expect.poll(() => focused(page)).toMatch(/^A /);
  expect(await focused(page)).not.toContain(second);
});
