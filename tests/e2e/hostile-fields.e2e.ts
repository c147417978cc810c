import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { page as address } from "#model/address.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { HOME, offprint } from "#tests/support/command.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { idOf } from "#tests/support/edition-stories.ts";
import { watchedPage } from "#tests/support/page.ts";

/** What a field is given: it breaks out of every context there is, runs, and turns the text beside it round. */
const evil = (field: string) =>
  `${field}"'></title></script></noscript><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2066`;

const home = mkdtempSync(join(tmpdir(), "offprint-fields-"));
const content = join(home, "content");
const edition = join(home, "edition");
const FILE = "evil-section/evil.md";
const story = { title: "title\"'></title>", id: idOf(FILE) };

let browser: Browser;
let server: EditionServer;
let said: string;

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
  const fields = {
    title: evil("title"),
    description: evil("description"),
    summary: evil("summary"),
    source: evil("source"),
    authors: [evil("author")],
    tags: [evil("tag"), "constructor", "__proto__"],
    link: `https://paper.example/?utm_source=x&q="><script>alert(1)</script>`,
    date: "2026-01-02T09:00:00Z",
  };
  write("evil-section/_index.md", `${JSON.stringify({ title: evil("section") })}\n`);
  write(
    FILE,
    `${JSON.stringify(fields)}\n<p>The text, and <a href="https://evil.example/?fbclid=1">https://bank.example/</a><img src="https://pictures.example/x" onerror="alert(1)"><iframe src="https://evil.example/"></iframe></p>`,
  );
  write("\u001b[2J\u202ebad.md", "---\ntitle: [\n---\nx");
  for (const number of [1, 2, 3]) write(`story-${number}.html`, withPictures(number));
  const run = await offprint(HOME, "build", content, "--out", edition, "--title", evil("edition"));
  if (run.code !== 0) throw new Error(run.out + run.err);
  said = run.out + run.err;
  server = await serveEdition(edition);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(content, path, ".."), { recursive: true });
  writeFileSync(join(content, path), text);
}

function withPictures(number: number): string {
  const far = `https://pictures.example/${number}`;
  return `---
title: Story ${number}
date: 2026-01-1${number}T09:00:00Z
image: ${far}/head.jpg
---
<p>Text ${number}</p><img src="${far}/a.jpg" alt="A"><img srcset="${far}/b.jpg 1x" alt="B">
<picture><source srcset="${far}/c.webp"><img src="${far}/c.jpg" alt="C"></picture>
<video src="${far}/f.mp4" poster="${far}/p.jpg"></video><audio src="${far}/s.mp3"></audio>`;
}

const DOCUMENT_OF = (id: string) => address.article.to(id, EMPTY_FILTER).pathname.slice(1);

/** A page on which a script of a stranger is told as soon as it runs. */
async function reader(elsewhere?: RegExp, allow: RegExp[] = []) {
  const watched = await watchedPage(browser, {
    url: server.url,
    allow: [/^policy: script-src-attr/, /Content Security Policy/, ...allow],
    ...(elsewhere && { elsewhere }),
  });
  const ran: string[] = [];
  await watched.context.exposeFunction("tellRun", (what: string) => void ran.push(what));
  await watched.context.addInitScript(() => {
    Reflect.set(window, "alert", () => Reflect.get(window, "tellRun")("alert"));
  });
  return { ...watched, ran };
}

/** What the sentinels would have made, had they become markup. */
function made(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("img[src='x'], script:not([src]), [onerror]")].map(
      (element) => element.outerHTML,
    ),
  );
}

