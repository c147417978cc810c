import { describe, expect, it } from "vitest";
import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";
import { faultsIn } from "../../e2e/hostile/faults.ts";
import { hostileBodies } from "../../e2e/hostile/hostile-bodies.ts";

const options = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };
// jsdom needs seconds for what a browser does at once: these are for Chromium.
const bodies = hostileBodies().filter(({ name }) => !/ deep$|3,000 links/.test(name));

function sanitize(html: string): string {
  return String(sanitizeArticle(html, options).html);
}

function read(html: string): ParentNode {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

describe("the hostile corpus", () => {
  it("holds at least 300 bodies, no two the same or of one name", () => {
    expect(bodies.length).toBeGreaterThanOrEqual(300);
    expect(new Set(bodies.map(({ name }) => name)).size).toBe(bodies.length);
  });

  it("would do harm if nobody cleaned it", () => {
    const harmless = bodies.filter(({ html }) => faultsIn(read(html)).length === 0);
    expect(harmless.length / bodies.length).toBeLessThan(0.1);
  });

  it.each(bodies)("$name: nothing is left that runs, asks or covers", ({ html }) => {
    const once = sanitize(html);
    expect(faultsIn(read(once))).toEqual([]);
    // Sanitizing what was sanitized changes nothing more.
    expect(sanitize(once)).toBe(once);
  });
});
