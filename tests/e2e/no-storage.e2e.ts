import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import {
  cachesWith,
  keepOffline,
  OFFLINE,
  openSettings,
  openStory,
  reader,
  savedStories,
  saveOpen,
  saveRow,
  serve,
  stories,
  story,
  visit,
} from "#tests/support/offline-pages.ts";
import { setQuota } from "#tests/support/quota.ts";
import { sampleSite } from "#tests/support/sample-site.ts";

// Browsers that keep nothing or little: the app reads on, and says what it can't do.

const sample = sampleSite();

describe("a browser whose disk has no space", () => {
  it("from the start reads on, and says what it can’t do", async () => {
    const { page, context } = await reader(sample.browser, sample.server, {
      allow: [...OFFLINE, /quota/i],
    });
    await page.goto(`${sample.server.url}feed.json`);
    await setQuota(context, page, 1);
    await page.goto(sample.server.url);
    await openStory(page, 0);
    await openSettings(page);
    await keepOffline(page);
    await page.getByText("This device has no more space.").waitFor();
  });

  it("any more is shown what it can’t keep, and has what it kept before", async () => {
    const ours = await serve(inject("sample"));
    const { page, context } = await reader(sample.browser, ours, { allow: [...OFFLINE, /quota/i] });
    await visit(page, ours.url);
    const title = await saveRow(page, 0);
    await setQuota(context, page, 1);
    await openStory(page, 6);
    const [, shard = "", rest = ""] = /article\/(\w+)\/(\w+)/.exec(page.url()) ?? [];
    await page.reload();
    await story(page).locator(".prose p").first().waitFor();
    expect(await cachesWith(page, `/articles/${shard}/${shard}${rest}.json`)).toEqual([]);
    await ours.stop();
    await page.goto(ours.url);
    await stories(page).nth(6).waitFor();
    await page.goto(`${ours.url}saved`);
    await savedStories(page).getByRole("link", { name: title }).click();
    await story(page).locator(".prose p").first().waitFor();
  });
});

/** What a browser says that lets a site keep nothing. */
function denied(): void {
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  }
}

/** A private window of a browser that has no Cache Storage there and no database, and promises nothing. */
function privateWindow(): void {
  Object.defineProperty(window, "caches", { value: undefined });
  Object.defineProperty(window, "indexedDB", {
    value: {
      open: () => {
        const request = Object.assign(new EventTarget(), {
          error: new DOMException("not in a private window", "InvalidStateError"),
        });
        setTimeout(() => {
          const tell: unknown = Reflect.get(request, "onerror");
          if (typeof tell === "function") tell.call(request, new Event("error"));
        });
        return request;
      },
    },
  });
  Object.assign(navigator.storage, { persist: async () => false, persisted: async () => false });
}

describe("a browser that lets nothing be stored", () => {
  it("reads on, and says what it can’t do", async () => {
    const { page } = await without(denied);
    await page.goto(sample.server.url);
    const title = await openStory(page, 0);
    await saveOpen(page, title, "Saved until this page is closed");
    await openSettings(page);
    await page
      .getByRole("alert")
      .getByText(/lets the site store nothing/)
      .waitFor();
    await keepOffline(page);
    await page.getByText("This browser lets the site keep nothing here.").waitFor();
  });

  it("but the words of a private window saves those, and promises nothing", async () => {
    const { page } = await without(privateWindow);
    await page.goto(sample.server.url);
    const title = await pictured(page);
    // The text is on the device as long as the window is; its pictures have no place.
    await saveOpen(page, title, /^Saved, \d+ pictures? missing/);
    await openSettings(page);
    await page.getByRole("heading", { level: 2, name: "Storage" }).click();
    await page.getByRole("button", { name: "Ask the browser to keep it" }).click();
    await page
      .getByRole("status")
      .getByText(/has not promised it/)
      .waitFor();
    await keepOffline(page);
    await page.getByText("This browser lets the site keep nothing here.").waitFor();
    await page.goto(`${sample.server.url}saved`);
    await savedStories(page).getByRole("link", { name: title }).click();
    await story(page).locator(".prose p").first().waitFor();
  });
});

/** A page in a browser that was made so before anything ran. */
async function without(change: () => void): Promise<{ page: Page; context: BrowserContext }> {
  const watched = await reader(sample.browser, sample.server, { serviceWorker: false });
  await watched.context.addInitScript(change);
  return watched;
}

/** Opens the first story whose row shows a picture; gives its title. */
async function pictured(page: Page): Promise<string> {
  const rows = stories(page);
  await rows.first().waitFor();
  const hasPicture = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector("img") !== null),
  );
  expect(hasPicture).toContain(true);
  return openStory(page, hasPicture.indexOf(true));
}
