import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { colourCode, languageOf } from "#ui/article-body/code/colour-code.ts";

// jsdom can't colour text: a highlight is a set of ranges.
beforeEach(() => {
  vi.stubGlobal("Highlight", Set);
  vi.stubGlobal("CSS", { highlights: new Map<string, Set<Range>>() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function codeOf(html: string): Element {
  const body = document.createElement("div");
  body.innerHTML = html;
  const code = body.querySelector("code") ?? body.querySelector("pre");
  if (!code) throw new Error("no code");
  return code;
}

const coloured = () =>
  [...(CSS.highlights as unknown as Map<string, Set<Range>>)].flatMap(([name, ranges]) =>
    [...ranges].map((range) => `${name}: ${range}`),
  );

describe("code", () => {
  it("is coloured where it says its language, its text left as it is", () => {
    const code = codeOf(
      '<pre><code class="language-js">let <b>tide</b> = "h<i>ig</i>h";</code></pre>',
    );
    const before = code.innerHTML;
    const end = colourCode([code]);
    expect(coloured()).toEqual(["code-word: let", 'code-string: "high"']);
    expect(code.innerHTML).toBe(before);
    end();
    expect(coloured()).toEqual([]);
  });

  it("stays in one colour where it says none, or is too long to be read at once", () => {
    colourCode([
      codeOf("<pre><code>let a = 1</code></pre>"),
      codeOf(`<pre><code class="language-js">${"let a = 1;".repeat(4_000)}</code></pre>`),
    ]);
    expect(coloured()).toEqual([]);
  });

  it.each([
    ['<pre><code class="language-C++">', "c++"],
    ['<pre class="lang-py"><code>', "py"],
    ['<pre class="language-go">', "go"],
    ["<pre><code>", null],
  ])("of %s is in %s", (html, language) => {
    expect(languageOf(codeOf(html))).toBe(language);
  });
});
