import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { serveEdition } from "#tests/support/edition-server.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";
import { slowDown, watchShifts } from "#tests/support/shifts.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(async () => {
  await browser.close();
});

async function serveSample() {
  const server = await serveEdition(inject("sample"));
  onTestFinished(server.stop);
  return server;
}

const stories = (page: Page) => page.getByRole("list", { name: "Stories" }).getByRole("article");
const listHead = (page: Page) => page.getByRole("region", { name: "Stories" }).locator("header");
const savedStories = (page: Page) =>
  page.getByRole("list", { name: "Saved stories" }).getByRole("article");

describe("reading", () => {
  it("goes from the list through two tags to a story that is saved, and opens with the server gone", async () => {
    const server = await serveSample();
    const { page, screenshot, requests } = await watchedPage(browser, {
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
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
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

  it("keeps its place in the list on the way back and after a reload", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    const pane = page.locator("#list-pane");
    await pane.evaluate((element) => element.scrollTo(0, 2600));
    await page.waitForTimeout(600);
    const firstInSight = () =>
      page.evaluate(() => {
        const head =
          document.querySelector("#list-pane header")?.getBoundingClientRect().bottom ?? 0;
        return [...document.querySelectorAll("#list-pane h3")].find(
          (title) => title.getBoundingClientRect().top > head,
        )?.textContent;
      });
    const before = await firstInSight();
    await page.getByRole("heading", { level: 3, name: before ?? "" }).click();
    await page.getByRole("region", { name: "Story" }).locator(".prose p").first().waitFor();
    await page.goBack();
    // The story was read, which its headline says now.
    await expect.poll(firstInSight).toBe(`${before}, read`);
    await page.reload();
    await expect.poll(firstInSight).toBe(`${before}, read`);
  });

  it("goes on in a story where one stopped, at any size of the text, and begins a finished one anew", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    await page.goto(`${server.url}?tag=tides`);
    const link = page.getByRole("link", { name: /brass machine/ }).first();
    await link.waitFor();
    await link.click();
    const text = page.locator(".prose p");
    await text.nth(8).waitFor();
    const pane = page.locator("#main-pane");
    const firstInSight = () =>
      page.evaluate(() => {
        const edge = document.querySelector(".article-bar")?.getBoundingClientRect().bottom ?? 0;
        return [...document.querySelectorAll(".prose > *")].find(
          (block) => block.getBoundingClientRect().bottom > edge + 2,
        )?.textContent;
      });
    await text.nth(8).evaluate((block) => {
      block.scrollIntoView({ block: "start" });
      block.closest(".pane")?.scrollBy(0, 30);
    });
    const before = await firstInSight();
    expect(before).toBeTruthy();
    const place = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":position:")));
    await expect.poll(place).toHaveLength(1);
    await page.evaluate(() => document.documentElement.setAttribute("data-text-size", "5"));
    await expect.poll(firstInSight).toBe(before);
    await page.goto(server.url);
    await page.goBack();
    const message = page.getByRole("status").getByText(/^Continued at “/);
    await message.waitFor();
    expect(await firstInSight()).toBe(before);
    await screenshot("continued");
    await page.getByRole("button", { name: "To the top" }).click();
    await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBe(0);
    await expect.poll(place).toHaveLength(0);

    await pane.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect.poll(place).toHaveLength(1);
    await page.reload();
    await text.nth(8).waitFor();
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(0);
  });

  it("marks read only what the reader wants, and takes it back after a reload", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    await page.goto(`${server.url}settings`);
    const read = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":read:")).length);
    await page.getByRole("heading", { level: 2, name: "Read and unread" }).click();
    await page.getByLabel("Mark stories as read while I scroll past them").check();
    await page.goto(server.url);
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
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, {
      url: server.url,
      viewport: PHONE,
      context: { hasTouch: true, isMobile: true },
    });
    await page.goto(server.url);
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
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
    const link = stories(page).first().getByRole("heading", { level: 3 }).getByRole("link");
    const story = await link.getAttribute("href");
    const shifts = await watchShifts(page);
    await slowDown(page);
    await page.goto(new URL(address ?? story ?? "", server.url).href);
    await stories(page).first().waitFor();
    if (address === null) await page.locator(".prose p").first().waitFor();
    await page.waitForTimeout(3000);
    expect(await shifts()).toEqual([]);
  });

  it("leads from a story to the next and the previous of the list that one came from", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(`${server.url}?tag=navigation`);
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
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.goto(server.url);
    await page.getByRole("heading", { level: 3, name: /Rome/ }).first().click();
    const main = page.getByRole("region", { name: "Story" });
    await main.getByRole("link", { name: "Deutsch" }).click();
    await expect.poll(() => main.getByRole("article").getAttribute("lang")).toBe("de");
    await main.getByRole("link", { name: "English" }).waitFor();
  });

  it("finds a tag by typing, whatever its case, and counts what each choice would leave", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, { url: server.url });
    await page.goto(`${server.url}tags`);
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

  it("keeps what the reader sets across a reload, before the first story is drawn", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, { url: server.url });
    await page.goto(`${server.url}settings`);
    await page.getByText("Night", { exact: true }).click();
    await page.getByRole("button", { name: "Larger text" }).click();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("night");
    expect(await page.locator("html").getAttribute("data-text-size")).toBe("1");
    await screenshot("settings-night");
  });

  it("sets the text of a story as the reader likes it, in a panel beside the story", async () => {
    const server = await serveSample();
    const { page, screenshot, requests } = await watchedPage(browser, {
      url: server.url,
      viewport: PHONE,
    });
    await page.goto(server.url);
    await stories(page).first().getByRole("heading", { level: 3 }).getByRole("link").click();
    const text = page.getByRole("region", { name: "Story" }).locator(".prose p").first();
    const look = () =>
      text.evaluate((element) => {
        const style = getComputedStyle(element);
        const em = Number.parseFloat(style.fontSize);
        return [
          style.fontFamily.split(",")[0],
          style.textAlign,
          style.hyphens,
          ...[style.lineHeight, style.letterSpacing, style.wordSpacing].map(
            (length) => Math.round((Number.parseFloat(length) / em) * 100) / 100 || 0,
          ),
        ].join(" ");
      });
    expect(await look()).toBe("Newsreader start auto 1.58 0 0");
    const opener = page.getByRole("button", { name: "How it is set" });
    await opener.click();
    const panel = page.getByRole("dialog", { name: "How it is set" });
    await panel.waitFor();
    const top = await panel.evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(PHONE.height * 0.4);
    const isAsked = () => requests.some((line) => line.includes("atkinson"));
    expect(isAsked()).toBe(false);
    for (const choice of ["Legible", "Justified", "None"]) {
      await panel.getByText(choice, { exact: true }).click();
    }
    for (const what of ["Lines", "Letters", "Words"]) {
      await panel.getByRole("button", { name: `${what} further apart` }).click();
    }
    await expect.poll(look).toBe('"Atkinson Hyperlegible Next" justify manual 1.67 0.03 0.04');
    await expect.poll(isAsked).toBe(true);
    await screenshot("text-panel");
    await panel.getByRole("button", { name: "Set the text as at first" }).click();
    await expect.poll(look).toBe("Newsreader start auto 1.58 0 0");
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe("what can go wrong", () => {
  it.each([
    ["article/00/000000000000000000/", "There is no story at this address"],
    ["article/zz/nothing/", "There is no story at this address"],
    ["nowhere/at/all", "There is no page at this address"],
    ["nowhere?tag=%00&source=%E0%A4%A&match=%00", "There is no page at this address"],
    ["saved/?story=00000000000000000000", "This story is not saved here"],
    ["article/a%20b/%3Cimg%20onerror%3E", "There is no story at this address"],
  ])("the address %j says so and shows a way on", async (address, words) => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, allow: [/404/, /400/] });
    await page.goto(server.url + address);
    await page.getByRole("heading", { level: 1, name: words }).waitFor();
    await page
      .getByRole("region", { name: "Story" })
      .getByRole("link", { name: "The latest stories" })
      .click();
    await stories(page).first().waitFor();
  });

  it("a filter that leaves nothing says so and offers less of it", async () => {
    const server = await serveSample();
    const { page, screenshot } = await watchedPage(browser, { url: server.url });
    await page.goto(
      `${server.url}?tag=tides&tag=bread&tag=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E`,
    );
    await page.getByRole("heading", { name: "No story fits this filter" }).waitFor();
    await screenshot("empty-filter");
    await page.getByRole("link", { name: "Stories with any of them", exact: true }).click();
    await stories(page).first().waitFor();
  });

  it("a story that can't be reached says so, and is there when the network is back", async () => {
    const server = await serveSample();
    const { page, context, screenshot } = await watchedPage(browser, {
      url: server.url,
      allow: [/ERR_INTERNET_DISCONNECTED/],
    });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await page.waitForTimeout(2500);
    await context.setOffline(true);
    await stories(page).nth(1).getByRole("heading", { level: 3 }).click();
    await page.getByRole("heading", { level: 1, name: "This story can’t be reached" }).waitFor();
    await screenshot("offline");
    await context.setOffline(false);
    // It is asked for again at once; “Try again” is for those who see that the network is back first.
    await page.getByRole("region", { name: "Story" }).locator(".prose p").first().waitFor();
  });
});

