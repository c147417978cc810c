import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { appAddress } from "#model/address.ts";
import { withoutTurning } from "#model/shown-text.ts";
import { ContentFolderError } from "#pipeline/content/content-folder-error.ts";
import { EditionError } from "#pipeline/edition/edition-error.ts";
import type { EditionResult } from "#pipeline/edition/write-edition.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { PictureNeeds, Pictures } from "#pipeline/pictures/pictures.ts";
import { Report } from "#pipeline/report.ts";
import { ensureApp } from "./app-build.ts";
import { type AppSource, BARE_APP, loadApp } from "./document/app-source.ts";
import type { EditionDocuments } from "./document/documents.ts";
import { nameApp } from "./document/web-manifest.ts";
import { nameShell } from "./document/worker.ts";
import { headersFile } from "./host/hosting.ts";
import { ledgerKey } from "./ledger/ledger-key.ts";
import { lookAhead } from "./ledger/look-ahead.ts";
import { folderTitle } from "./plan/folder-title.ts";
import type { Plan } from "./plan/plan.ts";
import { type Order, publish } from "./publish.ts";
import { type Progress, progressOn } from "./report/progress.ts";
import type { Terminal } from "./report/terminal.ts";

/** What a run made, and what is to be said of it. */
export type Outcome = {
  readonly report: Report;
  /** Null where nothing could be published. */
  readonly result: EditionResult | null;
  /** Why nothing was. */
  readonly failure: EditionError | ContentFolderError | null;
  readonly seconds: number;
};

/**
 * Publishes the plan's content folder into its `out`.
 *
 * @param reach how other hosts' pictures are reached; without it, through the open network.
 * @throws AppBuildError
 */
export async function buildEdition(
  plan: Plan,
  terminal: Terminal,
  reach: PictureReach = {},
): Promise<Outcome> {
  const looked = look(plan);
  const app = await ensureApp(terminal.tell);
  return run(plan, terminal, app, await loadApp(app), looked, reach);
}

/**
 * Publishes the plan's content folder for the development server: data alone is asked of it, since Vite serves the app.
 */
export function buildData(
  plan: Plan,
  terminal: Terminal,
  reach: PictureReach = {},
): Promise<Outcome> {
  return withEmptyApp((app) => run(plan, terminal, app, BARE_APP, look(plan), reach));
}

/** Finds out what a build would say; it makes the edition where nobody sees it and throws it away. */
export function checkEdition(plan: Plan, terminal: Terminal): Promise<Outcome> {
  return withEmptyApp((app) => {
    return run({ ...plan, out: `${app}-edition` }, terminal, app, BARE_APP, null);
  });
}

async function withEmptyApp(work: (app: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-"));
  const app = join(folder, "app");
  mkdirSync(app);
  try {
    return await work(app);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Look = ReturnType<typeof lookAhead>;

/** Has a content folder looked at while all else gets ready; null where the next run can't be told of it. */
function look(plan: Plan): Look | null {
  return isNotable(plan) ? lookAhead(plan.options.content, plan.out) : null;
}

/** `looked` is null where nothing is to be noted. */
async function run(
  given: Plan,
  terminal: Terminal,
  app: string,
  source: AppSource,
  looked: Look | null,
  reach: PictureReach = {},
): Promise<Outcome> {
  const progress = progressOn(terminal, () => performance.now());
  const pictures = await openPictures(given, progress, reach);
  const report = new Report(given.report !== null);
  const start = performance.now();
  const end = (rest: Pick<Outcome, "report" | "result" | "failure">) => ({
    seconds: (performance.now() - start) / 1000,
    ...rest,
  });
  try {
    const options = { ...given.options, title: await titleOf(given.options) };
    const plan = { ...given, options };
    const hasPages = plan.hasPages && source !== BARE_APP;
    const order: Order = {
      ...{ plan, app, source, hasPages, pictures },
      key: looked && ledgerKey({ options, hasPages }, app),
      looked,
      extraFiles: (documents) => {
        return new Map([
          ...extraFiles(documents, options),
          ...workerFile(app, documents),
          ...webManifestFile(app, documents, options),
        ]);
      },
      onProgress: progress.articles,
    };
    const published = await publish(order, report);
    published.report.picturesOwn = pictures?.count ?? 0;
    return end({ ...published, failure: null });
  } catch (failure) {
    const isExpected = failure instanceof EditionError || failure instanceof ContentFolderError;
    if (!isExpected) throw failure;
    return end({ report, result: null, failure });
  } finally {
    await pictures?.end();
  }
}

/** Says whether the next run can be told all: no ledger knows compressed copies, nor pictures of other hosts. */
function isNotable({ hasCopies, options }: Plan): boolean {
  return !hasCopies && options.pictures === "remote";
}

/** How pictures of other hosts are reached, where that is not through the open network. */
export type PictureReach = Pick<PictureNeeds, "dispatcher" | "pause">;

/** Opens what makes pictures the edition's own; nothing of it is loaded where they stay what they are. */
async function openPictures(
  { options }: Plan,
  progress: Progress,
  reach: PictureReach,
): Promise<Pictures | null> {
  if (options.pictures === "remote") return null;
  const { Pictures } = await import("#pipeline/pictures/pictures.ts");
  const { content, now } = options;
  // Beside the content folder, as the configuration is, so that it is found from wherever one builds.
  const cache = join(dirname(content), ".offprint", "pictures");
  return new Pictures({ cache, now, onProgress: progress.pictures, ...reach });
}

async function titleOf({ title, content, language }: EditionOptions): Promise<string> {
  return withoutTurning(title || (await folderTitle(content, language)) || "Offprint");
}

function extraFiles(
  { fixed, styles }: EditionDocuments,
  { base }: EditionOptions,
): ReadonlyMap<string, string> {
  return new Map([...fixed, ["_headers", headersFile(base, styles)]]);
}

/** The service worker, which keeps the edition's shell; none where the app was built without. */
function workerFile(app: string, { fixed }: EditionDocuments): [path: string, text: string][] {
  const path = join(app, appAddress.worker());
  const shell = fixed.get(appAddress.shell());
  if (shell === undefined || !existsSync(path)) return [];
  return [[appAddress.worker(), nameShell(readFileSync(path, "utf8"), shell)]];
}

/** What the app is called once it is installed; the app's own word where it was built without. */
function webManifestFile(
  app: string,
  { placeNames }: EditionDocuments,
  options: EditionOptions,
): [path: string, text: string][] {
  const path = join(app, appAddress.webManifest());
  if (placeNames === null || !existsSync(path)) return [];
  return [[appAddress.webManifest(), nameApp(readFileSync(path, "utf8"), options, placeNames)]];
}
