import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type FakeSpeech, installVoices } from "#tests/support/fake-voices.ts";
import { DESKTOP, PHONE, watchedPage } from "#tests/support/page.ts";

const VOICES = [
  { name: "Daniel", lang: "en-GB", localService: true },
  { name: "Majed", lang: "ar-SA", localService: true },
];
const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, at) =>
    `The tide turns at hour ${at}. Nobody at the quay of port ${at} looks up from the rope.`,
);
const FILES = {
  "_index.md": "---\ntitle: The Quay\n---\n",
  "quay.md": `---\ntitle: A long quay\ndate: 2026-01-02\ndescription: Of ropes and tides.\n---\n${PARAGRAPHS.join("\n\n")}\n`,
  "rope.md": "---\ntitle: A rope\ndate: 2026-01-01\n---\nIt holds.\n",
  "arabic.md":
    "---\ntitle: بحر بلا ماء\ndate: 2025-12-31\nlanguage: ar\n---\nيعود البحر كل صباح. لا أحد ينظر إليه.\n",
};

let browser: Browser;
let server: EditionServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "offprint-listening-"));
  mkdirSync(join(folder, "content"));
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(folder, "content", name), text);
  }
  const run = await offprint(HOME, "build", join(folder, "content"), "--out", join(folder, "out"));
  if (run.code !== 0) throw new Error(run.out + run.err);
  browser = await launchBrowser(inject("browser"));
  server = await serveEdition(join(folder, "out"));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function open(title: string, { viewport = DESKTOP, hasVoices = true } = {}) {
  const watched = await watchedPage(browser, { url: server.url, viewport });
  const { page } = watched;
  if (hasVoices) await page.addInitScript(installVoices, VOICES);
  await page.goto(server.url);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.locator(".prose[lang]:not([aria-busy])").waitFor();
  const bar = page.getByRole("region", { name: "Reading aloud" });
  const button = page.getByRole("button", { name: "Listen", exact: true });
  return { ...watched, bar, button };
}

/** What was said last. */
const lastSaid = (page: Page) =>
  page.evaluate(() => {
    const speech: FakeSpeech | undefined = Reflect.get(window, "fakeSpeech");
    return speech?.isSpeaking() ? speech.said.at(-1)?.text : undefined;
  });
const endOf = (page: Page) =>
  page.evaluate(() => {
    const speech: FakeSpeech | undefined = Reflect.get(window, "fakeSpeech");
    speech?.end();
  });
/** The words that are lit, and whether all of them stand between the two bars. */
const lit = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get("heard") ?? [];
    if (!(range instanceof Range)) return null;
    const { top, bottom } = range.getBoundingClientRect();
    const from = document.querySelector(".article-bar")?.getBoundingClientRect().bottom ?? 0;
    const to = document.querySelector(".listen-bar")?.getBoundingClientRect().top ?? 0;
    return { words: String(range), isInSight: top >= from - 20 && bottom <= to };
  });

