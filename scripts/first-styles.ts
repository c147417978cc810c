import Beasties from "beasties";
import postcss, { type Root } from "postcss";

/** What a page needs at once is neither for paper nor for what a pointer does later, and asks for no file. */
const LATER_AT_RULE = /^(media .*(print|reduced-motion|hover)|supports|layer properties$)/;
const LATER_SELECTOR = /:(hover|focus|active|lang)\b|::(?!before|after)|:-/;

/**
 * Finds the rules of a style sheet that the first view of a page stands on.
 *
 * @param assets the folder of the sheet, and `sheet` its name there
 */
export async function firstStyles(html: string, assets: string, sheet: string): Promise<string> {
  const beasties = new Beasties({
    path: assets,
    publicPath: "/",
    inlineThreshold: 0,
    inlineFonts: true,
    keyframes: "none",
    logLevel: "silent",
    reduceInlineStyles: false,
    // It takes this for one that matches nothing.
    allowRules: [/^:root:not\(\[data-theme\]\)$/],
  });
  const page = `<!doctype html><html><head><link rel="stylesheet" href="/${sheet}"></head><body><div id="root">${html}</div></body></html>`;
  const styles = /<style>([\s\S]*?)<\/style>/.exec(await beasties.process(page))?.[1];
  if (!styles) throw new Error(`${sheet} has no rule for the first view.`);
  return narrow(styles);
}

function narrow(styles: string): string {
  const root = postcss.parse(styles);
  root.walkAtRules((rule) => {
    const isFile = rule.name === "font-face" && /url\(/.test(rule.toString());
    if (isFile || LATER_AT_RULE.test(`${rule.name} ${rule.params}`)) rule.remove();
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
