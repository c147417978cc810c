import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { EditionServer } from "#tests/support/edition-server.ts";
import { bundle } from "./hostile/bundle.ts";
import { hostileBodies } from "./hostile/hostile-bodies.ts";
import {
  BASE,
  COMPLAINTS,
  call,
  hostileEdition,
  inTabs,
  openApp,
  PATIENCE,
  reader,
  serve,
  visit,
} from "./hostile/hostile-edition.ts";
import { expectHarmlessFiles, takeOut, takeOutAll } from "./hostile/leave.ts";

const given = hostileEdition();

/** Goes through saved stories, from the device. */
async function openSaved(page: Page, step: number): Promise<string[]> {
  const faults: string[] = [];
  for (const story of given().stories.filter((_, at) => at % step === 0)) {
    faults.push(...(await visit(page, BASE + story.savedPath, story)));
  }
  return faults;
}

/** Takes a backup in on a device that has nothing, opens what came, and has it leave again: the same to the last byte. */
async function expectSameComesBack(backup: string): Promise<void> {
  const server: EditionServer = await serve(given().edition);
  const { page, asked } = await reader(given(), server);
  await chooseNoPictures(page, server.url);
  asked.length = 0;
  await page.goto(`${server.url}transfer/`);
  await page.locator('input[type="file"]').setInputFiles(backup);
  await page.getByRole("button", { name: /^Take in \d+ stories$/ }).click();
  await page.getByRole("heading", { level: 3, name: "Done" }).waitFor();
  const again = await takeOut(page, "Make a backup");
  const { saved } = JSON.parse(readFileSync(backup, "utf8"));
  expect(saved).toHaveLength(given().stories.length);
  expect(JSON.parse(readFileSync(again, "utf8")).saved).toEqual(saved);
  await openApp(page, server.url);
  // Each is what it was, and was looked at: these show that it is the way here that is clean too.
  expect(await openSaved(page, 5)).toEqual([]);
  expect(asked).toEqual([]);
}

async function chooseNoPictures(page: Page, url: string): Promise<void> {
  await page.goto(`${url}settings/#app`);
  await page.getByText("Never", { exact: true }).click();
}

describe("the corpus", () => {
  it("leaves nothing that runs, asks or covers, each body by itself, and none is changed by a second cleaning", async () => {
    const bodies = hostileBodies();
    expect(bodies.length).toBeGreaterThan(1_500);
    const page = await given().browser.newPage();
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.addInitScript(await bundle("tests/e2e/hostile/sanitizer-in-page.ts", "cleaner"));
    await page.goto("https://reader.example/news/");
    const faults = await page.evaluate(
      (all) =>
        all.flatMap(({ name, html }) =>
          Reflect.get(globalThis, "cleaner")
            .faultsOfBody(html)
            .map((fault: string) => `${name}: ${fault}`),
        ),
      bodies,
    );
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe("a hostile edition", () => {
  it.each([
    ["without JavaScript", false, 1],
    // What a document holds is the same for both; here it is seen as a browser with scripts reads it.
    ["before the app has come", true, 5],
  ])(
    "stands in its documents, %s: nothing runs, covers, leaves or asks for more than pictures",
    async (_, hasJavaScript, step) => {
      const server = await serve(given().edition);
      const { page, context, asked } = await reader(given(), server, {
        allow: [...COMPLAINTS, /^request failed: .*\/assets\//, /ERR_FAILED/],
        context: { javaScriptEnabled: hasJavaScript },
      });
      await context.route(/\/(?:assets\/.*\.(?:js|woff2)|data\/.*\.json.*)$/, (route) =>
        route.abort(),
      );
      const stories = given().stories.filter((_, at) => at % step === 0);
      const faults = await inTabs(page, stories, async (tab, { path, title }) => {
        await tab.goto(server.url + path, { waitUntil: "domcontentloaded" });
        const found = await call(tab, "faultsOfDocument");
        if (tab.url() !== server.url + path) found.push(`went to ${tab.url()}`);
        return found.map((fault) => `${title}: ${fault}`);
      });
      expect(faults).toEqual([]);
      // Where there are scripts, pictures from elsewhere wait for the app, which knows what the reader wants.
      const mayAsk = (request: string) => !hasJavaScript && request.startsWith("image ");
      expect(asked.filter((request) => !mayAsk(request))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "opens and is saved story by story, then opens from the device with the network gone and pictures off: nothing runs, covers, leaves or asks, nor does any file that it leaves in, and a backup brings the same back",
    async () => {
      const server = await serve(given().edition);
      const { page, context, asked } = await reader(given(), server, {
        serviceWorker: true,
        allow: [...COMPLAINTS, /ERR_CONNECTION_REFUSED|ERR_FAILED/],
      });
      await openApp(page, server.url);
      const faults: string[] = [];
      for (const story of given().stories) {
        faults.push(
          ...(await visit(page, BASE + story.path, story)),
          ...(await call(page, "save")),
        );
      }
      expect(faults).toEqual([]);
      expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
      expect(asked.length).toBeGreaterThan(10);

      // Not all that makes these is kept for when the network is gone.
      const files = await takeOutAll(page, server.url);
      await chooseNoPictures(page, server.url);
      await server.stop();
      asked.length = 0;
      await openApp(page, server.url);
      expect(await openSaved(page, 1)).toEqual([]);
      expect(asked).toEqual([]);
      expect(context.pages()).toHaveLength(1);
      await expectHarmlessFiles(given(), files);
      await expectSameComesBack(files["Make a backup"]);
    },
    PATIENCE,
  );
});
