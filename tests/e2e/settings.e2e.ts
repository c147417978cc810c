import { expect, it } from "vitest";
import { stories } from "#tests/support/offline-pages.ts";
import { PHONE, watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const sample = sampleSite();

it("keeps what the reader sets across a reload, before the first story is drawn", async () => {
  const { page, screenshot } = await watchedPage(sample.browser, { url: sample.server.url });
  await page.goto(`${sample.server.url}settings`);
  await page.getByText("Night", { exact: true }).click();
  await page.getByRole("button", { name: "Larger text" }).click();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("night");
  expect(await page.locator("html").getAttribute("data-text-size")).toBe("1");
  await screenshot("settings-night");
});

it("sets the text of a story as the reader likes it, in a panel beside the story", async () => {
  const { page, screenshot, requests } = await watchedPage(sample.browser, {
    url: sample.server.url,
    viewport: PHONE,
  });
  await page.goto(sample.server.url);
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