describe("in a browser with voices, a story", () => {
  it("is read by a key from its title on, lit and kept in sight, and its part is loaded only then", async () => {
    const { page, bar, requests } = await open("A long quay");
    expect(requests.filter((each) => /listen-bar|silence/.test(each))).toEqual([]);
    // The keys are there a moment after the page.
    await expect
      .poll(async () => {
        if (!(await bar.isVisible())) await page.keyboard.press("l");
        return lastSaid(page);
      })
      .toBe("A long quay");
    expect(await lit(page)).toEqual({ words: "A long quay", isInSight: true });
    for (let sentence = 0; sentence < 24; sentence++) await endOf(page);
    await expect.poll(() => lastSaid(page)).toBe("The tide turns at hour 11.");
    await expect
      .poll(() => lit(page))
      .toEqual({ words: "The tide turns at hour 11.", isInSight: true });
    await expect
      .poll(() => requests.filter((each) => /silence-[\w-]+\.mp3$/.test(each)).length)
      .toBeGreaterThan(0);
    await page.keyboard.press("Shift+J");
    await expect.poll(() => lastSaid(page)).toMatch(/^Nobody at the quay of port 11 /);
    await page.keyboard.press("Shift+L");
    await expect.poll(() => lastSaid(page)).toBe("The tide turns at hour 12.");
    await page.keyboard.press("f");
    await bar.getByText("1.25×").first().waitFor();
    await page.keyboard.press("l");
    await bar.getByRole("button", { name: "Read aloud" }).waitFor();
    expect(await lastSaid(page)).toBeUndefined();
  });

  it("lets the reader look elsewhere, leads back, and is found again where it was heard", async () => {
    const { page, bar, button } = await open("A long quay", { viewport: PHONE });
    await button.click();
    await expect.poll(() => lastSaid(page)).toBe("A long quay");
    for (let sentence = 0; sentence < 42; sentence++) await endOf(page);
    await expect.poll(() => lit(page)).toMatchObject({ isInSight: true });
    const pane = page.locator("#main-pane");
    await pane.hover();
    await page.mouse.wheel(0, 1500);
    const back = bar.getByRole("button", { name: "Back to the sentence" });
    await back.waitFor();
    const top = await pane.evaluate((element) => element.scrollTop);
    await endOf(page);
    await expect.poll(() => lastSaid(page)).toMatch(/^Nobody at the quay of port 20 /);
    expect(await pane.evaluate((element) => element.scrollTop)).toBe(top);
    await back.click();
    await expect.poll(() => lit(page)).toMatchObject({ isInSight: true });
    expect(await back.isVisible()).toBe(false);
    await page.reload();
    await page.getByText(/^Continued at “The tide turns at hour 20/).waitFor();
  });

  it("is read from where the reader is", async () => {
    const { page, button } = await open("A long quay");
    await page
      .getByText(/^The tide turns at hour 30/)
      .evaluate((element) => element.scrollIntoView());
    await button.click();
    await expect.poll(() => lastSaid(page)).toMatch(/hour 3[01]\.|port 30 /);
  });

  it("is followed by the next one", async () => {
    const { page, button } = await open("A rope");
    await page.getByRole("link", { name: /^Next/ }).waitFor();
    await button.click();
    await expect.poll(() => lastSaid(page)).toBe("A rope");
    await endOf(page);
    await expect.poll(() => lastSaid(page)).toBe("It holds.");
    await endOf(page);
    await expect.poll(() => lastSaid(page)).toBe("بحر بلا ماء");
    expect(await lit(page)).toMatchObject({ words: "بحر بلا ماء" });
  });

  it("has controls of 44 px, within 320 px too, in which axe finds nothing", async () => {
    const { page, bar, button } = await open("A rope", { viewport: { width: 320, height: 640 } });
    await button.click();
    await expect.poll(() => lastSaid(page)).toBe("A rope");
    for (const control of await page
      .locator(".listen-bar > div button, .article-bar button")
      .all()) {
      const box = await control.boundingBox();
      if (!box) continue;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      expect(box.x >= 0 && box.x + box.width <= 320).toBe(true);
    }
    await bar.getByRole("button", { name: /^Voice and pace/ }).click();
    await page.getByRole("combobox", { name: "Voice" }).waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await Reflect.get(window, "axe").run(".listen-bar");
      return violations.map(({ id }: { id: string }) => id);
    });
    expect(found).toEqual([]);
  });
});

describe("in a browser without voices, as headless Chromium is one", () => {
  it("it is said that nothing can be read aloud, and why", async () => {
    const { page, bar, button } = await open("A rope", { hasVoices: false });
    expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
    await button.click();
    await bar.getByText(/^This browser has no voices, so nothing can be read aloud/).waitFor();
    await bar.getByRole("button", { name: "Stop listening" }).click();
    await bar.waitFor({ state: "detached" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
