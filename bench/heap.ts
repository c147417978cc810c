import type { Browser } from "playwright-core";
import type { Shop } from "./build.ts";
import type { EditionServer } from "./edition-server.ts";
import type { Figure } from "./table.ts";
import { firstRows, scrollToRow, type Visit, visitingAlone } from "./visit.ts";

const ROW_PX = 176;
const MOST_GROWTH = 1.5;
const BEHIND_MS = 2_500;

/**
 * Measures the memory that stays of scrolling two windows of rows at a time, so that all files of rows are
 * read. The app's worker has no part in it, and how long it takes is no matter.
 */
export function seeHeap(
  browser: Browser,
  server: EditionServer,
  { corpus }: Shop,
  say: (what: string, figure: Figure) => void,
): Promise<void> {
  const last = Math.min(corpus.count, 10_000) - 1;
  return visitingAlone(browser, server, async (visit) => {
    await visit.page.goto(visit.url);
    await firstRows(visit);
    await visit.page.waitForTimeout(BEHIND_MS);
    await scrollToRow(visit, 100, 5 * ROW_PX);
    const few = await heapOf(visit);
    await scrollToRow(visit, last, 26 * ROW_PX);
    const many = await heapOf(visit);
    say("Heap after 100 rows", { text: megabytes(few) });
    say("Heap after all rows, at most 10,000", { text: megabytes(many) });
    say("– growth", {
      text: `${(many / few).toFixed(2)} ×`,
      bound: `≤ ${MOST_GROWTH} ×`,
      holds: many <= few * MOST_GROWTH,
    });
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

async function heapOf({ protocol }: Visit): Promise<number> {
  // The first collection lets go of what the second can then take.
  for (let round = 0; round < 2; round++) await protocol.send("HeapProfiler.collectGarbage");
  const { usedSize } = await protocol.send("Runtime.getHeapUsage");
  return usedSize;
}
