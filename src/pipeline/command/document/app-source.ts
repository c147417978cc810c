import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import type { FirstView, Imprint } from "#model/first-view.ts";

/** The built app, as far as documents are made of it. */
export type AppSource = {
  /** The document that the bundler wrote. */
  readonly html: string;
  /** Makes what draws the first view; null where the app was built without. */
  readonly createFirstView: ((imprint: Imprint) => FirstView) | null;
  /** The styles that the first view stands on, for its documents; empty where it was built without. */
  readonly styles: FirstStyles;
};

const FirstStylesSchema = v.object({ list: v.string(), article: v.string() });
type FirstStyles = v.InferOutput<typeof FirstStylesSchema>;
const NO_STYLES: FirstStyles = { list: "", article: "" };

/** Stands for the app where nobody will read the edition: its documents need only have their addresses. */
export const BARE_APP: AppSource = {
  html: '<!doctype html><html><head></head><body><div id="root"></div></body></html>',
  createFirstView: null,
  styles: NO_STYLES,
};

/** The folder, in the built app's, of what is for the pipeline alone. */
const FIRST_VIEW_FOLDER = "first-view";

/** Loads the built app from its folder; a thread that makes documents does so for itself. */
export async function loadApp(folder: string): Promise<AppSource> {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const code = join(folder, FIRST_VIEW_FOLDER, "draw.js");
  if (!existsSync(code)) return { ...BARE_APP, html };
  // A later build of the app in the same process is another module.
  const loaded: unknown = await import(pathToFileURL(code).href);
  if (!isDrawing(loaded))
    throw new Error(`${code} is not what draws the app. Build the app again.`);
  const styles: unknown = JSON.parse(
    readFileSync(join(folder, FIRST_VIEW_FOLDER, "styles.json"), "utf8"),
  );
  const { createFirstView } = loaded;
  return { html, createFirstView, styles: v.parse(FirstStylesSchema, styles) };
}

function isDrawing(value: unknown): value is { createFirstView: (imprint: Imprint) => FirstView } {
  return typeof value === "object" && value !== null && "createFirstView" in value;
}