describe("what is stored and can't be read", () => {
  it("is told, can be kept in a file, and goes only at the reader's word", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url });
    await page.addInitScript(() => {
      if (sessionStorage.getItem("spoilt")) return;
      sessionStorage.setItem("spoilt", "yes");
      localStorage.setItem("offprint:record:00112233445566778899", '{"v":1,"id":');
    });
    await page.goto(`${server.url}saved`);
    await page.getByText("1 saved story can’t be read").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep what is stored of them in a file" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("offprint-unreadable.json");
    const stored = () =>
      page.evaluate(() => localStorage.getItem("offprint:record:00112233445566778899"));
    expect(await stored()).toBe('{"v":1,"id":');
    await page.getByRole("button", { name: "Remove it for good" }).click();
    await expect.poll(stored).toBeNull();
    await page.getByText("can’t be read").waitFor({ state: "detached" });
  });
});

describe("on a phone", () => {
  it("the saved stories stand at the address with the slash that static hosts add", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    await page.goto(`${server.url}saved/`);
    const notice = page.getByRole("heading", { name: "Nothing is saved yet" });
    await notice.waitFor();
    expect(await notice.isVisible()).toBe(true);
    expect(await page.title()).toBe("Saved stories");
  });

  it("Back takes back the last choice of a filter, not all of them", async () => {
    const server = await serveSample();
    const { page } = await watchedPage(browser, { url: server.url, viewport: PHONE });
    await page.goto(`${server.url}tags`);
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
