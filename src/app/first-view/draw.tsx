import { renderToStaticMarkup } from "react-dom/server";
import type { Head, Manifest } from "#model/edition.ts";
import { FirstList } from "./first-list.tsx";

// The app's other front door, through which the pipeline has the first view drawn: the bundler makes one file of it,
// which runs without a browser.

/** Draws the list of an edition's newest stories. */
export function drawList(manifest: Manifest, head: Head, base: string): string {
  return renderToStaticMarkup(<FirstList manifest={manifest} head={head} base={base} />);
}
