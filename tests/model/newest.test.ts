import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isLaterMark,
  isLaterPosition,
  isLaterRecord,
  isLaterSettings,
  isLaterWord,
  notAfter,
  saysTheSame,
  type Word,
} from "#model/newest.ts";
import type { Position } from "#model/position.ts";
import { DEFAULT_SETTINGS, type Settings, THEMES } from "#model/settings.ts";

const SEED = { seed: 20261122, numRuns: 400 };
/** Few values, so that the same instants and the same words often meet. */
const instant = fc.constantFrom(
  "2001-01-01T00:00:00Z",
  "2026-01-01T00:00:00Z",
  "2090-01-01T00:00:00Z",
);
const word: fc.Arbitrary<Word> = fc.record({
  changedAt: instant,
  held: fc.option(
    fc.record(
      {
        savedAt: instant,
        digest: fc.constantFrom("0".repeat(16), "1".repeat(16)),
        archived: fc.boolean(),
        labels: fc.constantFrom(["a"], ["a", "b"]),
        origin: fc.constantFrom("edition" as const, "import" as const),
      },
      { requiredKeys: ["savedAt", "digest"] },
    ),
  ),
});
const position: fc.Arbitrary<Position> = fc.record({
  v: fc.constant(1 as const),
  at: instant,
  block: fc.nat(2),
  fraction: fc.constantFrom(0, 0.5),
  words: fc.constantFrom("Once", "Then"),
});
const settings: fc.Arbitrary<Settings> = fc.record(
  { ...constants(DEFAULT_SETTINGS), theme: fc.constantFrom(...THEMES), changedAt: instant },
  {
    requiredKeys: [
      "v",
      "theme",
      "keys",
      "typeface",
      "measure",
      "textSize",
      "pictures",
      "lineHeight",
      "letterSpacing",
      "wordSpacing",
      "alignment",
      "hyphenation",
      "marksWhileScrolling",
      "language",
      "showsBadge",
      "pace",
      "voices",
      "density",
    ],
  },
);

function constants<T extends object>(value: T) {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, fc.constant(each)]),
  ) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}

/** A shelf, by the names of three articles. */
const shelf = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom("a", "b", "c"), value).map((each) => new Map(Object.entries(each)));

function mergeWith<T>(isLater: (value: T, other: T | undefined) => boolean) {
  return (one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) => {
    const merged = new Map(one);
    for (const [id, value] of other) if (isLater(value, merged.get(id))) merged.set(id, value);
    return merged;
  };
}

/** What can be seen of a shelf: two forms of one word are one. */
const seen = (shelf: ReadonlyMap<string, unknown>) =>
  [...shelf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => [id, plain(value)]);
const plain = (value: unknown) => {
  const { held, ...rest } = value as Word;
  if (held === undefined) return value;
  return { ...rest, held: held && { archived: false, labels: [], origin: "edition", ...held } };
};

describe.each([
  ["what devices say of articles", shelf(word), mergeWith(isLaterWord)],
  ["reading positions", shelf(position), mergeWith(isLaterPosition)],
  [
    "settings",
    shelf(settings),
    mergeWith<Settings>((one, other) => isLaterSettings(one, other ?? null)),
  ],
  ["marks", shelf(fc.record({ at: instant, isRead: fc.boolean() })), mergeWith(isLaterMark)],
  [
    "records",
    shelf(fc.record({ changedAt: instant, name: fc.constantFrom("a", "b") })),
    mergeWith<{ changedAt: string; name: string }>(isLaterRecord),
  ],
])("merging %s", (_, shelves, merge) => {
  // The table's rows are of different kinds, which belong together only within one.
  const join = merge as (one: unknown, other: unknown) => ReadonlyMap<string, unknown>;
  const any = shelves as fc.Arbitrary<ReadonlyMap<string, unknown>>;

  it("gives the same in either order", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(seen(join(a, b))).toEqual(seen(join(b, a)));
      }),
      SEED,
    );
  });
  it("gives the same however three are put together", () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(seen(join(join(a, b), c))).toEqual(seen(join(a, join(b, c))));
      }),
      SEED,
    );
  });
  it("a second time changes nothing", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(join(join(a, b), b)).toEqual(join(a, b));
      }),
      SEED,
    );
  });
});

const HELD = { savedAt: "2020-01-01T00:00:00Z", digest: "0".repeat(16) };

it.each([
  ["a removal after the save", { changedAt: "2026-01-02T00:00:00Z", held: null }, true],
  ["a removal in the same second", { changedAt: "2026-01-01T00:00:00Z", held: null }, true],
  ["a removal before the save", { changedAt: "2025-01-01T00:00:00Z", held: null }, false],
])("%s counts: %o", (_, removal, counts) => {
  expect(isLaterWord(removal, { changedAt: "2026-01-01T00:00:00Z", held: HELD })).toBe(counts);
});

it("what was said at another time may be the same", () => {
  const [one, other] = ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"].map((changedAt) => ({
    changedAt,
    held: { ...HELD, archived: false, labels: [] },
  }));
  expect(one && other && saysTheSame(one, other)).toBe(true);
  expect(saysTheSame({ changedAt: "", held: HELD }, { changedAt: "", held: null })).toBe(false);
});

it("an instant is held to the bounds", () => {
  expect(notAfter("2090-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z")).toBe(
    "2026-02-01T00:00:00Z",
  );
  expect(notAfter("2020-01-01T00:00:00Z", "2026-03-01T00:00:00Z")).toBe("2020-01-01T00:00:00Z");
});
