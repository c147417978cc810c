import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { buildEdition } from "#pipeline/command/build.ts";
import { makePlan } from "#pipeline/command/plan/plan.ts";
import { type EditionServer, serveEdition } from "#tests/support/edition-server.ts";
import { idOf } from "#tests/support/edition-stories.ts";
import { hookInto, withHook } from "#tests/support/hook-into.ts";
import { plainPicture, startHosts } from "#tests/support/picture-host.ts";
import { profileFolder, startReader } from "#tests/support/reader-browser.ts";

// A browser that is killed without a word, as a phone short of memory does it.

const STORIES = 200;
/** Its pictures are large. */
const LARGE = 77;
const KILLS = 20;
const PATIENT = { timeout: 20_000, interval: 100 };

let edition: string;
beforeAll(async () => {
  edition = mkdtempSync(join(tmpdir(), "offprint-saved-"));
  const content = join(edition, "content");
  const far: Record<string, Buffer> = {};
  for (let number = 0; number < STORIES; number++) {
    await writeStory(content, number);
    far[`pictures.example/${number}.png`] = await mapOf(number, 1);
  }
  const host = await startHosts(far);
  const given = { out: join(edition, "dist"), pictures: "local" } as const;
  const plan = makePlan(content, given, { now: new Date("2026-02-01T00:00:00Z"), cwd: edition });
  const terminal = { say: () => {}, tell: () => {}, show: null };
  const { report } = await buildEdition(plan, terminal, { ...host, pause: async () => undefined });
  await host.stop();
  expect(report.picturesElsewhere).toEqual([]);
  expect(report.picturesOwn).toBe(2 * STORIES);
});
afterAll(() => rmSync(edition, { recursive: true, force: true }));

/** A picture that no other story has; one story's are larger than any screen shows them. */
function mapOf(number: number, shade: number): Promise<Buffer> {
  const colour = `#${(number * 7919 + shade).toString(16).padStart(6, "0")}`;
  const [width, height] = number === LARGE ? [2400, 1800] : [40, 30];
  return plainPicture(width, height, colour, "png");
}

/** A story in a folder of its own, with a picture that lies beside it and one that lies elsewhere. */
async function writeStory(content: string, number: number): Promise<void> {
  const folder = join(content, `story-${number}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "map.png"), await mapOf(number, 2));
  writeFileSync(
    join(folder, "index.md"),
    `---\ntitle: River ${number}\ndate: 2026-01-13T09:40:00Z\n---\n\nRiver ${number} changed its bed.\n\n![A map](map.png)\n\n![Another map](https://pictures.example/${number}.png)\n`,
  );
}

async function serve(): Promise<EditionServer> {
  const server = await serveEdition(join(edition, "dist"));
  onTestFinished(server.stop);
  return server;
}

/** Opens the edition and waits until its worker keeps the app. */
async function visit(page: Page, server: EditionServer): Promise<void> {
  await page.goto(server.url);
  await page.getByRole("list", { name: "Stories" }).getByRole("article").first().waitFor();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), PATIENT)
    .toBe(true);
}

const addressOf = (number: number) => {
  const id = idOf(`story-${number}/index.md`);
  return `/data/articles/${id.slice(0, 2)}/${id}.json`;
};

describe("after the browser was killed", () => {
  it(`${STORIES} saved stories open offline with their pictures, the one saved a second before too`, async () => {
    const server = await serve();
    const profile = profileFolder();
    const before = await startReader(inject("browser"), profile, server.url);
    await visit(before.page, server);
    // A page of the edition that runs nothing of its own: the app's would look again at each save.
    await before.page.goto(`${server.url}feed.json`);
    await hookInto(before.page);
    await withHook(before.page, (hook) => hook.start(), null);
    const addresses = Array.from({ length: STORIES - 1 }, (_, at) => addressOf(at + 1));
    await withHook(
      before.page,
      async (hook, all) => {
        for (const address of all) await hook.saveOf(address);
      },
      addresses,
    );
    await expect
      .poll(() => withHook(before.page, (hook) => hook.pictures(), null), PATIENT)
      .toEqual({ all: 2 * STORIES - 2, kept: 2 * STORIES - 2, fetching: 0 });

    // The last one by hand, as a reader does it.
    await before.page.goto(`${server.url}${articlePathOf(0)}`);
    const ribbon = before.page.getByRole("button", { name: "Save “River 0”" }).first();
    await ribbon.click();
    await before.page
      .getByText(/^Saved with 2 pictures/)
      .first()
      .waitFor();
    await before.page.waitForTimeout(1_000);
    await before.kill();
    await server.stop();

    const after = await startReader(inject("browser"), profile, server.url);
    const { page } = after;
    await page.goto(`${server.url}saved/`);
    // In a window of one pane it stands behind the list.
    await page
      .getByText(`${STORIES} stories are kept on this device`)
      .waitFor({ state: "attached" });
    for (const number of [0, LARGE, STORIES - 1]) await openOffline(page, server.url, number);
    await hookInto(page);
    await withHook(page, (hook) => hook.start(), null);
    const titles = await withHook(page, (hook) => hook.openAll(), null);
    expect(new Set(titles).size).toBe(STORIES);
    // Each in one size, but for the large ones; and a square for the list.
    expect(await shownPictures(page, server.url)).toBe(3 * STORIES + 2);
    expect(after.strangers).toEqual([]);
    expect(before.strangers).toEqual([]);
  }, 120_000);

  it(`${KILLS} times in the middle of saving, no record is broken and none that was said to be saved is lost`, async () => {
    const server = await serve();
    // Two readers at once: most of the time goes into starting browsers.
    const readers = [0, 1].map((reader) => ({ profile: profileFolder(), at: 7 * reader }));
    const said = await Promise.all(
      readers.map(({ profile, at }) =>
        killOftenWhileSaving(server, profile, { kills: KILLS / readers.length, at }),
      ),
    );
    expect(said.flatMap((each) => [...each]).length).toBeGreaterThanOrEqual(KILLS);
  }, 120_000);
});

