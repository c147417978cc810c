import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, onTestFailed, onTestFinished } from "vitest";
import { HOME } from "./command.ts";

const SCREENSHOTS = join(HOME, "build", "screenshots");

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A transparent picture, the answer to every picture that a test allows from elsewhere. */
const PICTURE = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

export type PageWishes = {
  /** Address of the edition. */
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Of the things that fail a test, those that this one expects. Each is one line, such as `console.error: …`. */
  readonly allow?: readonly RegExp[];
  /** Requests to other hosts that this test expects; they are answered with an empty picture and never sent. */
  readonly elsewhere?: RegExp;
  /** Lets the app's service worker come; without, every answer is the host's, and a test sees what was asked for. */
  readonly serviceWorker?: boolean;
  /** Further wishes, such as `colorScheme`, `locale` or `javaScriptEnabled`. */
  readonly context?: Parameters<Browser["newContext"]>[0];
};

/** A page under watch. */
export type WatchedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far and was not allowed. */
  readonly problems: readonly string[];
  /** Every request so far, as `GET https://…`. */
  readonly requests: readonly string[];
  /** Takes a picture of what is seen, into `build/screenshots`. */
  readonly screenshot: (name: string) => Promise<void>;
};

/** A context under watch that several tests share, with what it keeps. */
export type SharedContext = {
  readonly context: BrowserContext;
  /** Opens an empty page, which is closed with the test; the test fails of what went wrong since the one before. */
  readonly openPage: () => Promise<Page>;
};

/**
 * Opens an empty page in a context of its own, which is closed with the test. The test fails if on the page anything
 * violates the content security policy, complains on the console, is not caught, can't be loaded, or goes to another
 * host.
 */
export async function watchedPage(browser: Browser, wishes: PageWishes): Promise<WatchedPage> {
  const { context, problems, requests } = await watchedContext(browser, wishes);
  const { page, screenshot } = await openWatched(context);
  onTestFinished(async () => {
    await context.close();
    expect(problems, "What went wrong on the page").toEqual([]);
  });
  return { page, context, problems, requests, screenshot };
}

/** As `watchedPage`, for several tests one after another: who opened it closes the context. */
export async function sharedContext(browser: Browser, wishes: PageWishes): Promise<SharedContext> {
  const { context, problems } = await watchedContext(browser, wishes);
  const openPage = async () => {
    const { page } = await openWatched(context);
    onTestFinished(async () => {
      await page.close();
      expect(problems.splice(0), "What went wrong on the page").toEqual([]);
    });
    return page;
  };
  return { context, openPage };
}

async function watchedContext(browser: Browser, wishes: PageWishes) {
  const context = await browser.newContext({
    viewport: wishes.viewport ?? DESKTOP,
    ...wishes.context,
  });
  const problems: string[] = [];
  const requests: string[] = [];
  const note = (problem: string) => {
    if (!wishes.allow?.some((allowed) => allowed.test(problem))) problems.push(problem);
  };
  if (!wishes.serviceWorker) await context.addInitScript(denyServiceWorkers);
  await keepAtHome(context, wishes, note);
  await watchPolicy(context, note);
  context.on("page", (page) => watch(page, note, requests));
  return { context, problems, requests };
}

async function openWatched(context: BrowserContext) {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const screenshot = async (name: string) => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  };
  onTestFailed(async ({ task }) => {
    if (!page.isClosed()) await screenshot(`failed-${task.name.replace(/[^\w]+/g, "-")}`);
  });
  return { page, screenshot };
}

/** Lets a test fail where a page violates the policy, in browsers of which else is not watched. */
export async function failOnViolations(context: BrowserContext): Promise<void> {
  const violations: string[] = [];
  await watchPolicy(context, (violation) => violations.push(violation));
  context.on("console", (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) {
      violations.push(message.text());
    }
  });
  onTestFinished(() => expect(violations, "What the policy refused").toEqual([]));
}

/** As in a browser that has none; runs in the page. */
function denyServiceWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
}

type Note = (problem: string) => void;

async function keepAtHome(context: BrowserContext, wishes: PageWishes, note: Note): Promise<void> {
  const home = new URL(wishes.url).host;
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && url.host !== home,
    async (route) => {
      const url = route.request().url();
      if (wishes.elsewhere?.test(url)) {
        await route.fulfill({ contentType: "image/gif", body: PICTURE });
        return;
      }
      note(`request elsewhere: ${url}`);
      await route.abort("blockedbyclient");
    },
  );
}

async function watchPolicy(context: BrowserContext, note: Note): Promise<void> {
  await context.exposeFunction("tellViolation", (violation: string) => note(violation));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const tell: unknown = Reflect.get(window, "tellViolation");
      if (typeof tell !== "function") return;
      tell(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

function watch(page: Page, note: Note, requests: string[]): void {
  page.on("console", (message) => {
    const kind = message.type();
    if (kind !== "error" && kind !== "warning") return;
    note(`console.${kind}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(`uncaught: ${error.stack ?? error.message}`));
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A request that the page itself gave up, such as when the reader goes on, is none that failed.
    if (reason !== "net::ERR_ABORTED") note(`request failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) note(`answer ${response.status()}: ${response.url()}`);
  });
}
