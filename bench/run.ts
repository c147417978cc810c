import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { findBrowser, launchBrowser } from "#tests/support/browser.ts";
import {
  benchBuild,
  buildCommandLine,
  buildEdition,
  editionOf,
  type Shop,
  type Weight,
} from "./build.ts";
import { Corpus, writeStories } from "./corpus.ts";
import { hugoVersion } from "./hugo.ts";
import { benchInteractions } from "./interactions.ts";
import { publishLists } from "./lists-only.ts";
import { benchOpening } from "./opening.ts";
import { benchPaint } from "./paint.ts";
import { benchReader } from "./reader.ts";
import { benchSaved, SAVED } from "./saved.ts";
import { benchScroll } from "./scroll.ts";
import { type Line, mergeLines, tableOf } from "./table.ts";

const USAGE = `Usage: npm run bench -- [--quick | --full | --million] [--only build|reader|saved]

  --quick    1,000 and 10,000 stories, each time measured once, a reader's waits at 10,000
             alone, without what is saved: less than three minutes
  (default)  all of it, medians of three
  --full     100,000 stories too, those measured once
  --million  1,000,000 stories too, those measured once; with --only reader of an edition
             whose lists are whole and of whose articles few are written`;

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    million: { type: "boolean", default: false },
    only: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

/** Above so many stories each figure is measured once. */
const MOST_FOR_MEDIANS = 10_000;

/** Above so many stories, articles are not written where only the reader's side is measured. */
const MOST_WRITTEN = 100_000;

/** The peaks of the builds so far. */
const weights: Weight[] = [];

type Part = { readonly name: string; readonly lines: Line[] };

async function main(): Promise<void> {
  if (options.help || ![undefined, "build", "reader", "saved"].includes(options.only)) {
    console.log(USAGE);
    return;
  }
  const sizes = [1_000, 10_000];
  if (options.full || options.million) sizes.push(100_000);
  if (options.million) sizes.push(1_000_000);
  const start = performance.now();
  buildCommandLine();
  const browser = await launchBrowser(findBrowser());
  const build: Part = { name: "Building", lines: [] };
  const reader: Part = { name: "Reading", lines: [] };
  const saved: Part = { name: "Saved", lines: [] };
  try {
    if (options.only !== "saved") {
      for (const size of sizes) await benchSize(size, browser, build, reader);
    }
    if (options.only === "saved" || (options.only === undefined && !options.quick)) {
      saved.lines.push(...(await benchKeeping(browser)));
    }
    const minutes = (performance.now() - start) / 60_000;
    print([build, reader], sizes);
    print([saved], [SAVED]);
    console.log(about(browser, minutes));
  } finally {
    await browser.close();
  }
}

/** Measures everything with one number of stories, in a folder that goes afterwards. */
async function benchSize(size: number, browser: Browser, build: Part, reader: Part): Promise<void> {
  const rounds = options.quick || size > MOST_FOR_MEDIANS ? 1 : 3;
  const folder = mkdtempSync(join(tmpdir(), "offprint-bench-"));
  const isListsOnly = options.only === "reader" && size > MOST_WRITTEN;
  const shop: Shop = { corpus: new Corpus(size), folder, isListsOnly };
  const step = (words: string) => console.error(`${size.toLocaleString("en-GB")}: ${words} …`);
  try {
    if (isListsOnly) {
      step("writing the lists");
      await publishLists(shop);
    } else {
      step("writing the content files");
      writeStories(shop.corpus, join(folder, "content"), 0, size);
      step("building");
      if (options.only === "reader") await buildEdition(shop);
      else build.lines.push(...(await benchBuild(shop, rounds, weights)));
    }
    if (options.only === "build") return;
    // What one sees and does at once takes as long with a tenth of the stories.
    if (!(options.quick && size < MOST_FOR_MEDIANS)) {
      step("paints");
      reader.lines.push(...(await benchPaint(shop, browser, rounds)));
      step("opening");
      reader.lines.push(...(await benchOpening(shop, browser)));
      step("interactions");
      reader.lines.push(...(await benchInteractions(shop, browser)));
      step("scrolling");
      reader.lines.push(...(await benchScroll(shop, browser)));
    }
    step("bytes and memory");
    reader.lines.push(...(await benchReader(shop, browser)));
  } finally {
    // What is deleted file by file takes long; the edition and the content are all that is left.
    rmSync(editionOf(shop), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures what thousands of saved stories cost; how many the edition has is no matter there. */
async function benchKeeping(browser: Browser): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-bench-"));
  const shop: Shop = { corpus: new Corpus(100), folder };
  console.error(`${SAVED.toLocaleString("en-GB")} saved …`);
  try {
    writeStories(shop.corpus, join(folder, "content"), 0, 100);
    await buildEdition(shop);
    return await benchSaved(shop, browser);
  } finally {
    rmSync(editionOf(shop), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

function about(browser: Browser, minutes: number): string {
  const hugo = hugoVersion();
  return [
    `Node ${process.version}, Chromium ${browser.version()}, ${hugo === null ? "no Hugo (not installed: its rows are missing)" : `Hugo ${hugo}`};`,
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; took ${minutes.toFixed(1)} minutes.`,
  ].join(" ");
}

function print(parts: readonly Part[], sizes: readonly number[]): void {
  for (const { name, lines } of parts) {
    if (lines.length > 0) console.log(`### ${name}\n\n${tableOf(mergeLines(lines), sizes)}\n`);
  }
}

await main();
