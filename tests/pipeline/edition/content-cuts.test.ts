import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutByContent } from "#pipeline/edition/content-cuts.ts";
import { hashOf } from "#pipeline/edition/digest.ts";

const SIZE = { least: 16, most: 64 };
const items = (count: number) => Array.from({ length: count }, (_, n) => `item ${n}`);
const hashes = new Map(items(5_000).map((item) => [item, hashOf(item)]));
const cut = (list: readonly string[]) =>
  cutByContent(list.length, (at) => hashes.get(list[at] ?? "") ?? hashOf(list[at] ?? ""), SIZE).map(
    (run) => list.slice(...run),
  );

describe("cuts that depend on content", () => {
  it("give runs that follow each other without gaps, of sizes within the bounds", () => {
    const runs = cut(items(5_000));
    expect(runs.flat()).toEqual(items(5_000));
    const sizes = runs.map((run) => run.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
    const mean = 5_000 / runs.length;
    expect(mean).toBeGreaterThan(28);
    expect(mean).toBeLessThan(42);
  });

  it.each([0, 1, 15, 64])("leave %i items uncut", (count) => {
    expect(cut(items(count))).toEqual(count === 0 ? [] : [items(count)]);
  });

  it("leave nearly all runs as they were when an item comes in anywhere", () => {
    const before = new Set(cut(items(3_000)).map((run) => run.join()));
    const changed: number[] = [];
    const check = (place: number) => {
      const list = items(3_000);
      list.splice(place, 0, `new at ${place}`);
      changed.push(cut(list).filter((run) => !before.has(run.join())).length);
    };
    fc.assert(fc.property(fc.nat(3_000), check), { seed: 5, numRuns: 200 });
    const mean = changed.reduce((sum, count) => sum + count, 0) / changed.length;
    expect(mean).toBeLessThan(1.5);
    expect(changed.filter((count) => count > 4)).toHaveLength(0);
  });

  it("heed the weight of items: one that is too heavy stands alone at most with light ones", () => {
    const weights = [40, 40, 40, 1, 1, 70, 1];
    const runs = cutByContent(
      7,
      (item) => hashOf(String(item)),
      SIZE,
      (item) => weights[item] ?? 0,
    );
    const sums = runs.map(([first, end]) =>
      weights.slice(first, end).reduce((sum, each) => sum + each, 0),
    );
    expect(
      sums.every(
        (sum, index) => sum <= 64 || (runs[index]?.[1] ?? 0) - (runs[index]?.[0] ?? 0) === 1,
      ),
    ).toBe(true);
  });

  it("are made even where all hashes are the same", () => {
    expect(cutByContent(100, () => 7, SIZE).at(-1)?.[1]).toBe(100);
  });
});
