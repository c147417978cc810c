import { statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { HOME, RUNS_SOURCE } from "#pipeline/command/app-build.ts";
import { type Look, Looked } from "#pipeline/content/folder/look-folder.ts";
import { LEDGER } from "./ledger-file.ts";

/** Where fewer bytes were noted, a folder is looked at faster than a thread starts. */
const MUCH = 2_000_000;
const THREAD = join(HOME, "build", "cli", "look.js");

/**
 * Looks at a content folder in a thread of its own, while this one reads what was noted of it; null where that is not
 * worth while, or nothing comes of it.
 */
export function lookAhead(root: string, out: string): Promise<Looked | null> {
  const noted = statSync(join(out, LEDGER), { throwIfNoEntry: false })?.size ?? 0;
  // What reads TypeScript takes longer to start than the folder takes.
  if (RUNS_SOURCE || noted < MUCH) return Promise.resolve(null);
  return new Promise((resolve) => {
    const worker = new Worker(THREAD, { workerData: root });
    worker.once("message", (look: Look) => resolve(new Looked(look)));
    // Whoever walks through it then tells what is the matter.
    worker.once("error", () => resolve(null));
    worker.once("exit", () => resolve(null));
  });
}
