import { describe, expect, it } from "vitest";
import { findings } from "#tests/support/axe.ts";
import { watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const sample = sampleSite();

describe("with the keyboard alone", () => {
  it("the focus goes to the heading of a page that one goes to, and is never lost", async () => {
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(sample.server.url);
    // The app's own rows: before them a link is the browser's, and leads to a document of its own.
    await page.locator("#list-pane li:not([data-story]) article").first().waitFor();
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
    const { page } = await watchedPage(sample.browser, { url: sample.server.url, elsewhere: /./ });
    await page.goto(sample.server.url);
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
