import { on } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { HOME, RUNS_SOURCE } from "#pipeline/command/app-build.ts";
import { type Listing, Looked } from "#pipeline/content/folder/look-folder.ts";
import { LEDGER } from "./ledger-file.ts";

/** Where fewer bytes were noted, a folder is looked at faster than a thread starts. */
const MUCH = 2_000_000;
const THREAD = join(HOME, "build", "cli", "look.js");

/**
 * Looks at a content folder in a thread of its own, while this one reads what was noted of it; null where that is not
 * worth while, or nothing comes of it.
 */
export async function lookAhead(root: string, out: string): Promise<Looked | null> {
  const noted = statSync(join(out, LEDGER), { throwIfNoEntry: false })?.size ?? 0;
  // What reads TypeScript takes longer to start than the folder takes.
  if (RUNS_SOURCE || noted < MUCH) return null;
  const told = on(new Worker(THREAD, { workerData: root }), "message", { close: ["exit"] });
  const hear = async () => {
    // Of a thread that failed nothing comes: whoever walks through the folder then tells what is the matter.
    const next = await told.next().catch(() => null);
    return next?.value?.[0] ?? null;
  };
  const listing: Listing | null = await hear();
  return listing && new Looked(listing, hear);
}
