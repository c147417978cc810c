import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type EditionServer, serveEdition } from "./edition-server.ts";

/** A browser, and a server of the sample edition, for the tests of a file. */
export type SampleSite = { readonly browser: Browser; readonly server: EditionServer };

/** Has both started before the tests of a file, and ended after them; while tests are named they are not there yet. */
export function sampleSite(): SampleSite {
  let browser: Browser | undefined;
  let server: EditionServer | undefined;
  beforeAll(async () => {
    browser = await launchBrowser(inject("browser"));
    server = await serveEdition(inject("sample"));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get browser() {
      return browser ?? notYet();
    },
    get server() {
      return server ?? notYet();
    },
  };
}

function notYet(): never {
  throw new Error("The sample is served before tests run, not before they are named.");
}
