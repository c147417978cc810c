import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const THEMES = ["paper", "sepia", "dusk", "night"] as const;
/** The rules of colour, by their names. */
const COLOUR = ["color-contrast", "link-in-text-block"];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds by rules of these names or tags, a line for each: the rule, how many elements, and the first of them. */
export async function findings(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (runOnly): Promise<AxeResults["violations"]> => {
      // What slides or fades is judged where it comes to rest.
      const moving = document.getAnimations().filter((it) => it instanceof CSSTransition);
      await Promise.allSettled(moving.map(({ finished }) => finished));
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
      const results = await (window as any).axe.run(document, {
        runOnly,
        resultTypes: ["violations"],
      });
      return results.violations;
    },
    [...rules],
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length}, first ${nodes[0]?.html.slice(0, 160)}`,
  );
}

/**
 * What axe finds in each theme. A theme is a word on the document that only the style sheet reads, and colours are all
 * that it changes: what else there is to find is looked for in one of them.
 */
export async function findingsInThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEMES) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    const these = await findings(page, theme === THEMES[0] ? RULES : COLOUR);
    found.push(...these.map((finding) => `${theme}: ${finding}`));
  }
  return found;
}
