import fc from "fast-check";
import { expect, test } from "vitest";
import { parseArticle, summaryOf } from "#model/article.ts";
import { galleyOf, kinText, withDigest } from "#pipeline/edition/galley.ts";

const DIGEST = "0123456789abcdef";
const text = fc.string({ unit: "grapheme", maxLength: 12 });
/** What JSON writes in another way, and what it does not. */
const body = fc.oneof(
  text,
  fc.string({
    unit: fc.constantFrom('"', "\n", "é", "’", "😀", " ", "\u2028", "\u007F", "</p>"),
    maxLength: 12,
  }),
  fc.string({
    unit: fc.constantFrom('"', "\n", "\\", "\r", "\t", "\0", "\u001F", "\uD800", "\uDC00"),
    maxLength: 4,
  }),
);
const instant = fc.constantFrom("2026-01-13T09:40:00Z", "2031-12-31T23:59:59Z");
const id = fc.constantFrom("0123456789abcdef0123", "ffffffffffffffffffff");

const article = fc.record(
  {
    v: fc.constant(1),
    id,
    title: text,
    date: fc.option(instant),
    source: text,
    section: text,
    tags: fc.array(text, { maxLength: 3 }),
    excerpt: text,
    picture: fc.record({ src: text, alt: text, width: fc.nat() }, { requiredKeys: ["src"] }),
    minutes: fc.nat(),
    language: text,
    expires: instant,
    appears: instant,
    modified: instant,
    link: fc.constant("https://paper.example/"),
    authors: fc.array(text, { maxLength: 2 }),
    description: text,
    words: fc.nat(),
    body,
    translations: fc.array(fc.record({ id, title: text, language: text }), { maxLength: 2 }),
    related: fc.array(fc.record({ id, title: text, date: fc.option(instant) }), { maxLength: 2 }),
  },
  {
    requiredKeys: [
      "v",
      "id",
      "title",
      "date",
      "tags",
      "excerpt",
      "minutes",
      "authors",
      "words",
      "body",
      "translations",
      "related",
    ],
  },
);

test("an article and its summary are set as their schemas have them", () => {
  fc.assert(
    fc.property(article, (fields) => {
      const parsed = parseArticle(fields);
      const galley = galleyOf(parsed);
      expect(withDigest(galley.summary, DIGEST)).toBe(JSON.stringify(summaryOf(parsed, DIGEST)));
      const whole = withDigest((galley.article + kinText(parsed)).slice(0, -1), DIGEST);
      expect(whole).toBe(JSON.stringify(parseArticle({ ...parsed, digest: DIGEST })));
    }),
    { seed: 31, numRuns: 500 },
  );
});
