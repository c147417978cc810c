import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Month, UNDATED } from "#model/edition.ts";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import { findDay } from "#model/find-day.ts";
import { orderOf, type Places } from "#model/order.ts";

const ICE: Filter = { ...EMPTY_FILTER, include: [{ kind: "tag", key: "ice" }] };

function daysOf(list: readonly { day: string | null }[]): Month["days"] {
  const days = new Map<number, number>();
  for (const [place, { day }] of list.entries()) {
    const number = Number(day?.slice(8) ?? 0);
    if (number > 0 && !days.has(number)) days.set(number, place);
  }
  return [...days];
}

/** An edition's months from the days of its stories; every story with a mark is about ice. */
function editionOf(stories: readonly { day: string | null; isIce: boolean }[]) {
  const sorted = [...stories].sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1));
  const byMonth = new Map<string, typeof sorted>();
  for (const each of sorted) {
    const month = each.day?.slice(0, 7) ?? UNDATED;
    byMonth.set(month, [...(byMonth.get(month) ?? []), each]);
  }
  const files = new Map<string, Month>();
  const ice = new Map<string, number[]>();
  for (const [month, list] of byMonth) {
    files.set(month, { month, chunks: [], days: daysOf(list) });
    const places = list.flatMap(({ isIce }, place) => (isIce ? [place] : []));
    if (places.length > 0) ice.set(month, places.reverse());
  }
  const names = [...byMonth.keys()].sort().reverse();
  const months = [...names.filter((name) => name !== UNDATED), UNDATED]
    .filter((name) => byMonth.has(name))
    .map((name): [string, number, string] => [name, byMonth.get(name)?.length ?? 0, ""]);
  const places: Places = ice;
  return {
    newestFirst: [...sorted].reverse(),
    order: (filter: Filter) => orderOf(filter, months, () => places),
    read: async (month: string) => files.get(month) ?? null,
  };
}

const dayOf = (number: number) =>
  new Date(Date.UTC(2024, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

describe("a day in a list", () => {
  it("is found where a plain look at all stories finds it, with and without a filter", async () => {
    const anyStories = fc.array(
      fc.record({
        day: fc.option(fc.nat(120).map(dayOf), { freq: 9 }),
        isIce: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    );
    const check = async (
      stories: Parameters<typeof editionOf>[0],
      wanted: number,
      isIce: boolean,
    ) => {
      const edition = editionOf(stories);
      const listed = edition.newestFirst.filter((story) => !isIce || story.isIce);
      const days = listed.flatMap(({ day }) => day ?? []);
      const apart = (day: string) => Math.abs(Date.parse(day) - Date.parse(dayOf(wanted)));
      const [nearest] = [...days].sort((a, b) => apart(a) - apart(b) || (a < b ? -1 : 1));
      const expected =
        nearest === undefined
          ? null
          : { index: listed.findIndex(({ day }) => day === nearest), day: nearest };
      const order = edition.order(isIce ? ICE : EMPTY_FILTER);
      expect(await findDay(order, dayOf(wanted), edition.read)).toEqual(expected);
    };
    await fc.assert(fc.asyncProperty(anyStories, fc.nat(130), fc.boolean(), check), {
      seed: 20_261_127,
      numRuns: 400,
    });
  });
});
