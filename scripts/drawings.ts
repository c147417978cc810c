// Draws the pictures that must be pixels: the one that stands for a page where its address is shared, and the icon that
// systems cut to their own shape. A browser draws them, since the wordmark is set in the app's own face.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser, launchBrowser } from "#tests/support/browser.ts";

const HOME = fileURLToPath(new URL("../", import.meta.url));
const DRAWINGS = join(HOME, "scripts/drawings");
const FACES = join(HOME, "node_modules/@fontsource-variable/newsreader/files");

const faces = ["normal", "italic"].map((style) => {
  const data = readFileSync(join(FACES, `newsreader-latin-wght-${style}.woff2`), "base64");
  return `@font-face{font-family:Newsreader;font-style:${style};font-weight:200 800;src:url(data:font/woff2;base64,${data})}`;
});

const browser = await launchBrowser(findBrowser());
for (const name of readdirSync(DRAWINGS)) {
  const drawing = readFileSync(join(DRAWINGS, name), "utf8");
  const page = await browser.newPage();
  await page.setContent(`<style>${faces.join("")}svg{display:block}</style>${drawing}`);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page
    .locator("svg")
    .screenshot({ path: join(HOME, "public", `${basename(name, ".svg")}.png`) });
}
await browser.close();
