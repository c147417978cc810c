import { expect, it } from "vitest";
import { cleanBody } from "#app/first-view/clean-body.ts";
import { waitForWish } from "#app/first-view/wait-for-wish.ts";
import { faultsIn } from "../../e2e/hostile/faults.ts";
import { hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const PLACE = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
const write = (html: string) => waitForWish(cleanBody(html, PLACE));
/** What a browser with scripts makes of it. */
const seen = (html: string) => html.replace(/<noscript>.*?<\/noscript>/gs, "");

it.each([
  ["a picture", '<img src="https://a.example/x.png" alt="&lt;/noscript&gt;">'],
  ["a set", '<img srcset="/x 1x, https://a.example/x.png 2x" alt="">'],
  ["sources", '<picture><source srcset="https://a.example/x.webp"><img src="x.png"></picture>'],
  ["a film", '<video poster="https://a.example/x.png" src="https://a.example/f.mp4"></video>'],
  ["a film in a film", '<video><video poster="https://a.example/x.png"></video></video>'],
  ["a picture in one", '<picture><picture></picture><img src="https://a.example/x"></picture>'],
])("%s from elsewhere waits until it is known whether the reader wants it", (_, html) => {
  const written = write(`<p>before</p>${html}<p>after</p>`);
  expect(written).toContain("a.example");
  expect(seen(written)).not.toContain("a.example");
  expect(seen(written)).toMatch(/before.*after/s);
});

it("in a formula, where nothing can wait, a picture from elsewhere has no place", () => {
  const math = '<math><mrow><img src="https://a.example/x.png"></mrow></math>';
  expect(write(math)).not.toContain("a.example");
  expect(write(`${math}<img src="https://b.example/x.png">`)).toContain("<noscript>");
});

it("the edition's own pictures are there at once", () => {
  expect(write('<img src="/news/data/files/01/0123456789abcdef/a.png">')).not.toContain("noscript");
});

it("of no hostile body anything is asked, or comes out of what waits", () => {
  const bodies = hostileBodies().filter(({ name }, at) => at % 4 === 1 && !/ deep$/.test(name));
  const faults = bodies.flatMap(({ name, html }) => {
    const template = document.createElement("template");
    template.innerHTML = seen(write(html));
    const asking = template.content.querySelectorAll(
      "[src^='https:'], [srcset*='https:'], [poster^='https:']",
    );
    const asked = [...asking].filter(
      (element) => !/^(?:audio|video|source)$/.test(element.localName),
    );
    return [...faultsIn(template.content), ...asked.map((it) => it.outerHTML)].map(
      (fault) => `${name}: ${fault}`,
    );
  });
  expect(faults).toEqual([]);
});
