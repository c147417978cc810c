import { describe, expect, it } from "vitest";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";
import { faultsIn } from "../../e2e/hostile/faults.ts";
import { type HostileBody, hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const options = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
// jsdom needs seconds for what a browser does at once: all of them are for Chromium, in tests/e2e/hostile.e2e.ts.
const bodies = hostileBodies()
  .filter(({ name }) => !/ deep$|3,000 links/.test(name))
  .filter((_, at) => at % 4 === 0);

const familyOf = ({ name }: HostileBody) => name.split(":")[0];
const families = [...new Set(bodies.map(familyOf))];

function sanitize(html: string): string {
  return String(sanitizeArticle(html, options).html);
}

function read(html: string): ParentNode {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

describe("the hostile corpus", () => {
  it("holds at least 1,500 bodies, no two the same or of one name", () => {
    const all = hostileBodies();
    expect(all.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(all.map(({ html }) => html.replace(/\s+/g, " ").trim())).size).toBeGreaterThan(
      1_500,
    );
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it("would do harm if nobody cleaned it", () => {
    const harmless = bodies.filter(({ html }) => faultsIn(read(html)).length === 0);
    expect(harmless.length / bodies.length).toBeLessThan(0.1);
  });

  it.each(families)("leaves nothing that runs, asks or covers: %s", (family) => {
    const faults = bodies
      .filter((body) => familyOf(body) === family)
      .flatMap(({ name, html }) => {
        const once = sanitize(html);
        // Sanitizing what was sanitized changes nothing more.
        const drift = sanitize(once) === once ? [] : ["changes when it is sanitized again"];
        return [...faultsIn(read(once)), ...drift].map((fault) => `${name}: ${fault}`);
      });
    expect(faults).toEqual([]);
  });
});
