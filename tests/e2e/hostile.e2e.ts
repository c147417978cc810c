import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type PageWishes, type WatchedPage, watchedPage } from "#tests/support/page.ts";
import { bundle } from "./hostile/bundle.ts";
import { hostileBodies } from "./hostile/hostile-bodies.ts";
import { type HostileStory, writeHostileContent } from "./hostile/hostile-content.ts";
import { runIn, writeMutatedHome } from "./hostile/mutated-home.ts";

const BASE = "/news/";
/** The corpus is long, and machines are busy. */
const PATIENCE = 240_000;
const home = mkdtempSync(join(tmpdir(), "offprint-hostile-"));
const content = join(home, "content");
const edition = join(home, "edition");

let browser: Browser;
let stories: HostileStory[];
/** What runs in the page: `hostile`, of which the tests call the functions. */
let inPage: string;

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  stories = await writeHostileContent(content, browser);
  inPage = await bundle("tests/e2e/hostile/in-page.ts", "hostile");
  const run = await offprint(HOME, "build", content, "--out", edition, "--base", BASE);
  if (run.code !== 0) throw new Error(run.out + run.err);
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

/** DOMPurify's own document stands under the policy too, which complains of what is cleaned in it; nothing runs. */
const COMPLAINTS = [/^policy: /, /^console\.(error|warning): .*(Content Security Policy|violates)/];
/** Pictures that have no place, and the only hosts that the corpus names for them. */
const PICTURES = /^https:\/\/(?:(?:www\.)?paper|film|evil|sea)\.(?:example|invalid)\/[^:@]*$/;

async function serve(folder: string, kind?: "dumb"): Promise<EditionServer> {
  const server = await serveEdition(folder, { base: BASE, ...(kind && { kind }) });
  onTestFinished(server.stop);
  return server;
}

/** A reader's page with what watches it, and the requests to other hosts as `image https://…`. */
async function reader(
  server: EditionServer,
  wishes: Partial<PageWishes> = {},
): Promise<WatchedPage & { asked: string[] }> {
  const watched = await watchedPage(browser, {
    url: server.url,
    allow: COMPLAINTS,
    elsewhere: PICTURES,
    ...wishes,
  });
  const asked: string[] = [];
  const host = new URL(server.url).host;
  watched.context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host) {
      asked.push(`${request.resourceType()} ${url.href}`);
    }
  });
  await watched.context.addInitScript(inPage);
  return { ...watched, asked };
}

/** Opens a story within the app, and says all that is wrong with it. */
async function visit(page: Page, path: string, story: HostileStory): Promise<string[]> {
  const found = await call(page, "open", path, story.title);
  const where = story.bodies.length > 3 ? `${story.bodies[0]} and others` : story.bodies.join();
  return found.map((fault) => `${story.title} (${where}): ${fault}`);
}

/** Goes through an edition whose one wall is missing; where a story takes the page away, the next begins anew. */
async function roam(
  server: EditionServer,
  isChosen: (story: HostileStory, at: number) => boolean = () => true,
) {
  const { page, asked } = await reader(server, { allow: [/./] });
  // A page that leaves would take the test's own with it.
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest() && !route.request().url().startsWith(server.url)
      ? route.fulfill({ status: 204 })
      : route.fallback(),
  );
  await openApp(page, server.url);
  const faults: string[] = [];
  for (const story of stories.filter(isChosen)) {
    const found = await visit(page, BASE + story.path, story).catch((error: Error) => [
      `the page broke: ${error.message}`,
    ]);
    faults.push(...found);
    if (found.some((fault) => /broke|did not open/.test(fault))) await openApp(page, server.url);
  }
  const isRun = (fault: string) => fault.endsWith("was called");
  return {
    damage: faults.filter((fault) => !isRun(fault)),
    ran: faults.filter(isRun),
    asked: asked.filter((request) => !request.startsWith("document ")),
  };
}

/** Has all that is saved leave as web pages, and gives the folder that they are laid out in. */
async function leave(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const button = page.getByRole("button", { name: "Web pages", exact: true });
  const [file] = await Promise.all([
    page.waitForEvent("download", { timeout: PATIENCE }),
    button.click(),
  ]);
  const folder = join(home, "left");
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(await file.path())))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    // What holds by itself must not lean on the policy that the pages carry.
    const html = Buffer.from(bytes).toString().replace(POLICY, "");
    writeFileSync(join(folder, name), html);
  }
  return folder;
}

