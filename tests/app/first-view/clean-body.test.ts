import { describe, expect, it } from "vitest";
import { cleanBody } from "#app/first-view/clean-body.ts";
import { faultsIn } from "../../e2e/hostile/faults.ts";
import { hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const PLACE = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
// All of them stand in documents in tests/e2e/hostile.e2e.ts.
const bodies = hostileBodies().filter(({ name }, at) => at % 4 === 1 && !/ deep$/.test(name));
const clean = (html: string) => cleanBody(html, PLACE);

function faultsOf(html: string): string[] {
  const template = document.createElement("template");
  template.innerHTML = html;
  return faultsIn(template.content);
}

describe("what stands in a document", () => {
  it("holds nothing that runs, asks or covers, of no hostile body", () => {
    const faults = bodies.flatMap(({ name, html }) => {
      const waiting = clean(html);
      // As a browser with scripts reads it, and as one without.
      const withScripts = waiting.replace(/<noscript>.*?<\/noscript>/gs, "");
      const without = waiting.replace(/<\/?noscript>/g, "");
      return [...faultsOf(withScripts), ...faultsOf(without)].map((fault) => `${name}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ["a picture", '<img src="https://a.example/x.png" alt="&lt;/noscript&gt;">'],
    ["a set", '<img srcset="/x 1x, https://a.example/x.png 2x" alt="">'],
    ["sources", '<picture><source srcset="https://a.example/x.webp"><img src="x.png"></picture>'],
    ["a film", '<video poster="https://a.example/x.png" src="https://a.example/f.mp4"></video>'],
    ["a film in a film", '<video><video poster="https://a.example/x.png"></video></video>'],
    [
      "a picture in pictures",
      '<picture><picture></picture><img src="https://a.example/x"></picture>',
    ],
  ])("lets %s from elsewhere wait until it is known whether the reader wants it", (_, html) => {
    const written = clean(`<p>before</p>${html}<p>after</p>`);
    const seen = written.replace(/<noscript>.*?<\/noscript>/gs, "");
    expect(written).toContain("a.example");
    expect(seen).not.toContain("a.example");
    expect(seen).toMatch(/before.*after/s);
  });

  it("shows the edition's own pictures at once, and one headline", () => {
    const own = '<img src="/news/data/files/01/0123456789abcdef/a.png">';
    expect(clean(own)).not.toContain("noscript");
    expect(clean("<h1>Tide</h1>")).toBe("<h2>Tide</h2>");
  });
});
