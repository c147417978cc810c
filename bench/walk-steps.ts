import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { articlePath } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { type Term, termKey } from "#model/term.ts";
import { type EditionServer, serveEdition } from "./edition-server.ts";
import { listedStories } from "./listed-stories.ts";
import { kB } from "./table.ts";
import { beginVisit, firstRows, holdBack, letGo, statedTotal, type Visit } from "./visit.ts";
import { type Answer, bytesOf, isCode, isData } from "./wire.ts";

/** What the edition is read on. */
export const DEVICES: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

const QUIET_MS = 400;
/** The app's other parts, and its service worker with what it keeps, come after the first view. */
const SETTLED_MS = 4_000;
/** No network is at hand for pictures of other hosts, and the server is stopped in the end. */
const EXPECTED = /net::ERR_|\bstatus of 50\d\b/;

/** A walk: what is walked through, and what came of each step. */
type Walk = Visit & {
  readonly server: EditionServer;
  readonly stories: readonly Summary[];
  readonly lines: string[];
  readonly look: (step: string) => Promise<void>;
};

/**
 * Reads an edition as a reader does who never saw it, and says what was seen.
 *
 * @throws Error where a step does not come to what it should.
 */
export async function walkOn(
  browser: Browser,
  edition: string,
  device: string,
  pictures: string | undefined,
): Promise<string[]> {
  const server = await serveEdition(edition);
  const context = await browser.newContext({ ...DEVICES[device] });
  try {
    const visit = await beginVisit(browser, server, context);
    const complaints = complaintsOf(visit.page);
    let step = 0;
    const look = async (name: string) => {
      step += 1;
      if (pictures === undefined) return;
      await visit.page.screenshot({ path: join(pictures, `${device}-${step}-${name}.png`) });
    };
    const walk = { ...visit, server, stories: listedStories(edition), lines: [], look };
    await readAll(walk);
    return [...walk.lines, `complaints of the browser: ${complaints.join("; ") || "none"}`];
  } finally {
    await context.close();
    await server.stop();
  }
}

async function readAll(walk: Walk): Promise<void> {
  await firstView(walk);
  const story = await filterByTwo(walk);
  const text = await openAndSave(walk, story);
  await walk.server.stop();
  await readSaved(walk, story, text);
}

async function firstView(walk: Walk): Promise<void> {
  const { page, url, wire, lines, stories } = walk;
  await holdBack(walk);
  await page.goto(url);
  await firstRows(walk);
  await wire.quiet(QUIET_MS);
  const sent = wire.take();
  await letGo(walk);
  const total = await statedTotal(walk);
  if (total !== stories.length) throw new Error(`The list says ${total}, not ${stories.length}.`);
  await walk.look("list");
  lines.push(`the list says ${storiesIn(total)}`, firstViewLine(sent));
}

function firstViewLine(sent: readonly Answer[]): string {
  const bytes = (test: (answer: Answer) => boolean) => kB(bytesOf(sent.filter(test)));
  // The edition's own pictures are data files too.
  const isJson = (each: Answer) => isData(each) && each.purpose !== "image";
  const whole = bytes((each) => isJson(each) || isCode(each));
  const parts = [
    `JavaScript ${bytes(({ purpose }) => purpose === "script")}`,
    `CSS ${bytes(({ purpose }) => purpose === "style")}`,
    `HTML ${bytes(({ purpose }) => purpose === "document")}`,
    `data ${bytes(isJson)}`,
  ].join(", ");
  const beside = `fonts ${bytes(({ purpose }) => purpose === "font")}, pictures ${bytes(({ purpose }) => purpose === "image")}`;
  return `first view, compressed: ${whole} (${parts}), beside ${beside}`;
}

/** Filters by two tags that one story has, where there are tags; else by its section, where there are such. */
async function filterByTwo({ page, stories, lines, look }: Walk): Promise<Summary> {
  const story =
    stories.find(({ tags }) => tags.length > 1) ??
    stories.find(({ section }) => section !== undefined) ??
    stories[0];
  if (!story) throw new Error("There is no story.");
  const terms = termsOf(story);
  await page
    .getByRole("navigation", { name: "Places" })
    .getByRole("link", { name: "Tags" })
    .click();
  for (const { kind, key } of terms) {
    if (kind === "section") await page.getByText("Sections", { exact: true }).click();
    const [name = ""] = kind === "tag" ? story.tags.filter((tag) => termKey(tag) === key) : [];
    if (kind === "tag") await page.getByRole("searchbox", { name: "Find a tag" }).fill(name);
    const address = `a[href*="${kind}=${encodeURIComponent(key)}"]`;
    await page
      .getByRole("list", { name: /Tags|Sections/ })
      .locator(address)
      .first()
      .click();
    await page.waitForURL((url) => url.searchParams.getAll(kind).includes(key));
  }
  const left = stories.filter((each) => terms.every((term) => hasTerm(each, term))).length;
  const words = storiesIn(left);
  await page.getByText(words, { exact: true }).filter({ visible: true }).first().waitFor();
  await look("filter");
  const showThem = page.getByRole("link", { name: "Show them" });
  if (await showThem.isVisible()) await showThem.click();
  await page
    .locator(`#list-pane a[href*="${articlePath(story.id)}"]`)
    .first()
    .waitFor();
  await look("filtered");
  lines.push(
    `${terms.map(({ kind, key }) => `${kind} ${key}`).join(" and ")}: ${words}, as many as there are`,
  );
  return story;
}

/** As the app says it. */
function storiesIn(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "story" : "stories"}`;
}

function termsOf({ tags, section }: Summary): Term[] {
  const two = tags.slice(0, 2).map((tag): Term => ({ kind: "tag", key: termKey(tag) }));
  if (two.length > 0 || section === undefined) return two;
  return [{ kind: "section", key: section }];
}

function hasTerm({ tags, section }: Summary, { kind, key }: Term): boolean {
  return kind === "tag" ? tags.some((tag) => termKey(tag) === key) : section === key;
}

async function openAndSave({ page, look, lines }: Walk, { id, title }: Summary): Promise<string> {
  await page
    .locator(`#list-pane a[href*="${articlePath(id)}"]`)
    .first()
    .click();
  const main = page.getByRole("region", { name: "Story" });
  await main.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await look("story");
  await main
    .getByRole("button", { name: `Save “${title}”` })
    .first()
    .click();
  await page.getByRole("status").getByText(/Saved/).first().waitFor();
  await look("saved");
  await page.reload();
  await main.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const text = await main.locator(".prose").innerText();
  await look("reloaded");
  lines.push(
    `“${title}” was opened, saved, and is there after a reload: ${text.length} characters`,
  );
  return text;
}

async function readSaved({ page, url, look, lines }: Walk, { id, title }: Summary, text: string) {
  // Loaded anew: nothing of the page before may help.
  await page.goto(`${url}saved/`);
  const row = page.getByRole("list", { name: "Saved stories" }).getByRole("link", { name: title });
  await row.first().waitFor();
  await look("saved-stopped");
  await row.first().click();
  const main = page.getByRole("region", { name: "Story" });
  await main.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  const kept = await main.locator(".prose").innerText();
  await look("copy-stopped");
  if (kept !== text) throw new Error(`The copy of ${id} reads otherwise:\n${kept}\n---\n${text}`);
  lines.push("with the server stopped, the saved one opens, and reads the same");
}

/** Everything that a page complains of, but what has to be. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!EXPECTED.test(text)) complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") note(message.text());
  });
  page.on("pageerror", (error) => note(error.message));
  return complaints;
}
