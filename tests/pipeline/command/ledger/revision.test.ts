import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { BARE_APP, loadApp } from "#pipeline/command/document/app-source.ts";
import { Revision } from "#pipeline/command/ledger/revision.ts";
import { makePlan } from "#pipeline/command/plan/plan.ts";
import { type Order, publish } from "#pipeline/command/publish.ts";
import {
  type Listing,
  Looked,
  lookAt,
  type Standings,
} from "#pipeline/content/folder/look-folder.ts";
import { readInventory } from "#pipeline/edition/inventory.ts";
import { Report } from "#pipeline/report.ts";
import { readFiles, workshop, writeFiles } from "../../../support/edition-workshop.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Numbers that look like chance and are the same each time (mulberry32). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const WORDS = ["ice", "owls", "mills", "bees", "tides", "salt", "Ice", "knots", "rope"];
const FOLDERS = ["", "news/", "news/deep/", "sport/"];
const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 1);

/** A content folder, and ways to change it by chance. */
class Desk {
  readonly root: string;
  readonly #chance: (below: number) => number;
  #made = 0;
  days = 0;

  constructor(root: string, seed: number) {
    this.root = root;
    this.#chance = chanceOf(seed);
  }

  now(): Date {
    return new Date(START + this.days * DAY);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.#chance(list.length)] as T;
  }

