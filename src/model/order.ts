import { type Manifest, type PackedPlaces, UNDATED } from "./edition.ts";
import { type Filter, includedOf, withTerm } from "./filter.ts";
import type { Term } from "./term.ts";

/** Where a story stands in the edition: its month, and its place there, counted from the month's oldest. */
export type Ref = { readonly month: string; readonly place: number };

/** The stories of one term: for each month its places, newest first. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** Gives the stories of a term that stands in a filter. */
export type PlacesOf = (term: Term) => Places;

/** The stories that a filter lets through, newest first, those without a date last. */
export type Order = {
  readonly total: number;
  /** The story at a number from 0; null where there is none. */
  readonly refAt: (index: number) => Ref | null;
  /** The number of a story; -1 where the filter does not let it through. */
  readonly indexOf: (ref: Ref) => number;
  /** How many of the stories stand before a place of a dated month, whether there is a story at it or not. */
  readonly newerThan: (ref: Ref) => number;
};

/** Months newest first, each with how many stories it has: what an order needs of a manifest. */
export type MonthCounts = Manifest["months"];

/** Packs a term's places as its file holds them; the months must come newest first. */
export function packPlaces(places: Places): PackedPlaces {
  return [...places].map(([month, list]) => [
    month,
    list.map((place, index) => (index === 0 ? place : (list[index - 1] ?? 0) - place)),
  ]);
}

/** Opens the packed places of one term, whose files are given newest first. */
export function unpackPlaces(files: readonly PackedPlaces[]): Places {
  const places = new Map<string, number[]>();
  for (const [month, steps] of files.flat()) {
    const list: number[] = [];
    let place = 0;
    for (const step of steps) {
      place = list.length === 0 ? step : place - step;
      list.push(place);
    }
    places.set(month, [...(places.get(month) ?? []), ...list]);
  }
  return places;
}

/**
 * Puts the stories that a filter lets through in order, from the places of its terms alone.
 *
 * What it costs depends on the stories of the filter's terms, not on the edition: a filter that only excludes is kept
 * as what it leaves out.
 */
export function orderOf(filter: Filter, months: MonthCounts, placesOf: PlacesOf): Order {
  const { groups, excluded } = readFilter(filter, placesOf);
  const kept: KeptMonth[] = [];
  const firstOf = new Map<string, number>();
  let total = 0;
  for (const [month, count] of months) {
    const list = keptOf(month, count, groups, excluded);
    if (list.total === 0) continue;
    firstOf.set(month, kept.length);
    kept.push({ ...list, month, first: total });
    total += list.total;
  }
  return {
    total,
    refAt: (index) => {
      if (!(index >= 0 && index < total)) return null;
      const found = kept[lowest(kept.length, (at) => (kept[at + 1]?.first ?? total) > index)];
      return found ? { month: found.month, place: found.placeAt(index - found.first) } : null;
    },
    indexOf: ({ month, place }) => {
      const found = kept[firstOf.get(month) ?? -1];
      const index = found ? found.indexOf(place) : -1;
      return found && index >= 0 ? found.first + index : -1;
    },
    newerThan: ({ month, place }) => {
      const isUpTo = (each: string) => each === UNDATED || each <= month;
      const found = kept[lowest(kept.length, (at) => isUpTo(kept[at]?.month ?? UNDATED))];
      if (found?.month !== month) return found?.first ?? total;
      return found.first + lowest(found.total, (index) => found.placeAt(index) <= place);
    },
  };
}

/** Counts the stories that a filter would leave if a term were included too. */
export function countWith(
  filter: Filter,
  months: MonthCounts,
  placesOf: PlacesOf,
  term: Term,
): number {
  return orderOf(withTerm(filter, term, "included"), months, placesOf).total;
}

/** One month's stories that a filter lets through, newest first. */
type Kept = {
  readonly total: number;
  readonly placeAt: (index: number) => number;
  readonly indexOf: (place: number) => number;
};
type KeptMonth = Kept & { readonly month: string; readonly first: number };

/** The filter as groups: a story must be in at least one list of every group, and in none that is excluded. */
function readFilter(filter: Filter, placesOf: PlacesOf) {
  const tags = includedOf(filter, "tag").map(placesOf);
  const groups = [
    ...(filter.match === "all" ? tags.map((places) => [places]) : [tags]),
    includedOf(filter, "source").map(placesOf),
    includedOf(filter, "section").map(placesOf),
  ].filter((group) => group.length > 0);
  return { groups, excluded: filter.exclude.map(placesOf) };
}

function keptOf(
  month: string,
  count: number,
  groups: readonly (readonly Places[])[],
  excluded: readonly Places[],
): Kept {
  const out = unite(excluded, month);
  const [first, ...others] = groups.map((group) => unite(group, month));
  if (!first) return allBut(out, count);
  const sets = others.map((list) => new Set(list));
  const without = new Set(out);
  const list = first.filter((place) => !without.has(place) && sets.every((set) => set.has(place)));
  return {
    total: list.length,
    placeAt: (index) => list[index] ?? 0,
    indexOf: (place) => {
      const at = lowest(list.length, (index) => (list[index] ?? 0) <= place);
      return list[at] === place ? at : -1;
    },
  };
}

/** All places from `count - 1` down to 0 but those of a list that is sorted downwards. */
function allBut(out: readonly number[], count: number): Kept {
  // Of the places above the one at `index`, exactly as many are out as have at most `index` kept ones above them.
  const outAbove = (index: number) =>
    lowest(out.length, (at) => count - 1 - (out[at] ?? 0) - at > index);
  return {
    total: count - out.length,
    placeAt: (index) => count - 1 - index - outAbove(index),
    indexOf: (place) => {
      if (place < 0 || place >= count) return -1;
      const at = lowest(out.length, (index) => (out[index] ?? 0) <= place);
      return out[at] === place ? -1 : count - 1 - place - at;
    },
  };
}

/** The places of a month that are in any of the lists, downwards, each once. */
function unite(lists: readonly Places[], month: string): readonly number[] {
  const found = lists.flatMap((places) => {
    const list = places.get(month);
    return list ? [list] : [];
  });
  if (found.length <= 1) return found[0] ?? [];
  return [...new Set(found.flat())].sort((a, b) => b - a);
}

/** The lowest number from 0 for which a claim holds that, once true, stays true; `count` where it never does. */
function lowest(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
