import { describe, expect, it } from "vitest";
import { EMPTY_FILTER } from "#model/filter.ts";
import { orderOf } from "#model/order.ts";
import { placeInOrder } from "#pages/latest/place-in-order.ts";

/** A month with so many stories, below those that are due since. */
const list = (count: number, due = 0) => ({
  due: Array.from({ length: due }, (_, at) => ({
    id: `${at}`,
    digest: "",
    title: "",
    date: null,
    tags: [],
    excerpt: "",
    minutes: 1,
  })),
  order: orderOf(EMPTY_FILTER, [["2026-01", count, "0123456789abcdef"]], () => new Map()),
});
const place = { index: 4, offset: 12, ref: { month: "2026-01", place: 5 } };

describe("the place in a list to which stories have come", () => {
  it("is at the same story, below what is new and what stands first", () => {
    expect(placeInOrder(list(10), 0, place)).toEqual(place);
    expect(placeInOrder(list(13), 0, place)).toEqual({ ...place, index: 7 });
    expect(placeInOrder(list(13, 2), 1, place)).toEqual({ ...place, index: 10 });
  });

  it("is at the same number where the story is gone, is not known, or stands first", () => {
    expect(placeInOrder(list(3), 0, place)).toEqual(place);
    expect(placeInOrder(list(13), 0, { index: 4, offset: 12 })).toEqual({ index: 4, offset: 12 });
    expect(placeInOrder(list(13), 5, place)).toEqual(place);
  });
});
