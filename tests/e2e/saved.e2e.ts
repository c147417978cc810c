import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { HOME } from "#tests/support/command.ts";
import { hookInto, withHook } from "#tests/support/hook-into.ts";
import { watchedPage } from "#tests/support/page.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

const PATIENT = { timeout: 20_000, interval: 100 };

const sample = sampleSite();

const rows = (page: Page, name: string) => page.getByRole("list", { name }).getByRole("article");
const story = (page: Page) => page.getByRole("region", { name: "Story" });

/** Opens the list of the edition. */
async function openList(wishes: Partial<Parameters<typeof watchedPage>[1]> = {}) {
  const watched = await watchedPage(sample.browser, { url: sample.server.url, ...wishes });
  await watched.page.goto(sample.server.url);
  await rows(watched.page, "Stories").first().waitFor();
  return watched;
}

/** Presses the ribbon of the story at a place of the list; gives its title. */
async function pressRibbon(page: Page, place: number): Promise<string> {
  const row = rows(page, "Stories").nth(place);
  const title = await row.getByRole("heading", { level: 3 }).innerText();
  await row.hover();
  await row.getByRole("button", { name: /^Save/ }).click();
  return title;
}

describe("two tabs at once", () => {
  const EACH = 1_000;

  it(`that save and take out ${EACH} times each lose nothing, and show the same`, async () => {
    const { page: one, context } = await openList();
    const two = await context.newPage();
    await two.goto(`${sample.server.url}saved/`);
    for (const page of [one, two]) {
      await hookInto(page);
      await withHook(page, (hook) => hook.start(), null);
    }
    const work = (page: Page, from: number) =>
      withHook(
        page,
        async (hook, { first, each }) => {
          // Of three deeds one takes out what was saved two before.
          for (let deed = 0; deed < each; deed++) {
            if (deed % 3 === 2) await hook.unsave(first + deed - 2);
            else await hook.save(first + deed);
          }
        },
        { first: from, each: EACH },
      );
    await Promise.all([work(one, 1), work(two, 1 + EACH)]);

    const expected = Array.from({ length: 2 * EACH }, (_, at) => at + 1).filter((number) => {
      const deed = (number - 1) % EACH;
      return deed % 3 === 1 || (deed % 3 === 0 && deed + 2 >= EACH);
    });
    for (const page of [one, two]) {
      await expect
        .poll(() => withHook(page, (hook) => hook.numbers(), null), { ...PATIENT, timeout: 5_000 })
        .toEqual(expected);
    }
    const count = expected.length.toLocaleString("en-GB");
    await two.getByText(`${count} stories are kept on this device`).waitFor();
    // What is on the disk is the same, whichever place is asked.
    await two.evaluate(() => localStorage.clear());
    const later = await context.newPage();
    await later.goto(`${sample.server.url}saved/`);
    await later.getByText(`${count} stories are kept on this device`).waitFor();
  }, 300_000);

  it("show within a second what the other saved and took out", async () => {
    const { page, context } = await openList();
    const other = await context.newPage();
    await other.goto(`${sample.server.url}saved/`);
    await other.getByRole("heading", { name: "Nothing is saved yet" }).waitFor();
    const title = await pressRibbon(page, 0);
    await page.getByText("Saved on this device").first().waitFor();
    await other.getByRole("link", { name: title }).first().waitFor({ timeout: 1_000 });
    await other
      .getByRole("button", { name: `Save “${title}”` })
      .first()
      .click();
    const ribbon = rows(page, "Stories").first().getByRole("button", { name: /^Save/ });
    await expect.poll(() => ribbon.getAttribute("aria-pressed"), { timeout: 1_000 }).toBe("false");
  });
});

