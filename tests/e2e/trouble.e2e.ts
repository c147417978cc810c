import { describe, expect, it } from "vitest";
import { stories } from "#tests/support/offline-pages.ts";
import { watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const sample = sampleSite();

describe("what can go wrong", () => {
  it.each([
    ["article/00/000000000000000000/", "There is no story at this address"],
    ["article/zz/nothing/", "There is no story at this address"],
    ["nowhere/at/all", "There is no page at this address"],
    ["nowhere?tag=%00&source=%E0%A4%A&match=%00", "There is no page at this address"],
    ["saved/?story=00000000000000000000", "This story is not saved here"],
    ["article/a%20b/%3Cimg%20onerror%3E", "There is no story at this address"],
  ])("the address %j says so and shows a way on", async (address, words) => {
    const { page } = await watchedPage(sample.browser, {
      url: sample.server.url,
      allow: [/404/, /400/],
    });
    await page.goto(sample.server.url + address);
    await page.getByRole("heading", { level: 1, name: words }).waitFor();
    await page
      .getByRole("region", { name: "Story" })
      .getByRole("link", { name: "The latest stories" })
      .click();
    await stories(page).first().waitFor();
  });

  it("a filter that leaves nothing says so and offers less of it", async () => {
    const { page, screenshot } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.goto(
      `${sample.server.url}?tag=tides&tag=bread&tag=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E`,
    );
    await page.getByRole("heading", { name: "No story fits this filter" }).waitFor();
    await screenshot("empty-filter");
    await page.getByRole("link", { name: "Stories with any of them", exact: true }).click();
    await stories(page).first().waitFor();
  });

  it("a story that can't be reached says so, and is there when the network is back", async () => {
    const { page, context, screenshot } = await watchedPage(sample.browser, {
      url: sample.server.url,
      allow: [/ERR_INTERNET_DISCONNECTED/],
    });
    await page.goto(sample.server.url);
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
    const { page } = await watchedPage(sample.browser, { url: sample.server.url });
    await page.addInitScript(() => {
      if (sessionStorage.getItem("spoilt")) return;
      sessionStorage.setItem("spoilt", "yes");
      localStorage.setItem("offprint:record:00112233445566778899", '{"v":1,"id":');
    });
    await page.goto(`${sample.server.url}saved`);
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
