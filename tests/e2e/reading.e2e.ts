import type { Page } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { serveEdition } from "#tests/support/edition-server.ts";
import { stories } from "#tests/support/offline-pages.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";
import { slowDown, watchShifts } from "#tests/support/shifts.ts";

const sample = sampleSite();

const savedStories = (page: Page) =>
  page.getByRole("list", { name: "Saved stories" }).getByRole("article");
const listHead = (page: Page) => page.getByRole("region", { name: "Stories" }).locator("header");

describe("reading", () => {
  it("goes from the list through two tags to a story that is saved, and opens with the server gone", async () => {
    const server = await serveEdition(inject("sample"));
    onTestFinished(server.stop);
    const { page, screenshot, requests } = await watchedPage(sample.browser, {
      url: server.url,
      // The server is stopped below; nothing that is asked for in vain may matter.
      allow: [/ERR_CONNECTION_REFUSED/],
    });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await page.getByRole("link", { name: "tides: show only this tag" }).first().click();
    await page.getByRole("link", { name: "machines: show only this tag" }).first().click();
    const head = listHead(page);
    await expect
      .poll(() => head.innerText())
      .toMatch(/Stories about tides.* and machines.*\n+1 story/s);
    expect(new URL(page.url()).search).toBe("?tag=tides&tag=machines");
    await screenshot("two-tags");

    const title = await stories(page).first().getByRole("heading", { level: 3 }).innerText();
    await stories(page).first().getByRole("link", { name: title }).click();
    const main = page.getByRole("region", { name: "Story" });
    await main.getByRole("heading", { level: 1, name: title }).waitFor();
    const save = main.getByRole("button", { name: `Save “${title}”` }).first();
    await save.click();
    await expect.poll(() => save.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("status").getByText("Saved on this device").waitFor();
    // Its pictures too, before the network goes.
    await main.getByText(/^Saved (on this device|with \d+ picture)/).waitFor();

    await page.reload();
    await main.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.waitForLoadState("networkidle");
    // The parts of the app that are loaded ahead of their use.
    await page.waitForTimeout(2500);
    await server.stop();
    // The browser asks for the icon by itself, at each new address.
    const asked = () => requests.filter((line) => !line.endsWith("/icon.svg"));
    const before = asked();
    await page
      .getByRole("navigation", { name: "Places" })
      .getByRole("link", { name: "Saved" })
      .click();
    await savedStories(page).getByRole("link", { name: title }).click();
    await main.getByText(/^Saved (on this device|with \d+ picture)/).waitFor();
    expect(await main.locator(".prose").innerText()).toContain("pulley");
    expect(asked()).toEqual(before);
    await screenshot("saved-offline");
  });

  it("takes a press on a saved story's ribbon back with Undo", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(sample.server.url);
    const first = stories(page).first();
    await first.hover();
    const ribbon = first.getByRole("button", { name: /^Save/ });
    await ribbon.click();
    await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
    await ribbon.click();
    await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => ribbon.getAttribute("aria-pressed")).toBe("true");
  });

  it("marks read only what the reader wants, and takes it back after a reload", async () => {
    const { page, screenshot } = await watchedPage(sample.browser, {
      url: sample.server.url,
      viewport: PHONE,
    });
    await page.goto(`${sample.server.url}settings`);
    const read = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":read:")).length);
    await page.getByRole("heading", { level: 2, name: "Read and unread" }).click();
    await page.getByLabel("Mark stories as read while I scroll past them").check();
    await page.goto(sample.server.url);
    const menuOf = (number: number) =>
      stories(page).nth(number).getByRole("button", { name: /^More/ });
    await menuOf(0).click();
    await page.getByRole("menu").waitFor();
    // Whoever works with keys is in the menu, and back at its button after it.
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Mark all below as read");
    await screenshot("menu");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => menuOf(0).evaluate((button) => button === document.activeElement))
      .toBe(true);

    const pane = page.locator("#list-pane");
    await pane.evaluate((element) => element.scrollTo(0, 300));
    await page.waitForTimeout(200);
    await pane.evaluate((element) => element.scrollTo(0, 600));
    await expect.poll(read).toBeGreaterThan(1);
    const scrolled = await read();
    await page.getByRole("button", { name: "More for this list" }).click();
    await page.getByRole("menuitem", { name: "Mark all shown as read" }).click();
    await expect.poll(read).toBeGreaterThan(scrolled);
    // What was not shown is not marked.
    expect(await read()).toBeLessThan(14);
    await page.reload();
    for (const what of [/^Undo: .* that the list had shown/, /^Undo: .* while scrolling/]) {
      await page.getByRole("button", { name: "More for this list" }).click();
      await page.getByRole("menuitem", { name: what }).click();
      await page
        .getByRole("status")
        .getByText(/^Taken back/)
        .waitFor();
    }
    expect(await read()).toBe(0);
  });

  it("shows the list or the story on a phone, and the story has the whole height", async () => {
    const { page, screenshot } = await watchedPage(sample.browser, {
      url: sample.server.url,
      viewport: PHONE,
      context: { hasTouch: true, isMobile: true },
    });
    await page.goto(sample.server.url);
    await stories(page).first().waitFor();
    await screenshot("phone-list");
    expect(await page.getByRole("region", { name: "Story" }).isVisible()).toBe(false);
    const heading = stories(page).first().getByRole("heading", { level: 3 });
    const title = await heading.innerText();
    await heading.tap();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await page.locator("#list-pane").isVisible()).toBe(false);
    expect(await page.getByRole("navigation", { name: "Places" }).count()).toBe(0);
    await screenshot("phone-article");
    await page.getByRole("link", { name: "Back to the list" }).tap();
    await expect.poll(() => heading.isVisible()).toBe(true);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it.each([
    ["the list", ""],
    ["a filtered list", "?tag=sea"],
    ["a story", null],
  ])("nothing moves while %s loads on a slow network", async (_, address) => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(sample.server.url);
    const link = stories(page).first().getByRole("heading", { level: 3 }).getByRole("link");
    const story = await link.getAttribute("href");
    const shifts = await watchShifts(page);
    await slowDown(page);
    await page.goto(new URL(address ?? story ?? "", sample.server.url).href);
    await stories(page).first().waitFor();
    if (address === null) await page.locator(".prose p").first().waitFor();
    await page.waitForTimeout(3000);
    expect(await shifts()).toEqual([]);
  });

  it("leads from a story to the next and the previous of the list that one came from", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(`${sample.server.url}?tag=navigation`);
    await page.getByRole("heading", { level: 1, name: /Stories about navigation/ }).waitFor();
    // In one go: the rows are drawn anew when the whole list is there.
    let titles: string[] = [];
    await expect
      .poll(async () => {
        titles = await stories(page).getByRole("heading", { level: 3 }).allInnerTexts();
        return titles.length;
      })
      .toBeGreaterThan(4);
    await page.getByRole("heading", { level: 3, name: titles[1] ?? "" }).click();
    const main = page.getByRole("region", { name: "Story" });
    const way = main.getByRole("navigation", { name: "Next and previous story" });
    await expect.poll(() => way.innerText()).toContain(titles[2]);
    expect(await way.innerText()).toContain(titles[0]);
    await way.getByRole("link", { name: titles[2] ?? "" }).click();
    await main.getByRole("heading", { level: 1, name: titles[2] ?? "" }).waitFor();
    await page.reload();
    await expect.poll(() => way.innerText()).toContain(titles[1]);
  });

  it("switches a story to its other language", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(sample.server.url);
    await page.getByRole("heading", { level: 3, name: /Rome/ }).first().click();
    const main = page.getByRole("region", { name: "Story" });
    await main.getByRole("link", { name: "Deutsch" }).click();
    await expect.poll(() => main.getByRole("article").getAttribute("lang")).toBe("de");
    await main.getByRole("link", { name: "English" }).waitFor();
  });

  it("finds a tag by typing, whatever its case, and counts what each choice would leave", async () => {
    const { page, screenshot } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(`${sample.server.url}tags`);
    await page.getByRole("searchbox", { name: "Find a tag" }).fill("TID");
    const choices = page.getByRole("list", { name: "Tags" }).getByRole("listitem");
    await expect.poll(() => choices.count()).toBe(1);
    await choices.getByRole("link").click();
    await expect.poll(() => new URL(page.url()).search).toBe("?tag=tides");
    const count = choices.locator("span").last();
    // Both come to be known in their own time.
    const isSame = async () => {
      const left = Number(await count.innerText());
      const words = `\n${left} ${left === 1 ? "story" : "stories"}`;
      return (await listHead(page).innerText()).includes(words);
    };
    await expect.poll(isSame).toBe(true);
    await choices.getByRole("link").click();
    await expect.poll(() => new URL(page.url()).search).toBe("?not-tag=tides");
    await page.getByText("Sources").click();
    await page.getByRole("list", { name: "Sources" }).getByText("Harbour Notes").waitFor();
    await screenshot("filter");
  });
});

