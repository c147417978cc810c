import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePlainYaml } from "#pipeline/content/source/parse-plain-yaml.ts";
import { parseYaml } from "#pipeline/content/source/parse-yaml.ts";

const seedLike = `title: "Rivers: a history"
date: 2026-01-13
# by the importer
image: ''
link: 'https://www.example.com/a?b=c#d'
author: O'Neill & sons, [etc]
it: 'it''s'
draft: false
weight: 010
tags:
- 'rivers'
- "old roads"
- 2024

topics:
  - a
  - b
empty:
`;

test("what importers write is read without the full parser, and alike", () => {
  const plain = parsePlainYaml(seedLike, () => undefined);
  expect(plain).toEqual(parseYaml(seedLike, () => undefined));
  expect(plain?.get("tags")).toEqual(["rivers", "old roads", "2024"]);
});

test.each([
  "a: [b]",
  "a: {b: c}",
  "a: &b c",
  "a: *b",
  "a: |\n  b",
  "a: b\n  c",
  'a: "b\n  c"',
  'a: "b\\n"',
  "a: b # c",
  "a: 'b' # c",
  "a: b: c",
  "a: b:",
  "a:\n  b: c",
  "a:\n- b: c",
  "a:\n- b\n - c",
  "a: b\n- c",
  "- a",
  "a",
  "a:b",
  "? a\n: b",
  "a: null",
  "a:\n- null",
  "a: ~",
  "null: a",
  "a:\tb",
  "a: b\r\nc: d",
  "a: !!str b",
  "a:\n-",
  "...",
  "a: -",
])("%j is left to the full parser", (text) => {
  expect(parsePlainYaml(text, () => undefined)).toBeNull();
});

const scalar = fc.oneof(
  fc.constantFrom(
    "a",
    "A b",
    "010",
    "1e3",
    "no",
    "true",
    "2024-01-01",
    "12:30",
    "null",
    "~",
    "é",
    "a:b",
    "a: b",
    "a #b",
    "a#b",
    "x:",
    "#x",
    "-",
    "- x",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "[a]",
    "{a}",
    "a, b",
    "'a'",
    "'a",
    "'it''s'",
    '"a"',
    '"a',
    '"\\t"',
    "'a' b",
    '"a" b',
    "''",
    '""',
    "a  ",
    "/a/b",
    "https://a.example/?b#c",
    "日本",
    "\u200C",
    "a\\b",
    "a'b",
    'a"b',
  ),
  fc.string({ maxLength: 6 }),
);
const key = fc.constantFrom(
  "a",
  "A",
  "b_c",
  "b-c",
  "title",
  "null",
  "true",
  "1",
  "a b",
  "'q'",
  "__proto__",
);
const line = fc.oneof(
  fc.tuple(key, fc.constantFrom(": ", ":", ":  ", " : "), scalar).map((parts) => parts.join("")),
  fc.tuple(key, fc.constantFrom(":", ": ")).map((parts) => parts.join("")),
  fc.tuple(fc.constantFrom("- ", "  - ", " - ", "-", "-  "), scalar).map((parts) => parts.join("")),
  fc.constantFrom("", " ", "# c", "  # c", "---", "..."),
  scalar,
);

test("where it reads, it reads what the full parser reads", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const text = lines.join("\n");
      const plainTwins: string[] = [];
      const plain = parsePlainYaml(text, (name) => plainTwins.push(name));
      if (plain === null) return;
      read += 1;
      const twins: string[] = [];
      expect([...plain]).toEqual([...toMap(parseYaml(text, (name) => twins.push(name)))]);
      expect(plainTwins).toEqual(twins);
    }),
    { seed: 20_260_603, numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(1000);
});

/** No fields at all are null to the full parser. */
function toMap(value: unknown): Map<unknown, unknown> {
  return value instanceof Map ? value : new Map();
}
