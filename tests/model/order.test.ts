import { describe, expect, it } from "vitest";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import {
  countWith,
  type MonthCounts,
  orderOf,
  type Places,
  packPlaces,
  unpackPlaces,
} from "#model/order.ts";
import type { Term } from "#model/term.ts";

const DIGEST = "0123456789abcdef";
const MONTHS: MonthCounts = [
  ["2026-02", 3, DIGEST],
  ["2026-01", 4, DIGEST],
  ["undated", 2, DIGEST],
];
const ICE: Places = new Map([
  ["2026-02", [2, 0]],
  ["2026-01", [3, 1]],
  ["undated", [0]],
]);
const OWLS: Places = new Map([["2026-01", [3, 2]]]);
const tag = (key: string): Term => ({ kind: "tag", key });
const placesOf = ({ key }: Term): Places =>
  key === "ice" ? ICE : key === "owls" ? OWLS : new Map();
const listOf = (filter: Partial<Filter>) => {
  const order = orderOf({ ...EMPTY_FILTER, ...filter }, MONTHS, placesOf);
  return Array.from({ length: order.total }, (_, index) => {
    const ref = order.refAt(index);
    return ref && `${ref.month} ${ref.place}`;
  });
};

describe("packed places", () => {
  it("are the first place of a month and the steps down from it, and come back as they were", () => {
    const places: Places = new Map([
      ["2026-02", [17, 14, 9]],
      ["2026-01", [0]],
      ["undated", [5, 4]],
    ]);
    expect(packPlaces(places)).toEqual([
      ["2026-02", [17, 3, 5]],
      ["2026-01", [0]],
      ["undated", [5, 1]],
    ]);
    expect(unpackPlaces([packPlaces(places)])).toEqual(places);
  });

  it("of several files are one, also where a month is cut in two", () => {
    expect(
      unpackPlaces([
        [["2026-02", [9, 1]]],
        [
          ["2026-02", [4, 4]],
          ["2026-01", [2]],
        ],
      ]),
    ).toEqual(
      new Map([
        ["2026-02", [9, 8, 4, 0]],
        ["2026-01", [2]],
      ]),
    );
  });
});

describe("the order of stories", () => {
  it("is newest first, those without a date last", () => {
    expect(listOf({})).toEqual([
      "2026-02 2",
      "2026-02 1",
      "2026-02 0",
      "2026-01 3",
      "2026-01 2",
      "2026-01 1",
      "2026-01 0",
      "undated 1",
      "undated 0",
    ]);
  });

  it("of a filter leaves the rest out", () => {
    expect(listOf({ include: [tag("ice")] })).toEqual([
      "2026-02 2",
      "2026-02 0",
      "2026-01 3",
      "2026-01 1",
      "undated 0",
    ]);
    expect(listOf({ include: [tag("ice"), tag("owls")] })).toEqual(["2026-01 3"]);
    expect(listOf({ exclude: [tag("ice")] })).toEqual([
      "2026-02 1",
      "2026-01 2",
      "2026-01 0",
      "undated 1",
    ]);
    expect(listOf({ include: [tag("owls")], exclude: [tag("ice")] })).toEqual(["2026-01 2"]);
    expect(listOf({ include: [tag("nobody's")] })).toEqual([]);
  });

  it("has no story before the first, behind the last, or of a month that it does not have", () => {
    const order = orderOf({ ...EMPTY_FILTER, exclude: [tag("ice")] }, MONTHS, placesOf);
    expect([-1, 4, 0.5 + 4, Number.NaN].map(order.refAt)).toEqual([null, null, null, null]);
    expect(order.indexOf({ month: "1999-01", place: 0 })).toBe(-1);
    expect(order.indexOf({ month: "2026-02", place: 2 })).toBe(-1);
    expect(order.indexOf({ month: "2026-02", place: 3 })).toBe(-1);
    expect(order.indexOf({ month: "2026-02", place: -1 })).toBe(-1);
    expect(order.indexOf({ month: "2026-01", place: 0 })).toBe(2);
  });

  it("costs nothing per story where a filter says nothing of them", () => {
    const months: MonthCounts = [["2026-02", 1_000_000_000, DIGEST]];
    const order = orderOf({ ...EMPTY_FILTER, exclude: [tag("ice")] }, months, placesOf);
    expect(order.total).toBe(999_999_998);
    expect(order.refAt(999_999_997)).toEqual({ month: "2026-02", place: 1 });
    expect(order.indexOf({ month: "2026-02", place: 1 })).toBe(999_999_997);
  });
});

describe("what a further term would leave", () => {
  it("is counted without choosing it", () => {
    const ice = { ...EMPTY_FILTER, include: [tag("ice")] };
    expect(countWith(EMPTY_FILTER, MONTHS, placesOf, tag("ice"))).toBe(5);
    expect(countWith(ice, MONTHS, placesOf, tag("owls"))).toBe(1);
    expect(countWith({ ...ice, match: "any" }, MONTHS, placesOf, tag("owls"))).toBe(6);
    expect(
      countWith({ ...EMPTY_FILTER, exclude: [tag("ice")] }, MONTHS, placesOf, tag("ice")),
    ).toBe(5);
  });
});
