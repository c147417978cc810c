import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { styleSource, stylesIn } from "#pipeline/command/host/policy.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { watchedPage } from "#tests/support/page.ts";

const home = mkdtempSync(join(tmpdir(), "offprint-policy-"));
const edition = join(home, "edition");
let browser: Browser;
let withHeaders: EditionServer;
let dumb: EditionServer;

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  cpSync(inject("sample"), edition, { recursive: true });
  // What a hostile content folder might bring along.
  const files = join(edition, "data/files/00/0000000000000000");
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, "evil.js"), "document.documentElement.dataset.ran = 'yes';");
  writeFileSync(join(files, "evil.html"), '<!doctype html><p>Hello<script src="evil.js"></script>');
  writeFileSync(
    join(files, "evil.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg"><script href="evil.js"/><text y="20">Hello</text></svg>',
  );
  withHeaders = await serveEdition(edition);
  dumb = await serveEdition(edition, { kind: "dumb" });
});
afterAll(async () => {
  await browser?.close();
  await withHeaders?.stop();
  await dumb?.stop();
  rmSync(home, { recursive: true, force: true });
});

const ATTACKS: [name: string, script: string, error: string][] = [
  ["HTML as text", "document.body.innerHTML = '<b>x</b>'", "TypeError"],
  ["parsing HTML", "new DOMParser().parseFromString('<b>x</b>', 'text/html')", "TypeError"],
  [
    "a script's address",
    "document.createElement('script').src = 'https://evil.example/x.js'",
    "TypeError",
  ],
  ["evaluating", "(0, eval)('1')", "EvalError"],
  ["making a function", "new Function('1')", "EvalError"],
  ["a policy of its own", "trustedTypes.createPolicy('evil', {})", "TypeError"],
  [
    "the policy of the app's worker",
    "trustedTypes.createPolicy('app-sw', { createScriptURL: (address) => address })",
    "TypeError",
  ],
  ["a worker of its own", "navigator.serviceWorker.register('/evil.js')", "TypeError"],
  ["fetching from elsewhere", "fetch('https://evil.example/')", "TypeError"],
];

describe.each([
  ["in headers", () => withHeaders],
  ["in documents alone", () => dumb],
])("the policy, %s,", (_, server) => {
  it("lets the app run without a complaint", async () => {
    const { page } = await watchedPage(browser, { url: server().url });
    await page.goto(server().url);
    await page.getByRole("article").first().waitFor();
  });

  it("refuses what a script from an article would try", async () => {
    const { page } = await watchedPage(browser, {
      url: server().url,
      serviceWorker: true,
      allow: [/^policy: /, /^console\.error: .*(Content Security Policy|TrustedScript|Trusted)/],
    });
    await page.goto(server().url);
    await page.getByRole("article").first().waitFor();
    for (const [name, script, error] of ATTACKS) {
      expect(await outcome(page, script), name).toBe(error);
    }
  });
});

describe("a browser that has no Trusted Types", () => {
  it("shows the list and a story", async () => {
    // What such a browser makes of the policy: it passes over what it does not know.
    const folder = join(home, "without-types");
    cpSync(inject("sample"), folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".html")) continue;
      const html = readFileSync(join(folder, name), "utf8");
      const plain = html.replace(/require-trusted-types-for[^;"]*;?|trusted-types [^;"]*;?/g, "");
      expect(plain, name).not.toBe(html);
      writeFileSync(join(folder, name), plain);
    }
    const server = await serveEdition(folder, { kind: "dumb" });
    onTestFinished(server.stop);
    const { page } = await watchedPage(browser, { url: server.url });
    await page.addInitScript(() => Reflect.deleteProperty(window, "trustedTypes"));
    await page.goto(server.url);
    expect(await page.evaluate("'trustedTypes' in window")).toBe(false);
    await page.locator("html[data-typeface]").waitFor({ state: "attached" });
    const title = page.getByRole("article").getByRole("heading", { level: 3 }).first();
    await title.getByRole("link").click();
    await page.getByRole("region", { name: "Story" }).locator(".prose p").first().waitFor();
    expect(await page.getByText("shown as plain text").count()).toBe(0);
  });
});

describe("the headers", () => {
  it("let no other site show the app in a frame", async () => {
    const other = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(`<iframe src="${withHeaders.url}"></iframe>`);
    });
    const port = await listen(other);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(`http://127.0.0.1:${port}/`);
    // What is refused is the frame, and nothing else.
    const patient = { timeout: 15_000 };
    await expect.poll(() => page.frames()[1]?.url(), patient).toContain("chrome-error");
    await expect
      .poll(() => complaints, patient)
      .toEqual([expect.stringContaining("frame-ancestors 'none'")]);
    await page.close();
    other.close();
  });

  it.each(["evil.html", "evil.svg"])(
    "let a file that came with an article run nothing: %s",
    async (name) => {
      const { page } = await watchedPage(browser, {
        url: withHeaders.url,
        allow: [
          /^policy: script-src/,
          /Content Security Policy/,
          /^request failed: .*evil\.js csp/,
        ],
      });
      await page.goto(`${withHeaders.url}data/files/00/0000000000000000/${name}`);
      await page.getByText("Hello").waitFor();
      expect(await page.evaluate("document.documentElement.dataset.ran")).toBeUndefined();
    },
  );
});

describe("what is published", () => {
  it("has nothing inline, nothing that evaluates, and nothing from elsewhere", () => {
    const names = readdirSync(inject("sample"), { recursive: true, encoding: "utf8" });
    const documents = names.filter((name) => name.endsWith(".html"));
    expect(documents.length).toBeGreaterThan(20);
    for (const name of documents) {
      const html = readFileSync(join(inject("sample"), name), "utf8");
      expect(html, name).not.toMatch(/<script(?![^>]* src="\/assets\/)|\sstyle=|\son[a-z]+="/);
      const named = stylesIn(html);
      for (const [, styles = ""] of html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)) {
        expect(named, name).toContain(styleSource(styles));
      }
      const loaded = (html.match(/<(script|link)\b[^>]*>/g) ?? []).filter(
        (element) => !element.includes('rel="canonical"'),
      );
      for (const element of loaded) expect(element, name).toMatch(/ (src|href)="\/(?!\/)/);
    }
    for (const name of names.filter((name) => name.startsWith("assets/"))) {
      const text = readFileSync(join(inject("sample"), name), "latin1");
      expect(text, name).not.toMatch(/url\(\s*["']?(data:font|https?:)/);
    }
  });
});

/** What a script comes to: the name of the error that it ends with, or `done`. */
function outcome(page: Page, script: string): Promise<string> {
  // In a task of its own: what the debugger runs itself is let through.
  return page.evaluate(`new Promise((resolve) => setTimeout(async () => {
    try { await (${script}); resolve("done"); } catch (error) { resolve(error.name); }
  }))`);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
