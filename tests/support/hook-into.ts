import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { HOME } from "./command.ts";
import type { SavedHook } from "./saved-hook.ts";

let bundled: Promise<string> | null = null;

/** Puts the hook into a page of the edition: a store of saved articles, to be called from the test. */
export async function hookInto(page: Page): Promise<void> {
  bundled ??= bundle();
  await page.evaluate(await bundled);
}

/** Calls the hook in a page. */
export function withHook<T, A>(
  page: Page,
  work: (hook: SavedHook, argument: A) => T | Promise<T>,
  argument: A,
): Promise<T> {
  // What runs in the page has only what is handed to it.
  return page.evaluate(
    `(${work.toString()})(window.savedHook, ${JSON.stringify(argument)})`,
  ) as Promise<T>;
}

async function bundle(): Promise<string> {
  const result = await build({
    root: HOME,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      rollupOptions: {
        input: join(HOME, "tests/support/saved-hook.ts"),
        output: { format: "iife", codeSplitting: false },
      },
    },
  });
  const [first] = [result].flat();
  if (!(first && "output" in first)) throw new Error("The hook was not bundled.");
  return first.output[0].code;
}