  pages(): string[] {
    return readdirSync(this.root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md") && !path.endsWith("_index.md"))
      .sort();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  page(): string {
    const tags = WORDS.filter(() => this.#chance(4) === 0);
    const day = (from: number) => new Date(START + (this.#chance(60) + from) * DAY).toISOString();
    const others = this.pages();
    const other = this.pick(others.length > 0 ? others : ["a.md"]);
    const fields = [
      `title: Story ${this.#chance(1000)}`,
      this.#chance(9) > 0 &&
        `date: ${day(-60).slice(0, this.pick([10, 19]))}Z`.replace(/(-\d\d)Z$/, "$1"),
      `tags: [${tags.join(", ")}]`,
      this.#chance(5) === 0 && `keywords: [${this.pick(WORDS)}]`,
      this.#chance(6) === 0 && `aliases: [/old/${this.#chance(12)}/]`,
      this.#chance(9) === 0 && `slug: same-${this.#chance(4)}`,
      this.#chance(9) === 0 && `publishDate: ${day(this.days - 3)}`,
      this.#chance(9) === 0 && `expiryDate: ${day(this.days - 3)}`,
      this.#chance(12) === 0 && "draft: true",
      this.#chance(12) === 0 && `weight: ${this.#chance(3)}`,
      this.#chance(15) === 0 && "build: {list: never}",
      this.#chance(4) === 0 && `source: ${this.pick(["Desk", "Wire", "desk"])}`,
      this.#chance(25) === 0 && "title: [",
    ].filter(Boolean);
    const link = this.pick([
      "",
      `[to](/${other})`,
      `{{< ref "${other}" >}}`,
      "[no](gone.md)",
      "![p](pic.svg)",
    ]);
    return `---\n${fields.join("\n")}\n---\nText ${this.#chance(1000)} ${link}\n`;
  }

  add(): void {
    this.#made += 1;
    const folder = this.pick(FOLDERS);
    const isBundle = this.#chance(5) === 0;
    const name = `${folder}s${this.#made}`;
    this.write(isBundle ? `${name}/index.md` : `${name}.md`, this.page());
    if (isBundle) this.draw(name);
  }

  draw(folder: string): void {
    const size = this.#chance(50) + 1;
    this.write(
      `${folder}/pic.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="9"/>`,
    );
  }

  change(): void {
    this.write(this.pick(this.pages()), this.page());
  }

  touch(): void {
    const path = join(this.root, this.pick(this.pages()));
    writeFileSync(path, `${readFileSync(path, "utf8")}More.\n`);
  }

  translate(): void {
    const path = this.pick(this.pages().filter((page) => !/\.de\.md$|index/.test(page)));
    this.write(path.replace(/\.md$/, ".de.md"), this.page());
  }

  remove(): void {
    const pages = this.pages();
    if (pages.length > 20) rmSync(join(this.root, this.pick(pages)));
  }

  rename(): void {
    this.#made += 1;
    const path = this.pick(this.pages().filter((page) => !page.includes("index")));
    renameSync(join(this.root, path), join(this.root, `${dirname(path)}/r${this.#made}.md`));
  }

  picture(): void {
    const bundles = this.pages().filter((page) => page.endsWith("/index.md"));
    const folder = dirname(this.pick(bundles.length > 0 ? bundles : ["news/x.md"]));
    if (this.#chance(3) === 0) rmSync(join(this.root, folder, "pic.svg"), { force: true });
    else this.draw(folder);
  }

  section(): void {
    const folder = this.pick(FOLDERS);
    const cascade = this.pick(["", `cascade:\n  source: ${this.pick(["A", "B"])}\n`]);
    this.write(
      `${folder}_index.md`,
      `---\ntitle: ${this.pick(["The Paper", "News"])}\n${cascade}---\n`,
    );
  }

  wait(): void {
    this.days += this.#chance(4) + 1;
  }
}

type Edit = Exclude<
  keyof Desk,
  "root" | "days" | "now" | "pick" | "pages" | "write" | "page" | "draw"
>;
const EDITS: readonly Edit[] = [
  ...(["add", "add", "change", "change", "touch", "touch", "remove", "rename"] as const),
  ...(["picture", "wait"] as const),
];

type Press = Pick<Order, "app" | "hasPages" | "source" | "pictures" | "key"> & {
  /** Whether the folder is looked at by another before. */
  readonly isLooked: boolean;
};

async function look(root: string): Promise<Looked | null> {
  const parts: Standings[] = [];
  let listing: Listing | null = null;
  lookAt(root, (told) => {
    if (told instanceof Float64Array) parts.push(told);
    else listing = told;
  });
  return listing && new Looked(listing, () => Promise.resolve(parts.shift() ?? null));
}

async function pressOf(folder: string, hasPages: boolean, isLooked = false): Promise<Press> {
  const app = join(folder, "app");
  const source = hasPages ? await loadApp(app) : BARE_APP;
  return { app, hasPages, source, pictures: null, key: "the key", isLooked };
}

function orderOf(desk: Desk, out: string, press: Press): Order {
  const given = makePlan(desk.root, { threads: 0 }, { now: desk.now(), cwd: dirname(out) });
  return {
    ...press,
    plan: { ...given, out, options: { ...given.options, title: "The Test" } },
    extraFiles: () => new Map([["_headers", "/*"]]),
    onProgress: () => undefined,
  };
}

/** Publishes what stands there now out of the edition before, and anew beside it, and compares. */
async function compare(desk: Desk, folder: string, press: Press): Promise<boolean> {
  const [out, fresh] = [join(folder, "dist"), join(folder, "fresh")];
  const asked = new Report();
  const looked = press.isLooked ? look(desk.root) : undefined;
  const revised = await publish({ ...orderOf(desk, out, press), ...(looked && { looked }) }, asked);
  rmSync(fresh, { recursive: true, force: true });
  const anew = await publish(orderOf(desk, fresh, { ...press, key: null }), new Report());
  const [files, wanted] = [readFiles(out), readFiles(fresh)];
  const { current, previous, pending } = readInventory(out);
  for (const path of previous) files.delete(path);
  expect(Object.fromEntries(files)).toEqual(Object.fromEntries(wanted));
  expect([...current].sort()).toEqual([...wanted.keys()].sort());
  expect(pending.size).toBe(0);
  expect(toValues(revised.report)).toEqual(toValues(anew.report));
  const { written, unchanged, removed, ...counts } = revised.result;
  expect(anew.result).toMatchObject(counts);
  expect(written + unchanged).toBe(wanted.size);
  expect(removed).toBeGreaterThanOrEqual(0);
  return revised.report !== asked;
}

function toValues(report: Report): unknown {
  return JSON.parse(JSON.stringify(report));
}

function deskIn(seed: number) {
  const { folder, options } = workshop();
  writeFiles(folder, {
    "app/index.html": '<html><head></head><body><div id="root"></div></body></html>',
  });
  mkdirSync(options.content);
  const desk = new Desk(options.content, seed);
  for (let number = 0; number < 36; number++) desk.add();
  return { folder, desk };
}

/** What happens to the folder before a step: a few edits, and now and then one that concerns many files. */
function editsOf(desk: Desk, step: number, hasLanguages: boolean): Edit[] {
  const edits = step === 0 ? [] : [desk.pick(EDITS), desk.pick(EDITS), desk.pick(EDITS)];
  if (step % 12 === 11) edits.push("section");
  if (hasLanguages && step % 5 === 3) edits.push("translate");
  return edits;
}

const STEPS = 30;

test.each([
  { seed: 1, hasPages: false, isLater: true, hasLanguages: false },
  { seed: 2, hasPages: true, isLater: false, hasLanguages: false },
  { seed: 3, hasPages: false, isLater: false, hasLanguages: true },
])(
  "an edition made out of the one before is the same to the last byte as one made anew (seed $seed)",
  { timeout: 300_000 },
  async ({ seed, hasPages, isLater, hasLanguages }) => {
    // Files that were written long before they are read are known again without being read.
    if (isLater) vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    const { folder, desk } = deskIn(seed);
    const press = await pressOf(folder, hasPages, isLater);
    const revised: boolean[] = [];
    for (let step = 0; step < STEPS; step++) {
      const edits = editsOf(desk, step, hasLanguages);
      for (const edit of edits) desk[edit]();
      revised.push(
        await compare(desk, folder, press).catch((cause) => {
          throw new Error(`step ${step}: ${edits.join(", ")}`, { cause });
        }),
      );
    }
    // Only the first one, and those after what sections hand down has changed, are made anew.
    expect(revised.filter(Boolean).length).toBeGreaterThan(STEPS * 0.8);
  },
);

test("an edition of which nothing is another is not made again, and all is said of it that was said", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  const { folder, desk } = deskIn(5);
  for (const path of desk.pages()) {
    const text = readFileSync(join(desk.root, path), "utf8");
    desk.write(path, text.replace(/^aliases.*\n/m, ""));
  }
  desk.write("z/index.md", "---\ntitle: Z\ndate: 2026-01-01\n---\n![A picture](pic.svg)\n");
  const draw = (size: number) => {
    desk.write("z/pic.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="9"/>`);
  };
  draw(7);
  const press = await pressOf(folder, false, true);
  await compare(desk, folder, press);
  const made = vi.spyOn(Revision.prototype, "storiesOf");
  expect(await compare(desk, folder, press)).toBe(true);
  expect(made).not.toHaveBeenCalled();
  draw(8);
  expect(await compare(desk, folder, press)).toBe(true);
  desk.touch();
  expect(await compare(desk, folder, press)).toBe(true);
  expect(made).toHaveBeenCalledTimes(2);
  made.mockRestore();
});

/** A page with a number, one for each day back from the desk's. */
function dated(number: number): string {
  const date = new Date(START - number * DAY).toISOString().slice(0, 10);
  return `---\ntitle: Owl ${number}\ndate: ${date}\ntags: [${WORDS[number % 3]}]\n---\nText\n`;
}

/** Folders of an edition of whose files a later run reads some, and how a file can come to be another. */
const READ = ["rows", "terms", "sizes", "articles"] as const;
const DAMAGES: Record<string, (path: string) => void> = {
  "another byte": (path) => {
    const bytes = readFileSync(path);
    const place = Math.max(
      bytes.indexOf("Owl"),
      bytes.findIndex((byte) => byte > 47 && byte < 58),
    );
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  "no end": (path) => writeFileSync(path, readFileSync(path).subarray(0, -9)),
  "no file": (path) => rmSync(path),
};

test.each(READ.flatMap((kind) => Object.keys(DAMAGES).map((damage) => ({ kind, damage }))))(
  "files of $kind with $damage are not built upon",
  async ({ kind, damage }) => {
    const { folder, options } = workshop();
    writeFiles(folder, {
      "app/index.html": '<html><head></head><body><div id="root"></div></body></html>',
    });
    const desk = new Desk(options.content, 1);
    for (let number = 0; number < 60; number++) desk.write(`s${number}.md`, dated(number));
    const press = await pressOf(folder, false);
    await compare(desk, folder, press);
    desk.write("s45.md", dated(45).replace("Text", "Another text"));
    expect(await compare(desk, folder, press)).toBe(true);
    const files = join(folder, "dist", "data", kind);
    for (const path of readdirSync(files, { recursive: true, encoding: "utf8" })) {
      if (path.endsWith(".json")) DAMAGES[damage]?.(join(files, path));
    }
    rmSync(join(desk.root, "s50.md"));
    expect(await compare(desk, folder, press)).toBe(false);
  },
);
