import { isOfFormula } from "#ui/article-body/allowed.ts";

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;

/**
 * Leaves nothing in the formulas of a cleaned text but their own elements, and the words of others. To a browser
 * `<math><section><p>` is a paragraph outside of the formula, and the `</section>` that follows ends the page's own.
 */
export function plainFormulas(html: string): string {
  if (!html.includes("<math")) return html;
  let depth = 0;
  // What was cleaned has no other “<” than those of its tags.
  return html.replace(TAG, (tag, end: string, name: string) => {
    if (name === "math") depth += end ? -1 : 1;
    return depth > 0 && !isOfFormula(name) ? "" : tag;
  });
}
