import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import {
  editionCopy,
  OFFLINE,
  openStory,
  reader,
  serve,
  stories,
  visit,
} from "#tests/support/offline-pages.ts";

// A host in trouble, and one that has something new: what was kept is shown, and nothing of it is lost.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

describe("a host in trouble", () => {
  it("does not take away the list that was kept, whatever it answers in place of the manifest", async () => {
    const edition = editionCopy();
    let isBroken = false;
    const server = await serve(edition, {
      isBroken: (address) => isBroken && address.includes("/data/"),
    });
    const { page } = await reader(browser, server, { allow: [...OFFLINE, /404|500/] });
    const manifest = join(edition, "data/manifest.json");
    // As another program may write it: the same, in another order and with spaces.
    const fields = Object.entries(JSON.parse(readFileSync(manifest, "utf8")));
    writeFileSync(manifest, JSON.stringify(Object.fromEntries(fields.reverse()), null, 2));
    await visit(page, server.url);
    const answers = [
      "<!doctype html><p>Log in to this network",
      '{"v":1,"edition":"ab',
      "[]",
      // Of an edition that this app is too old for: what it can read stays, and the newer app announces itself.
      '{"v":2,"edition":"abcdefabcdefabcd","lists":[]}',
      "500",
      "404",
    ];
    for (const answer of answers) {
      isBroken = answer === "500";
      if (answer === "404") rmSync(manifest);
      else if (!isBroken) writeFileSync(manifest, answer);
      // Once for what the answer does, once for what it has left.
      for (const time of ["first", "second"]) {
        await page.reload();
        await stories(page).first().waitFor();
        await page
          .getByText(/^Offline, as of/)
          .first()
          .waitFor();
        expect(await stories(page).count(), `${answer}, ${time}`).toBeGreaterThan(3);
      }
    }
  });

  it("that keeps silent makes nobody wait for long", async () => {
    let isSilent = false;
    const server = await serve(inject("sample"), { isSilent: () => isSilent });
    const { page } = await reader(browser, server, { allow: [/ERR_ABORTED|ERR_EMPTY_RESPONSE/] });
    await visit(page, server.url);
    isSilent = true;
    await page.goto(server.url, { waitUntil: "commit" });
    await stories(page).first().waitFor();
  });

  it("that has no service worker leaves the app as it is", async () => {
    const edition = editionCopy();
    rmSync(join(edition, "sw.js"));
    const server = await serve(edition);
    const { page } = await reader(browser, server, { allow: [/sw\.js/, /404/] });
    await page.goto(server.url);
    await stories(page).first().waitFor();
    await openStory(page, 0);
  });
});

it("what is published meanwhile is shown at once, by the app that is there", async () => {
  const edition = editionCopy();
  const server = await serve(edition);
  const { page } = await reader(browser, server);
  await visit(page, server.url);
  const title = "The Next Day’s Paper";
  expect(await page.getByText(title).count()).toBe(0);
  const run = await offprint(HOME, "build", "content", "--out", edition, "--title", title);
  expect(run.code, run.err).toBe(0);
  await page.reload();
  await page.getByText(title).first().waitFor();
});

it("caches that are not the worker’s own are left alone, those of another edition on the host too", async () => {
  const server = await serve(inject("sample"));
  const { page } = await reader(browser, server);
  await page.goto(`${server.url}feed.json`);
  const others = [`offprint-worker-app-${server.url}news/`, "offprint-pictures", "another-app"];
  const old = `offprint-worker-former-${server.url}`;
  await page.evaluate(
    (names) => Promise.all(names.map((name) => caches.open(name))),
    [...others, old],
  );
  await visit(page, server.url);
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toContain(old);
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(others));
});
