import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { renderMarkdown } from "#pipeline/content/body/markdown.ts";

const whole = new MarkdownIt({ html: true, linkify: true, typographer: true });

/** Pieces that begin, end or break a block of HTML, to be put together at random. */
const pieces = ["<p>", "</p>", "<div class='a'>", "<p", "word -- ", "*x*", "\n", "\n\n", " ", "\t"];
const odd = [
  "<pre>",
  "</pre>\n",
  "<!-- a -->",
  "\u00A0",
  "\r",
  "\r\n",
  "https://a.example",
  "&amp;",
];
const more = ["<table>\n", "<h2 id=a>", "    ", "- a", "\0", "(c)", "<span>", "<style>\n"];

test("a body that is one block of HTML is rendered without the parser, and alike", () => {
  const body = fc.array(fc.constantFrom(...pieces, ...odd, ...more), { maxLength: 12 });
  fc.assert(
    fc.property(body, (words) => {
      const text = `<p>${words.join("")}`;
      expect(renderMarkdown(text)).toBe(whole.render(text));
    }),
    { seed: 3, numRuns: 5_000 },
  );
});

test.each([
  ["See www.example.org/a?b=c, then", "http://www.example.org/a?b=c", "www.example.org/a?b=c"],
  ["(https://example.org/x)", "https://example.org/x", "https://example.org/x"],
  ["Write to ann@example.org.", "mailto:ann@example.org", "ann@example.org"],
])("an address that stands in the text is a link: %s", (text, href, words) => {
  expect(renderMarkdown(text)).toContain(`<a href="${href}">${words}</a>`);
});

test.each(["example.org is a name", "www.nothing", "www. is no name", "awww.example.org"])(
  "%s: no link",
  (text) => {
    expect(renderMarkdown(text)).not.toContain("<a ");
  },
);

test("tasks are boxes", () => {
  expect(renderMarkdown("- [ ] a\n- [x] **b**\n- [y] c")).toBe(
    '<ul>\n<li><input type="checkbox" disabled=""> a</li>\n<li><input type="checkbox" disabled="" checked=""> <strong>b</strong></li>\n<li>[y] c</li>\n</ul>\n',
  );
});

// The work for these grew with the square of their number: for hours.
test.each([
  ["tasks", "- [ ] a\n", "checkbox"],
  ["notes in brackets", "^[a]", "^[a]"],
])("a hundred thousand %s are read in one go", (_, unit, part) => {
  expect(renderMarkdown(unit.repeat(100_000))).toContain(part);
});
