import { expect, it } from "vitest";
import { placeOf } from "#ui/article-body/blocks.ts";

function wordsOf(html: string): string | undefined {
  const text = document.createElement("div");
  text.innerHTML = html;
  const block = text.firstElementChild;
  if (!(block instanceof HTMLElement)) throw new Error("No block");
  return placeOf({ block, number: 0, gap: 0, fraction: 0 }).words;
}

it.each([
  ["a paragraph", "<p>The <b>ti</b>de turns.</p>", "The tide turns."],
  [
    "a table, whose cells stand apart",
    "<table><tr><th>Part</th><th>Wood</th></tr><tr><td>Cogs</td><td>Hornbeam</td></tr></table>",
    "Part Wood Cogs Hornbeam",
  ],
  [
    "a table with a name",
    "<table><caption>Woods</caption><tr><td>Oak</td><td>Elm</td></tr></table>",
    "Woods Oak Elm",
  ],
])("a place is known by the words of %s", (_, html, words) => {
  expect(wordsOf(html)).toBe(words);
});
