import { describe, expect, it } from "vitest";
import { refKey } from "#data/edition/order-query.ts";
import type { Ref } from "#model/order.ts";
import { placeAmongShown } from "#pages/latest/place-among-shown.ts";

/** Stories as a sieve leaves them, by the days of one month. */
function shown(...days: readonly string[]) {
  const refs = days.map((day): Ref => ({ month: "2026-01", place: Number(day) }));
  const story = (day: string) => ({
    id: day,
    digest: "",
    title: day,
    date: `2026-01-${day}T09:00:00Z`,
    tags: [],
    excerpt: "",
    minutes: 1,
  });
  return {
    due: [],
    known: new Map(refs.map((ref, at) => [refKey(ref), story(days[at] ?? "")])),
    order: {
      total: refs.length,
      refAt: (index: number) => refs[index] ?? null,
      indexOf: () => -1,
      newerThan: () => 0,
    },
  };
}

const at = (day: string, index: number) => ({
  index,
  offset: 12,
  story: { id: day, date: `2026-01-${day}T09:00:00Z` },
});

describe("the place in a list from which stories have gone", () => {
  it("is at the same story, whatever its number is now", () => {
    expect(placeAmongShown(shown("14", "11", "10"), 0, at("11", 3))).toMatchObject({
      index: 1,
      offset: 12,
    });
    expect(placeAmongShown(shown("14", "11", "10"), 2, at("11", 5))).toMatchObject({ index: 3 });
  });

  it("is at the next older one where that story has gone too", () => {
    expect(placeAmongShown(shown("14", "10", "09"), 0, at("12", 2))).toMatchObject({
      index: 1,
      offset: 0,
    });
  });

  it("stays where nothing of it is known, and among what stands first of all", () => {
    const place = { index: 2, offset: 3 };
    expect(placeAmongShown(shown("14", "11"), 0, place)).toBe(place);
    const pinned = at("11", 0);
    expect(placeAmongShown(shown("14", "11"), 1, pinned)).toBe(pinned);
    const last = at("02", 2);
    expect(placeAmongShown(shown("14", "11"), 0, last)).toBe(last);
  });
});
