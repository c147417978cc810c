import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./browser.ts";
import { HOME, offprint } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the browser's program. */
    browser: string;
    /** Folder of the sample edition, built for the base `/`. */
    sample: string;
  }
}

/** Finds the browser, builds the app and the sample edition, once for all tests in the browser. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("browser", findBrowser());
  const sample = join(HOME, "build", "sample");
  const run = await offprint(HOME, "build", "content", "--out", sample);
  if (run.code !== 0) throw new Error(`The sample edition was not built.\n${run.out}${run.err}`);
  project.provide("sample", sample);
}