describe("localStorage filled to the last character", () => {
  it("keeps what was saved, and what is saved now goes to the other place", async () => {
    const { page } = await openList();
    const first = await pressRibbon(page, 0);
    await page.getByText("Saved on this device").first().waitFor();
    await fillStorage(page);
    const second = await pressRibbon(page, 1);
    await expectPressed(page, 1, "true");
    await page.goto(`${sample.server.url}saved/`);
    for (const title of [second, first]) {
      await page.getByRole("list", { name: "Saved stories" }).getByText(title).click();
      await story(page).getByRole("heading", { level: 1, name: title }).waitFor();
      await story(page).locator(".prose p").first().waitFor();
    }
    // Archive, tag and undo work on a full disk too.
    await story(page).getByRole("button", { name: "Archive" }).first().click();
    await page.getByRole("status").getByText("Archived").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => rows(page, "Saved stories").count(), PATIENT).toBe(2);
  });

  it("and the other place denied: it is told, with the way to what can be freed, and nothing is harmed", async () => {
    const watched = await watchedPage(sample.browser, { url: sample.server.url });
    await watched.context.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", {
        value: {
          open: () => {
            throw new DOMException("denied", "SecurityError");
          },
        },
      });
    });
    const { page } = watched;
    await page.goto(sample.server.url);
    await rows(page, "Stories").first().waitFor();
    const first = await pressRibbon(page, 0);
    await expectPressed(page, 0, "true");
    await fillStorage(page);
    const before = await stored(page);
    await pressRibbon(page, 1);
    await page.getByText(/^Not saved: the storage of this device is full/).waitFor();
    await expectPressed(page, 1, "false");
    const ribbon = rows(page, "Stories").nth(1).getByRole("button", { name: /^Save/ });
    expect(await ribbon.getAttribute("title")).toBe("Not saved: the storage is full");
    expect(await stored(page)).toEqual(before);
    await page.getByRole("link", { name: "What takes space" }).click();
    await page.getByRole("heading", { level: 2, name: "Storage" }).waitFor();
    await page.getByRole("button", { name: `Take “${first}” out` }).click();
    await page.getByText("Taken out of what is saved").waitFor();
    // What was freed serves the next.
    await pressRibbon(page, 1);
    await expectPressed(page, 1, "true");
  });
});

async function expectPressed(page: Page, place: number, pressed: string): Promise<void> {
  const ribbon = rows(page, "Stories").nth(place).getByRole("button", { name: /^Save/ });
  await expect.poll(() => ribbon.getAttribute("aria-pressed"), PATIENT).toBe(pressed);
}

/** Leaves room for not a single character. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let part = 2 ** 22;
    for (let at = 0; part >= 1; ) {
      try {
        localStorage.setItem(`x${at}`, "x".repeat(part));
        at++;
      } catch {
        part = Math.floor(part / 2);
      }
    }
  });
}

function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("offprint:"))),
  );
}

it.each(["saved-v1.json", "saved-v2.json"])(
  "the app of today opens what is stored as in %s",
  async (name) => {
    const values: Record<string, string> = JSON.parse(
      readFileSync(join(HOME, "tests/data/device/fixtures", name), "utf8"),
    );
    const { page } = await watchedPage(sample.browser, {
      url: sample.server.url,
      allow: [/404/],
      elsewhere: /^https:\/\/pictures\.example\//,
    });
    await page.goto(`${sample.server.url}feed.json`);
    await page.evaluate((all) => {
      for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
    }, values);
    await page.goto(`${sample.server.url}saved/?show=all`);
    await page
      .getByRole("list", { name: "Saved stories" })
      .getByText("The bed of the river")
      .click();
    await story(page).getByRole("heading", { level: 1, name: "The bed of the river" }).waitFor();
    await story(page).locator(".prose p").first().waitFor();
    await story(page).getByText("The edition no longer has this story. Your copy stays.").waitFor();
    await story(page).getByRole("combobox", { name: "A tag of your own" }).fill("Rivers");
    await page.keyboard.press("Enter");
    await story(page).getByRole("link", { name: "Rivers", exact: true }).first().waitFor();
    const record = values["offprint:record:00000000000000000001"] ?? "";
    const now = await stored(page);
    expect(JSON.parse(now["offprint:record:00000000000000000001"] ?? "")).toMatchObject({
      v: 2,
      order: JSON.parse(record).order,
      savedAt: JSON.parse(record).savedAt,
    });
  },
);
