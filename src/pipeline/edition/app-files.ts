import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Report } from "#pipeline/report.ts";
import type { Resource } from "#pipeline/story.ts";
import type { Staging } from "./staging.ts";

/** What of the built app is for the pipeline alone: its document, and what draws the first view. */
const NOT_PUBLISHED = /^(index\.html|first-view\/.*)$/;

/** Adds the files of the built app, except those of which the edition makes its documents. */
export function copyApp(app: string, staging: Staging): void {
  for (const entry of readdirSync(app, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const path = relative(app, from).split(sep).join("/");
    if (!NOT_PUBLISHED.test(path)) staging.put(path, readFileSync(from));
  }
}

/** Adds files that were made elsewhere. */
export function putExtraFiles(files: ReadonlyMap<string, string>, staging: Staging): void {
  for (const [path, text] of files) staging.put(path, text);
}

/** Adds a file that came with a story; one that is gone by now is reported. */
export function copyResource(
  { from, to }: Resource,
  path: string,
  staging: Staging,
  report: Report,
): void {
  try {
    staging.copy(to, from);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    report.problem(
      path,
      1,
      `The file ${from} could not be read (${error.message}). Look whether it is still there, and build again.`,
    );
  }
}
