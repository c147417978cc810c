import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { findBrowser, launchBrowser } from "#tests/support/browser.ts";
import { runMeasured } from "./measure.ts";
import { kB } from "./table.ts";
import { DEVICES, walkOn } from "./walk-steps.ts";

const USAGE = `Usage: npx tsx bench/walk.ts <content> [--pictures folder] [-- options of offprint build]

  Publishes a content folder and reads it in Chromium on a desktop and on a phone: the list, a filter by two tags, a
  story, which is saved, a reload, and the saved story with the server stopped. It fails where a step does.

  --pictures  where a picture of each step goes (default: none are taken)`;

const OFFPRINT = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { pictures: { type: "string" } },
    allowPositionals: true,
  });
  const [content, ...options] = positionals;
  if (content === undefined) {
    console.log(USAGE);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "offprint-walk-"));
  const edition = join(folder, "edition");
  const browser = await launchBrowser(findBrowser());
  try {
    const words = ["build", resolve(content), "--out", edition, ...options];
    const { said } = await runMeasured(process.execPath, [OFFPRINT, ...words], folder);
    console.log(summaryIn(said));
    console.log(`the app's JavaScript, all of it: ${kB(packedScripts(join(edition, "assets")))}`);
    for (const device of Object.keys(DEVICES)) {
      for (const line of await walkOn(browser, edition, device, values.pictures)) {
        console.log(`${device}: ${line}`);
      }
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the build said in the end: the lines from its counts on. */
function summaryIn(said: string): string {
  return said.slice(said.search(/^[\d,]+ articles?, .*$/m)).replace(/\nThe edition is in .*/s, "");
}

function packedScripts(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}

await main();
