import { describe, expect, it } from "vitest";
import { findNotes, wordsOfNote } from "#ui/article-body/notes/find-notes.ts";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";

function notesIn(html: string): string[] {
  const body = document.createElement("div");
  body.innerHTML = String(sanitizeArticle(html, { base: "/", baseUrl: "https://m.example/" }).html);
  return findNotes(body).map((note) => `${note.label}: ${wordsOfNote(note).textContent?.trim()}`);
}

describe("notes", () => {
  it.each([
    [
      "Markdown's",
      '<p>a<sup><a href="#fn1" id="fnref1">[1]</a></sup></p><ol><li id="fn1"><p>Cogs. <a href="#fnref1">↩︎</a></p></li></ol>',
    ],
    [
      "a wiki's",
      '<p>a<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> <span>Cogs.</span></li></ol>',
    ],
    [
      "a letter's",
      '<p>a<a id="footnote-anchor-1" href="#footnote-1">1</a></p><div><a id="footnote-1" href="#footnote-anchor-1">1</a><div><p>Cogs.</p></div></div>',
    ],
    [
      "an old page's",
      '<p>a<a href="#n1" name="r1">(1)</a></p><p><a name="n1" href="#r1">(1)</a> Cogs.</p>',
    ],
  ])("are found in %s way", (_, html) => {
    expect(notesIn(html)).toEqual(["1: Cogs."]);
  });

  it("are found as often as they are named, by whatever sign", () => {
    expect(
      notesIn(
        '<p>a<a href="#n">†</a> b<a href="#n">†</a></p><ul><li id="n">Cogs, <em>and</em> rungs.</li></ul>',
      ),
    ).toEqual(["†: Cogs, and rungs.", "†: Cogs, and rungs."]);
  });

  it.each([
    ["a way to a part", '<p><a href="#p2">2</a></p><h2 id="p2">Two</h2><p>a</p>'],
    ["a way back", '<ol><li id="n">Cogs.</li></ol><p>a<a href="#n">1</a></p>'],
    ["words", '<p><a href="#n">the cogs</a></p><ol><li id="n">Cogs.</li></ol>'],
    ["a paragraph that nothing leads back from", '<p><a href="#n">1</a></p><p id="n">Cogs.</p>'],
    ["a whole part", `<p><a href="#n">1</a></p><ol><li id="n">${"Cogs. ".repeat(600)}</li></ol>`],
  ])("are not: %s", (_, html) => {
    expect(notesIn(html)).toEqual([]);
  });
});