describe("on a phone", () => {
  it("the saved stories stand at the address with the slash that static hosts add", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, viewport: PHONE });
    await page.goto(`${sample.server.url}saved/`);
    const notice = page.getByRole("heading", { name: "Nothing is saved yet" });
    await notice.waitFor();
    expect(await notice.isVisible()).toBe(true);
    expect(await page.title()).toBe("Saved stories");
  });

  it("a queue leads from its first story to its last, and then one is done", async () => {
    const { page } = await watchedPage(sample.browser, {
      url: sample.server.url,
      viewport: PHONE,
      context: { hasTouch: true, isMobile: true },
    });
    await page.goto(`${sample.server.url}tags`);
    await page.getByRole("link", { name: "15 minutes" }).filter({ visible: true }).tap();
    const main = page.getByRole("region", { name: "Story" });
    await main.getByRole("link", { name: "Begin" }).waitFor();
    const queued = await main.getByRole("listitem").locator("bdi").allInnerTexts();
    expect(queued.length).toBeGreaterThan(2);
    await main.getByRole("link", { name: "Begin" }).tap();
    for (const title of queued) {
      await main.getByRole("heading", { level: 1, name: title }).waitFor();
      if (title !== queued.at(-1)) await main.getByRole("link", { name: /^Next in your/ }).tap();
    }
    await main.getByText("That was the last of your 15 minutes.").waitFor();
    await main.getByRole("link", { name: "What you read" }).tap();
    await main.getByText(/^You are done: \d+ minutes, all of it read/).waitFor();
  });

  it("Back takes back the last choice of a filter, not all of them", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, viewport: PHONE });
    await page.goto(`${sample.server.url}tags`);
    const tags = page.getByRole("list", { name: "Tags" });
    await tags.getByRole("link", { name: /^sea/ }).click();
    await tags.getByRole("link", { name: /^navigation/ }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?tag=sea&tag=navigation");
    await page.getByRole("link", { name: "Any of these tags" }).click();
    await expect.poll(() => new URL(page.url()).search).toContain("match=any");
    await page.goBack();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe("?tag=sea");
  });
});
