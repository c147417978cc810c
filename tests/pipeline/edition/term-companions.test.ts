import fc from "fast-check";
import { expect, it } from "vitest";
import { Former } from "#pipeline/edition/former.ts";
import { companionsOf } from "#pipeline/edition/term-companions.ts";
import type { TermUse } from "#pipeline/edition/term-index.ts";

it("what a term shares with each frequent one is what a plain look at all stories counts", () => {
  const anyTags = fc.array(fc.array(fc.nat(69), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 80,
  });
  const check = (stories: number[][], most: number) => {
    const uses = Array.from({ length: 70 }, (_, tag): TermUse => {
      const numbers = stories.flatMap((tags, number) => (tags.includes(tag) ? [number] : []));
      return {
        key: String(tag).padStart(2, "0"),
        label: "",
        stories: Uint32Array.from(numbers.reverse()),
      };
    }).filter((use) => use.stories.length > 0);
    const terms = { tag: uses, source: [], section: [] };
    const companions = companionsOf({ count: stories.length, terms, former: null }, most);
    for (const use of uses) {
      const expected = uses
        .filter((other) => other !== use && other.stories.length > most)
        .map((other) => [
          "tag",
          other.key,
          other.stories.filter((at) => use.stories.includes(at)).length,
        ])
        .filter(([, , many]) => many !== 0);
      expect(companions.of("tag", use)).toEqual(expected);
    }
  };
  fc.assert(fc.property(anyTags, fc.nat(4), check), { seed: 20_261_127, numRuns: 100 });
});

it("the frequent terms are those of the edition before only where none came and none went", () => {
  const use = (key: string, count: number): TermUse => ({
    key,
    label: key,
    stories: Uint32Array.from({ length: count }, (_, at) => at),
  });
  const former = new Former(
    "/nowhere",
    {
      months: [],
      rows: [],
      aliases: [],
      files: [],
      previous: [],
      stories: {
        ids: new Uint8Array(0),
        times: new Float64Array(0),
        days: new Uint8Array(0),
        terms: { kinds: [], keys: [], labels: [], counts: [], numbers: [] },
      },
      counts: { stories: 9, articles: 9, tags: 2, sources: 0, sections: 0, files: 9 },
      terms: {
        tag: [
          ["ice", "Ice", 5, "a", [], 0],
          ["owls", "Owls", 2, "b", [], 0],
        ],
        source: [],
        section: [],
      },
    },
    [],
  );
  const areAsBefore = (...tag: TermUse[]) =>
    companionsOf({ count: 9, terms: { tag, source: [], section: [] }, former }, 3).areAsBefore;
  expect(areAsBefore(use("ice", 6), use("owls", 3))).toBe(true);
  expect(areAsBefore(use("ice", 6), use("owls", 4))).toBe(false);
  expect(areAsBefore(use("ice", 3), use("owls", 3))).toBe(false);
  expect(areAsBefore(use("ice", 3), use("owls", 4))).toBe(false);
});
