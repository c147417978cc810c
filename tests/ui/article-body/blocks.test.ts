import { expect, it } from "vitest";
import { placeOf, wordsAt } from "#ui/article-body/blocks.ts";

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

const TABLE = "<tr><th>Part</th><th>Wood</th></tr><tr><td>Cogs</td><td>Hornbeam</td></tr>";

it.each([
  ["of a paragraph its beginning", "<p>The <b>ti</b>de turns.</p>", "The tide turns."],
  ["of a table nothing", `<div><table>${TABLE}</table></div>`, null],
  ["of a table with a name that", `<table><caption>Woods</caption>${TABLE}</table>`, "Woods"],
  [
    "of a table in a figure what stands below",
    `<figure><table>${TABLE}</table><figcaption>Of mills</figcaption></figure>`,
    "Of mills",
  ],
  ["of code nothing", "<pre><code>a = 1\nb = 2</code></pre>", null],
  ["of a picture alone nothing", "<figure><img alt='A quay'></figure>", null],
])("the reader is told %s", (_, html, words) => {
  const text = document.createElement("div");
  text.innerHTML = `<p>Before.</p>${html}<p>After.</p>`;
  const block = text.querySelector<HTMLElement>("p + p, table, figure, pre");
  if (!block) throw new Error("No block");
  const spot = { block: block.closest("figure") ?? block, number: 1, gap: 0, fraction: 0.5 };
  expect(wordsAt(text, placeOf(spot))).toBe(words);
});

it("the reader is told the words that stand there now, where those that were kept are gone", () => {
  const text = document.createElement("div");
  text.innerHTML = "<p>The lamp is trimmed.</p>";
  expect(wordsAt(text, { block: 4, fraction: 0.5, words: "The tide turns." })).toBe(
    "The lamp is trimmed.",
  );
  // As another program's progress is taken over.
  expect(wordsAt(text, { block: 0, fraction: 0.5 })).toBeNull();
});