/**
 * Saves, and kills the browser at ever another moment of it; before each time all that was said to be saved is there.
 *
 * @param at milliseconds after the first save at which the first kill comes; each comes 14 later than the one before.
 * @returns the numbers of the articles that were said to be saved.
 */
async function killOftenWhileSaving(
  server: EditionServer,
  profile: string,
  { kills, at }: { kills: number; at: number },
): Promise<ReadonlySet<number>> {
  const said = new Set<number>();
  for (let kill = 0; kill <= kills; kill++) {
    const reader = await startReader(inject("browser"), profile, server.url);
    await reader.context.exposeFunction("tellSaved", (number: number) => said.add(number));
    // A page of the edition that runs nothing of its own.
    await reader.page.goto(`${server.url}feed.json`);
    await hookInto(reader.page);
    await withHook(reader.page, (hook) => hook.start(), null);
    const found = await withHook(reader.page, (hook) => hook.numbers(), null);
    expect(await withHook(reader.page, (hook) => hook.unreadable(), null)).toBe(0);
    expect((await withHook(reader.page, (hook) => hook.openAll(), null)).length).toBe(found.length);
    expect([...said].filter((number) => !found.includes(number))).toEqual([]);
    if (kill < kills) await saveForAWhile(reader.page, said, 1 + 500 * kill, at + 14 * kill);
    await reader.kill();
  }
  return said;
}

/** Begins to save article after article, and goes on once the first is saved and some time has passed. */
async function saveForAWhile(
  page: Page,
  said: ReadonlySet<number>,
  first: number,
  milliseconds: number,
): Promise<void> {
  void withHook(
    page,
    async (hook, from) => {
      const tell: unknown = Reflect.get(window, "tellSaved");
      for (let number = from; number < from + 500; number++) {
        await hook.save(number);
        if (typeof tell === "function") await tell(number);
      }
    },
    first,
  ).catch(() => undefined);
  const before = said.size;
  await expect.poll(() => said.size, { ...PATIENT, interval: 5 }).toBeGreaterThan(before);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function articlePathOf(number: number): string {
  const id = idOf(`story-${number}/index.md`);
  return `article/${id.slice(0, 2)}/${id.slice(2)}/`;
}

async function openOffline(page: Page, url: string, number: number): Promise<void> {
  await page.goto(`${url}saved/?story=${idOf(`story-${number}/index.md`)}`);
  const story = page.getByRole("region", { name: "Story" });
  await story.getByRole("heading", { level: 1, name: `River ${number}` }).waitFor();
  await story.getByText(`River ${number} changed its bed.`).waitFor();
  const pictures = story.locator(".prose img");
  await expect
    .poll(
      () =>
        pictures.evaluateAll((all) =>
          all.map((each) => each instanceof HTMLImageElement && each.naturalWidth > 0),
        ),
      PATIENT,
    )
    .toEqual([true, true]);
  if (number !== LARGE) return;
  const shown = await pictures.evaluateAll((all) =>
    all.map((each) => each instanceof HTMLImageElement && /-800\.webp$/.test(each.currentSrc)),
  );
  expect(shown, "no more is loaded than the column shows").toEqual([true, true]);
}

/** How many of the kept pictures the worker hands out with no host there. */
function shownPictures(page: Page, url: string): Promise<number> {
  return page.evaluate(async (base) => {
    const name = (await caches.keys()).find((each) => each.startsWith("offprint-saved-pictures"));
    const kept = await (await caches.open(name ?? "")).keys();
    const shown = kept.map(async (request) => {
      if (!request.url.startsWith(base)) return 0;
      const picture = new Image();
      picture.src = request.url;
      await picture.decode();
      return picture.naturalWidth > 0 ? 1 : 0;
    });
    return (await Promise.all<number>(shown)).reduce((sum, each) => sum + each, 0);
  }, url);
}
