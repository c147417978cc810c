import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HOME, RUNS_SOURCE } from "#pipeline/command/app-build.ts";
import type { Plan } from "#pipeline/command/plan/plan.ts";

/** What this code is: its source, or what was built of it. */
const CODE = RUNS_SOURCE ? ["src/model", "src/pipeline"] : ["build/cli"];
/** What it runs on: other versions of Unicode or of time zones make other editions. */
const { node, icu, unicode, tz } = process.versions;

/**
 * The digest of all that an edition depends on beside its content and the time: the options, the app, the code that
 * makes it and what that runs on. How many threads there are is no matter.
 */
export function ledgerKey({ options, hasPages }: Pick<Plan, "options" | "hasPages">, app: string) {
  const { now: _, ...settings } = options;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([settings, hasPages, node, icu, unicode, tz]));
  for (const name of ["package.json", "package-lock.json"]) {
    if (existsSync(join(HOME, name))) hash.update(readFileSync(join(HOME, name)));
  }
  for (const folder of [...CODE.map((name) => join(HOME, name)), app]) addFiles(folder, hash);
  return hash.digest("hex");
}

type Sink = { readonly update: (bytes: string | Uint8Array) => unknown };

/** Takes in all files of a folder with their names. */
function addFiles(path: string, hash: Sink): void {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(path.length)} ${bytes.length}\n`);
    hash.update(bytes);
  }
}