describe("fields of strangers", () => {
  it("stand in every file of the edition as text, and nothing in them turns text round", () => {
    const names = readdirSync(edition, { recursive: true, encoding: "utf8" });
    const texts = names.filter((name) => /\.(?:html|json)$/.test(name));
    expect(texts.length).toBeGreaterThan(8);
    for (const name of texts) {
      const text = readFileSync(join(edition, name), "utf8");
      expect(text, name).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|utm_source/);
      if (name.endsWith(".json")) JSON.parse(text);
      else expect(text, name).not.toMatch(/<script>alert|<img src=x/);
    }
    const feed = JSON.parse(readFileSync(join(edition, "feed.json"), "utf8"));
    expect(JSON.stringify(feed.items)).toContain("https://paper.example/?q=%22%3E%3Cscript%3E");
    // Readers of feeds may clean nothing themselves.
    const shown = feed.items.map((item: { content_html: string }) => item.content_html).join();
    expect(shown).toContain("The text, and");
    expect(shown).not.toMatch(/<iframe|onerror|fbclid/);
  });

  it("a file's name does nothing to the terminal that it is told on", () => {
    expect(said).toContain("\\u{1b}[2J\\u{202e}bad.md:2: ");
    expect(said).not.toMatch(/[\u202a-\u202e]/);
    expect(said).not.toContain("\u001b[2J");
  });

  it.each([false, true])(
    "are text in the documents, with JavaScript: %s",
    async (javaScriptEnabled) => {
      const { page } = await watchedPage(browser, {
        url: server.url,
        elsewhere: /^https:\/\/pictures\.example\//,
        context: { javaScriptEnabled },
        allow: [/^request failed: .*\.js /, /ERR_FAILED/],
      });
      await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
      for (const path of ["", DOCUMENT_OF(story.id), "tags/", "404.html"]) {
        await page.goto(server.url + path, { waitUntil: "domcontentloaded" });
        expect(await made(page), path).toEqual([]);
        expect(await page.title(), path).toContain("</title></script>");
      }
      await page.goto(server.url + DOCUMENT_OF(story.id), { waitUntil: "domcontentloaded" });
      const graph = page.locator("meta[property^='og:'], meta[property^='article:']");
      const texts = await graph.evaluateAll((all) => all.map((it) => it.getAttribute("content")));
      expect(
        texts.filter((text) => text?.includes("<script>alert(1)</script>")).length,
      ).toBeGreaterThan(2);
    },
  );

  it("are text in the app: the list, a filter by each, tags, the story, its saved copy, the window's name", async () => {
    const { page, ran } = await reader(/^https:\/\/pictures\.example\//);
    await page.goto(server.url);
    const row = page.getByRole("article").filter({ hasText: story.title });
    await row.getByRole("link", { name: "tag\"'></title>" }).first().click();
    await expect.poll(() => page.url()).toContain("tag=");
    await row.getByRole("heading", { level: 3 }).click();
    const main = page.getByRole("region", { name: "Story" });
    await main.getByRole("heading", { level: 1, name: story.title }).waitFor();
    for (const field of ["source", "section", "tag"]) {
      await main.getByText(`${field}"'></title>`).first().waitFor();
    }
    // Of a name every mark goes, as of “Ann <ann@paper.example>”.
    await main.getByText("author\"'>alert(1)").waitFor();
    await main.getByText("description\"'>alert(1)").waitFor();
    const link = main.getByRole("link", { name: "https://bank.example/" });
    expect(await link.getAttribute("href")).toBe("https://evil.example/");
    expect(await link.evaluate((it) => getComputedStyle(it, "::after").content)).toContain(
      "evil.example",
    );
    expect(await page.title()).toContain("title\"'></title>");
    await main.getByRole("button", { name: /^Save/ }).first().click();
    await page.goto(`${server.url}saved/?story=${story.id}`);
    await main.getByRole("heading", { level: 1, name: story.title }).waitFor();
    expect(await made(page)).toEqual([]);
    await page.goto(`${server.url}tags/`);
    await page.getByRole("heading", { level: 1, name: "What to read" }).waitFor();
    expect(await made(page)).toEqual([]);
    expect(ran).toEqual([]);
  });

  it.each([
    "?tag=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "?tag=constructor&not-tag=__proto__",
    "?tag=%00&source=%E0%A4%A",
    `?tag=${"x".repeat(5_000)}`,
    "?section=../../x&tag=javascript:alert(1)",
    "saved/?story=%3Cscript%3Ealert(1)%3C/script%3E",
    "saved/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&sort=__proto__",
    "article/zz/%3Cscript%3E/",
    "article/00/000000000000000000/",
    "tags/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "settings/?theme=%3Cscript%3E",
    "nowhere/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  ])(
    "an address as a stranger would write it (%s) does nothing, and the app goes on",
    async (path) => {
      const { page, ran } = await reader(/^https:\/\/pictures\.example\//, [
        / 40\d|status of 40\d/,
      ]);
      await page.goto(server.url + path);
      await page
        .getByRole("link", { name: /^Settings/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
      expect(await made(page)).toEqual([]);
      expect(ran).toEqual([]);
    },
  );

  it("stored values of strangers are shown as text, kept, and let out as they are", async () => {
    const { page, ran } = await reader(/^https:\/\/pictures\.example\//);
    await page.goto(`${server.url}settings/`);
    const id = "0123456789abcdef0123";
    await page.evaluate(
      ([key, value]) => {
        localStorage.setItem(`offprint:record:${key}`, value ?? "");
        localStorage.setItem(`offprint:read:${key}`, value ?? "");
        localStorage.setItem(`offprint:position:${key}`, value ?? "");
        localStorage.setItem("offprint:settings", '{"v":1,"theme":"<img src=x onerror=alert(1)>"}');
        localStorage.setItem("__proto__", "x");
      },
      [id, '{"v":1,"id":"<img src=x onerror=alert(1)>","__proto__":{"polluted":1}}'],
    );
    await page.goto(`${server.url}saved/`);
    await page.getByRole("alert").first().waitFor();
    expect(await made(page)).toEqual([]);
    expect(await page.evaluate(() => Reflect.get({}, "polluted"))).toBeUndefined();
    expect(
      await page.evaluate((key) => localStorage.getItem(`offprint:record:${key}`), id),
    ).toContain("onerror");
    expect(ran).toEqual([]);
  });
});

describe("pictures from other sites", () => {
  const stories = [1, 2, 3].map((number) => ({
    number,
    path: DOCUMENT_OF(idOf(`story-${number}.html`)),
  }));

  /** A reader who has chosen where pictures are loaded, before anything of the edition was seen. */
  async function readerWho(pictures: Settings["pictures"], elsewhere?: RegExp) {
    const watched = await reader(elsewhere);
    await watched.context.addInitScript(
      (settings) => localStorage.setItem("offprint:settings", settings),
      JSON.stringify({ ...DEFAULT_SETTINGS, pictures }),
    );
    return watched;
  }

  /** Opens the list and every story, each as a document of its own and within the app. */
  async function readAll(page: Page): Promise<void> {
    await page.goto(server.url);
    await page.getByRole("article").nth(3).waitFor();
    await page.waitForLoadState("networkidle");
    for (const { number, path } of stories) {
      await page.goto(server.url + path);
      await page.getByText(/^This story asked/).waitFor();
      await page.getByRole("region", { name: "Story" }).getByText(`Text ${number}`).waitFor();
      await page.waitForLoadState("networkidle");
    }
    await page.goto(server.url);
    for (const { number } of stories) {
      await page.getByRole("heading", { level: 3, name: `Story ${number}` }).click();
      await page.getByRole("region", { name: "Story" }).getByText(`Text ${number}`).waitFor();
      await page.getByText(/^This story asked/).waitFor();
      await page.waitForLoadState("networkidle");
    }
  }

  it("are asked for by nobody who wants none: in no list, no story, no document", async () => {
    // Any request to another host fails this test.
    const { page, requests } = await readerWho("never");
    await readAll(page);
    expect(await page.getByText(/^This story asked/).textContent()).toBe(
      "This story asked nothing of other sites.",
    );
    await page.getByRole("link", { name: "Picture: A" }).waitFor();
    const host = new URL(server.url).host;
    expect(
      requests.filter((request) => !request.includes(host) && !request.includes("data:")),
    ).toEqual([]);
  });

  it("are asked for in stories alone by who wants that, and each story says whom it asked", async () => {
    const { page, requests } = await readerWho("articles", /^https:\/\/pictures\.example\//);
    await readAll(page);
    await expect
      .poll(() => page.getByText(/^This story asked/).textContent())
      .toBe("This story asked other sites for pictures or sound: pictures.example.");
    expect(requests.filter((request) => request.includes("head.jpg"))).toEqual([]);
    expect(requests.filter((request) => /\.(?:mp4|mp3)$/.test(request))).toEqual([]);
    expect(requests.some((request) => request.endsWith("/3/a.jpg"))).toBe(true);
    // What is saved says that it has none of them.
    await page.getByRole("button", { name: "Save “Story 3”" }).first().click();
    await page
      .getByText(/^Saved with text, \d pictures online only$/)
      .first()
      .waitFor();
  });

  it("are in lists too for who said nothing, and there without JavaScript", async () => {
    const { page, requests } = await reader(/^https:\/\/pictures\.example\//);
    const saidFrom = new Map<string, string | undefined>();
    page.on("request", (request) => saidFrom.set(request.url(), request.headers().referer));
    await page.goto(server.url);
    await expect.poll(() => requests.filter((it) => it.endsWith("/head.jpg")).length).toBe(3);
    // Nobody elsewhere learns what is read; the last one, which asks to say it, shows that this would be seen.
    await page.evaluate(() => {
      const picture = new Image();
      picture.referrerPolicy = "unsafe-url";
      picture.src = "https://pictures.example/control.jpg";
    });
    await expect.poll(() => saidFrom.get("https://pictures.example/control.jpg")).toBe(server.url);
    const others = [...saidFrom].filter(([url]) => url.includes("//pictures.example/"));
    expect(others.filter(([, from]) => from !== undefined)).toHaveLength(1);
    expect(others.length).toBeGreaterThan(3);

    const plain = await watchedPage(browser, {
      url: server.url,
      elsewhere: /^https:\/\/pictures\.example\//,
      context: { javaScriptEnabled: false },
      allow: [/^request failed: .*\.js csp/],
    });
    await plain.page.goto(server.url + (stories[0]?.path ?? ""));
    await expect.poll(() => plain.requests.some((it) => it.endsWith("/1/a.jpg"))).toBe(true);
  });
});

describe("a story that has far too much of something", () => {
  const folder = join(home, "too-much");
  const monsters: readonly (readonly [string, string])[] = [
    ["links", `<p>${'<a href="https://paper.example/">link</a> '.repeat(3_000)}</p>`],
    ["depth", `${"<div>".repeat(5_000)}deep${"</div>".repeat(5_000)}`],
    // Some 2 MB: the largest story of real folders has 1.6.
    ["length", "<p>Word after word after word.</p>\n".repeat(60_000)],
  ];
  let host: EditionServer;
  beforeAll(async () => {
    mkdirSync(join(folder, "content"), { recursive: true });
    for (const [name, body] of monsters) {
      const text = `---\ntitle: Too much ${name}\ndate: 2026-01-01\n---\n${body}<p>The end.</p>`;
      writeFileSync(join(folder, "content", `${name}.html`), text);
    }
    const run = await offprint(
      HOME,
      "build",
      join(folder, "content"),
      "--out",
      join(folder, "out"),
    );
    if (run.code !== 0) throw new Error(run.out + run.err);
    host = await serveEdition(join(folder, "out"));
  });
  afterAll(() => host?.stop());

  it.each(monsters.map(([name]) => name))(
    "%s: is read, and left",
    { timeout: 180_000 },
    async (name) => {
      const { page } = await watchedPage(browser, { url: host.url });
      // A browser lays 60,000 paragraphs out for as long as its machine takes.
      page.setDefaultTimeout(80_000);
      await page.goto(
        `${host.url}${address.article.to(idOf(`${name}.html`), EMPTY_FILTER).pathname.slice(1)}`,
      );
      await page.getByRole("heading", { level: 1, name: `Too much ${name}` }).waitFor();
      await page.locator(".prose").getByText("The end.").last().waitFor();
      await page.getByRole("link", { name: "Settings" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    },
  );
});