/** Opens each exported page, from a server that sends no policy. */
async function expectHarmlessPages(folder: string): Promise<void> {
  const server = await serve(folder, "dumb");
  const { page, asked } = await reader(server, { allow: COMPLAINTS });
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  expect(names.length).toBeGreaterThan(stories.length);
  const faults: string[] = [];
  for (const name of names) {
    const address = server.url + encodeURI(name);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const found = await call(page, "faultsOfExport");
    if (page.url() !== address) found.push(`went to ${page.url()}`);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;

/** An edition whose documents carry no policy, for a server that sends none. */
function withoutPolicy(folder: string): string {
  const copy = `${folder}-without-policy`;
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const path = join(copy, name);
    const html = readFileSync(path, "utf8");
    writeFileSync(path, html.replace(POLICY, ""));
  }
  return copy;
}

function call(page: Page, name: string, ...words: string[]): Promise<string[]> {
  return page.evaluate(
    ([name, ...words]) => Reflect.get(Reflect.get(globalThis, "hostile"), name ?? "")(...words),
    [name, ...words],
  );
}

async function openApp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("list", { name: "Stories" }).getByRole("article").first().waitFor();
  // The app has taken the place of what its document showed.
  await page.locator("html[data-typeface]").waitFor({ state: "attached" });
  await call(page, "rememberGlobals");
}

describe("the corpus", () => {
  it("leaves nothing that runs, asks or covers, each body by itself, and none is changed by a second cleaning", async () => {
    const bodies = hostileBodies();
    expect(bodies.length).toBeGreaterThan(1_500);
    const page = await browser.newPage();
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
      const server = await serve(edition);
      const { page, asked } = await reader(server, {
        allow: [...COMPLAINTS, /^request failed: .*\/assets\//, /ERR_FAILED/],
        context: { javaScriptEnabled: hasJavaScript },
      });
      await page.route(/\/(?:assets\/.*\.(?:js|woff2)|data\/.*\.json.*)$/, (route) =>
        route.abort(),
      );
      const faults: string[] = [];
      for (const { path, title } of stories.filter((_, at) => at % step === 0)) {
        await page.goto(server.url + path, { waitUntil: "domcontentloaded" });
        const found = await call(page, "faultsOfDocument");
        if (page.url() !== server.url + path) found.push(`went to ${page.url()}`);
        faults.push(...found.map((fault) => `${title}: ${fault}`));
      }
      expect(faults).toEqual([]);
      // Where there are scripts, pictures from elsewhere wait for the app, which knows what the reader wants.
      const mayAsk = (request: string) => !hasJavaScript && request.startsWith("image ");
      expect(asked.filter((request) => !mayAsk(request))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "opens and is saved story by story, then opens from the device with the network gone and pictures off: nothing runs, covers, leaves or asks",
    async () => {
      const server = await serve(edition);
      const { page, context, asked } = await reader(server, {
        serviceWorker: true,
        allow: [...COMPLAINTS, /ERR_CONNECTION_REFUSED|ERR_FAILED/],
      });
      await openApp(page, server.url);
      const faults: string[] = [];
      for (const story of stories) {
        faults.push(
          ...(await visit(page, BASE + story.path, story)),
          ...(await call(page, "save")),
        );
      }
      expect(faults).toEqual([]);
      expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
      expect(asked.length).toBeGreaterThan(10);

      await page.goto(`${server.url}settings/`);
      await page.getByText("Never", { exact: true }).click();
      await server.stop();
      asked.length = 0;
      await openApp(page, server.url);
      for (const story of stories) {
        faults.push(...(await visit(page, BASE + story.savedPath, story)));
      }
      expect(faults).toEqual([]);
      expect(asked).toEqual([]);
      expect(context.pages()).toHaveLength(1);
      await expectHarmlessPages(await leave(page, `${server.url}transfer/`));
    },
    PATIENCE,
  );
});

describe("each wall alone", () => {
  const withoutSanitizer = join(home, "edition-without-sanitizer");
  beforeAll(async () => {
    const mutated = join(home, "mutated");
    writeMutatedHome(mutated);
    await runIn(mutated, "build", content, "--out", withoutSanitizer, "--base", BASE);
  }, PATIENCE);

  it(
    "the policy, without the sanitizer: the same look finds damage, and nothing runs or asks for more than pictures and sound",
    async () => {
      const server = await serve(withoutSanitizer);
      const { damage, ran, asked } = await roam(server);
      expect(damage.length).toBeGreaterThan(500);
      expect(damage.join()).toMatch(/element form.*element script/s);
      expect(ran).toEqual([]);
      // What a drawing refers to is a picture to the policy, and nothing in particular to the browser's protocol.
      const DRAWN = /^other https:\/\/evil\.example\/x(\.svg)?$/;
      const PICTURE = /^(image|media) /;
      expect(asked.filter((request) => !(PICTURE.test(request) || DRAWN.test(request)))).toEqual(
        [],
      );
    },
    PATIENCE,
  );

  it(
    "the sanitizer, without the policy: nothing runs, covers, leaves or asks for more than pictures",
    async () => {
      const server = await serve(withoutPolicy(edition), "dumb");
      const { damage, ran, asked } = await roam(server);
      expect([...damage, ...ran]).toEqual([]);
      expect(asked.filter((request) => !request.startsWith("image "))).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "neither: scripts run, which shows that the look sees them",
    async () => {
      const server = await serve(withoutPolicy(withoutSanitizer), "dumb");
      const { ran } = await roam(server, ({ bodies }) => /^handler/.test(bodies[0] ?? ""));
      expect(ran.length).toBeGreaterThan(5);
    },
    PATIENCE,
  );
});
