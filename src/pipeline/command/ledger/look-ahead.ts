import { statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { HOME, RUNS_SOURCE } from "#pipeline/command/app-build.ts";
import { type Listing, Looked, type Standings } from "#pipeline/content/folder/look-folder.ts";
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
    const asked = new Promise<Standings | null>((know) => {
      worker.on("message", (told: Listing | Standings) => {
        if (told instanceof Float64Array) know(told);
        else resolve(new Looked(told, asked));
      });
      // Whoever walks through the folder then, or asks for its files, tells what is the matter.
      const end = () => {
        resolve(null);
        know(null);
      };
      worker.once("error", end);
      worker.once("exit", end);
    });
  });
}
