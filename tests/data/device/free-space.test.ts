import { afterEach, expect, it, vi } from "vitest";
import { freeSpace } from "#data/device/free-space.ts";

/** Cache Storage with a file in each of these caches; those whose entries were removed one by one come to be named. */
function caches(...names: string[]) {
  const kept = new Map(names.map((name) => [name, [`/${name}`]]));
  const emptied: string[] = [];
  vi.stubGlobal("caches", {
    has: async (name: string) => kept.has(name),
    delete: async (name: string) => kept.delete(name),
    open: async (name: string) => ({
      keys: async () => [...(kept.get(name) ?? [])],
      delete: async (request: string) => {
        const files = kept.get(name) ?? [];
        files.splice(files.indexOf(request), 1);
        if (files.length === 0) emptied.push(name);
      },
    }),
  });
  return { kept, emptied };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const OF_OTHERS = [
  "offprint-saved-pictures@/",
  `offprint-worker-lists-${location.origin}/`,
  `offprint-worker-app-${location.origin}/`,
  "offprint-kept-offline@/news/",
];
const SPARE = [
  "offprint-kept-offline@/",
  `offprint-worker-articles-${location.origin}/`,
  `offprint-worker-pictures-${location.origin}/`,
];

it("what can be had again gives way step by step, and nothing else does", async () => {
  const { kept, emptied } = caches(...OF_OTHERS, ...[...SPARE].reverse());
  for (const at of SPARE.keys()) {
    expect(await freeSpace()).toBe(true);
    expect(emptied).toEqual(SPARE.slice(0, at + 1));
    expect([...kept.keys()].sort()).toEqual([...OF_OTHERS, ...SPARE.slice(at + 1)].sort());
  }
  expect(await freeSpace()).toBe(false);
  expect([...kept.keys()]).toEqual(OF_OTHERS);
});

it("who asks while space is being freed gets the same, and no further cache goes for it", async () => {
  const { emptied } = caches(...SPARE);
  expect(await Promise.all([freeSpace(), freeSpace()])).toEqual([true, true]);
  expect(emptied).toEqual(SPARE.slice(0, 1));
});

it("a cache with nothing in it is no space", async () => {
  const { kept } = caches(...SPARE);
  kept.set(SPARE[0] ?? "", []);
  expect(await freeSpace()).toBe(true);
  expect([...kept.keys()]).toEqual(SPARE.slice(2));
});
