import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { type PageWishes, type WatchedPage, watchedPage } from "#tests/support/page.ts";
import { bundle } from "./bundle.ts";
import { type HostileStory, writeHostileContent } from "./hostile-content.ts";

export const BASE = "/news/";
/** The corpus is long, and machines are busy. */
export const PATIENCE = 240_000;

/** An edition of the whole corpus, with what its tests share. */
export type HostileEdition = {
  /** Where the tests may write. */
  readonly home: string;
  readonly content: string;
  readonly edition: string;
  readonly browser: Browser;
  readonly stories: readonly HostileStory[];
  /** What runs in the page: `hostile`, of which the tests call the functions. */
  readonly inPage: string;
};

/**
 * Has an edition of the corpus made before the tests of a file, and taken away after them.
 *
 * @param beside what is made meanwhile
 * @returns gives it, once it is there
 */
export function hostileEdition(
  beside?: (given: Pick<HostileEdition, "home" | "content">) => Promise<void>,
): () => HostileEdition {
  let made: HostileEdition | undefined;
  let browser: Browser | undefined;
  const home = mkdtempSync(join(tmpdir(), "offprint-hostile-"));
  beforeAll(async () => {
    const content = join(home, "content");
    const edition = join(home, "edition");
    browser = await launchBrowser(inject("browser"));
    const stories = await writeHostileContent(content, browser);
    const [inPage, run] = await Promise.all([
      bundle("tests/e2e/hostile/in-page.ts", "hostile"),
      offprint(HOME, "build", content, "--out", edition, "--base", BASE),
      beside?.({ home, content }),
    ]);
    if (run.code !== 0) throw new Error(run.out + run.err);
    made = { home, content, edition, browser, stories, inPage };
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  });
  return () => {
    if (!made)
      throw new Error("The hostile edition is made before the tests, not while they are named.");
    return made;
  };
}

/** DOMPurify's own document stands under the policy too, which complains of what is cleaned in it; nothing runs. */
export const COMPLAINTS = [
  /^policy: /,
  /^console\.(error|warning): .*(Content Security Policy|violates)/,
];
/** Pictures that have no place, and the only hosts that the corpus names for them. */
const PICTURES = /^https:\/\/(?:(?:www\.)?paper|film|evil|sea)\.(?:example|invalid)\/[^:@]*$/;

export async function serve(folder: string, kind?: "dumb"): Promise<EditionServer> {
  const server = await serveEdition(folder, { base: BASE, ...(kind && { kind }) });
  onTestFinished(server.stop);
  return server;
}

/** A reader's page with what watches it, and the requests to other hosts as `image https://…`. */
export async function reader(
  { browser, inPage }: HostileEdition,
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
export async function visit(page: Page, path: string, story: HostileStory): Promise<string[]> {
  const found = await call(page, "open", path, story.title);
  const where = story.bodies.length > 3 ? `${story.bodies[0]} and others` : story.bodies.join();
  return found.map((fault) => `${story.title} (${where}): ${fault}`);
}

export function call(page: Page, name: string, ...words: string[]): Promise<string[]> {
  return page.evaluate(
    ([name, ...words]) => Reflect.get(Reflect.get(globalThis, "hostile"), name ?? "")(...words),
    [name, ...words],
  );
}

export async function openApp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("list", { name: "Stories" }).getByRole("article").first().waitFor();
  // The app has taken the place of what its document showed.
  await page.locator("html[data-typeface]").waitFor({ state: "attached" });
  await call(page, "rememberGlobals");
}

/** Does the same with each of many, in three tabs at once: most of the time of one is waiting. */
export async function inTabs<T>(
  page: Page,
  items: readonly T[],
  work: (tab: Page, item: T) => Promise<string[]>,
): Promise<string[]> {
  const left = [...items];
  const faults: string[] = [];
  const tabs = [page, await page.context().newPage(), await page.context().newPage()];
  await Promise.all(
    tabs.map(async (tab) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) {
        faults.push(...(await work(tab, item)));
      }
    }),
  );
  return faults;
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;

/** Takes the policy out of HTML: what holds by itself must not lean on it. */
export function withoutPolicy(html: string): string {
  return html.replace(POLICY, "");
}

/** An edition whose documents carry no policy, for a server that sends none. */
export function editionWithoutPolicy(folder: string): string {
  const copy = `${folder}-without-policy`;
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".html")) continue;
    const path = join(copy, name);
    writeFileSync(path, withoutPolicy(readFileSync(path, "utf8")));
  }
  return copy;
}
