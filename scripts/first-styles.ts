import { readFileSync } from "node:fs";
import { join } from "node:path";
import Beasties from "beasties";
import postcss, { type Root } from "postcss";

/** What a page needs at once is neither for paper nor for what a pointer does later. */
const LATER_AT_RULE = /^(media .*(print|reduced-motion|contrast|hover)|supports|layer properties$)/;
const LATER_SELECTOR = /:(hover|focus|active)\b|::(?!before|after)|:-/;

/**
 * Finds the rules of the app's style sheets that the first view of a page stands on.
 *
 * Its addresses begin with `./assets/`, as those of the app's document do.
 *
 * @param assets the folder of the sheets, and `sheets` their names there
 */
export async function firstStyles(
  html: string,
  assets: string,
  sheets: readonly string[],
): Promise<string> {
  const beasties = new Beasties({
    path: assets,
    publicPath: "/",
    inlineThreshold: 0,
    fonts: false,
    keyframes: "none",
    logLevel: "silent",
    reduceInlineStyles: false,
    // It takes these for such as match nothing: a theme, and classes that speak of what is in an element; and whatever
    // language a story is in, its headline stands as it will.
    allowRules: [
      /^:root:not\(\[data-theme\]\)$/,
      /^\.\\\[\\&\\>/,
      /^\[lang\|=/,
      /^:is\(\.prose,/,
      /^\.prose:(?:is\()?:lang/,
    ],
  });
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="/${sheet}">`);
  const page = `<!doctype html><html><head>${links.join("")}</head><body><div id="root">${html}</div></body></html>`;
  const found = (await beasties.process(page)).matchAll(/<style>([\s\S]*?)<\/style>/g);
  const styles = [...found].map(([, text = ""]) => text).join("");
  if (!styles) throw new Error("No style sheet of the app has a rule for the first view.");
  const whole = sheets.map((sheet) => readFileSync(join(assets, sheet), "utf8")).join("");
  return textFaces(whole) + narrow(styles);
}

/** The text's letters, all of them: none may come to be known later. They are named by variables, which hides their use. */
function textFaces(sheet: string): string {
  const faces: string[] = [];
  postcss.parse(sheet).walkAtRules("font-face", (rule) => {
    const text = rule.toString();
    if (/font-family:\s*["']?Newsreader/.test(text)) faces.push(text.replace("./", "./assets/"));
  });
  return faces.join("");
}

function narrow(styles: string): string {
  const root = postcss.parse(styles);
  root.walkAtRules((rule) => {
    if (LATER_AT_RULE.test(`${rule.name} ${rule.params}`)) rule.remove();
  });
  root.walkRules((rule) => {
    const now = rule.selectors.filter((selector) => !LATER_SELECTOR.test(selector));
    if (now.length === 0) rule.remove();
    else rule.selectors = now;
  });
  // One may be used by another alone.
  while (removeUnused(root));
  return root.toString();
}

/** Removes custom properties that nothing reads, and says whether there were any. */
function removeUnused(root: Root): boolean {
  const text = root.toString();
  const isUnused = (name: string) =>
    !text.includes(`var(${name})`) && !text.includes(`var(${name},`);
  root.walkDecls(/^--/, (declaration) => {
    if (isUnused(declaration.prop)) declaration.remove();
  });
  root.walkAtRules("property", (rule) => {
    if (isUnused(rule.params)) rule.remove();
  });
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return root.toString() !== text;
}
