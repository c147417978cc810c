import { describe, expect, it } from "vitest";
import { hearText } from "#ui/listen/heard-text.ts";

function hear(html: string, language = "en") {
  document.body.innerHTML = `<article lang="en"><header><h1>The title</h1><p>What it is about.</p><div>12 May</div></header><div class="prose" lang="en">${html}</div></article>`;
  const body = document.querySelector<HTMLElement>(".prose");
  if (!body) throw new Error("There is no text.");
  return hearText(body, language);
}
const spoken = (html: string) =>
  hear(html)
    .sentences.slice(2)
    .map((sentence) => sentence.spoken);

describe("an article that is heard", () => {
  it("begins with its title and what it is about, and without its facts", () => {
    expect(hear("<p>One.</p>").sentences.map((each) => each.spoken)).toEqual([
      "The title",
      "What it is about.",
      "One.",
    ]);
  });

  it("has neither captions nor code nor the signs of its notes, and a table's cells one by one", () => {
    expect(
      spoken(
        `<p>The sea<sup><a href="#n1">1</a></sup> is <code>x += 1</code> wide.</p>
        <figure><img alt="a wave"><figcaption>A wave. By me.</figcaption></figure>
        <pre><code>rm -r tide</code></pre>
        <table><caption>Heights</caption><tr><th>Port</th><td>3 m</td></tr></table>
        <p><span class="sr-only">Unseen.</span>https://tides.example/a</p>
        <ol><li id="n1">Of water. <a href="#r1">↩</a></li></ol>`,
      ),
    ).toEqual(["The sea is wide.", "Port", "3 m", "Of water."]);
  });

  it("parts words at the end of a line, and blocks within blocks", () => {
    expect(spoken("<p>First line<br>second</p><ul><li>a<ul><li>b</li></ul>c</li></ul>")).toEqual([
      "First line second",
      "a",
      "b",
      "c",
    ]);
  });

  it("speaks the language of each block", () => {
    const { sentences } = hear(`<p>One.</p><blockquote lang="de"><p>Zwei.</p></blockquote>`);
    expect(sentences.slice(2).map((each) => each.language)).toEqual(["en", "de"]);
  });

  it("knows where each sentence stands, through what is set in other letters", () => {
    const { sentences, rangeOf } = hear("<p>One. Two <em>and</em> a half. Three<br>and</p>");
    expect(sentences.slice(2).map((each) => String(rangeOf(each)))).toEqual([
      "One.",
      "Two and a half.",
      "Threeand",
    ]);
  });
});
