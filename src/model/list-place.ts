import * as v from "valibot";
import { parseAs } from "./parse.ts";
import type { Settings } from "./settings.ts";

const ListPlaceSchema = v.object({
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  offset: v.number(),
  story: v.exactOptional(v.object({ id: v.string(), date: v.nullable(v.string()) })),
  ref: v.exactOptional(v.object({ month: v.string(), place: v.number() })),
});
/**
 * Where a reader stood in a list: the number of the first row in sight, how far it was scrolled past, in pixels, and
 * its story, where that was at hand: in a list from which stories go that are read, the number alone means another row.
 * And where that story stands in the edition: in front of it others come.
 */
export type ListPlace = v.InferOutput<typeof ListPlaceSchema>;

/** @throws FormatError */
export const parseListPlace = (value: unknown): ListPlace =>
  parseAs(ListPlaceSchema, value, "place in the list");

/** Near the mean height of a row of real content, in pixels: so an unread part of a list is about as long as it will be. */
export const ROW_PX: Readonly<Record<Settings["density"], number>> = {
  regular: 176,
  cards: 330,
  compact: 97,
  headlines: 74,
};

/**
 * So many rows are drawn as one list; what lies beyond is gone to by its day. Browsers limit how high an element is,
 * Firefox to some 17 million pixels, which are 50,000 cards, and each row that turns out higher than it was thought to
 * be moves all below it.
 */
export const MOST_ROWS = 20_000;

/** How many rows stand above those that are drawn as one list around a place. */
export function rowsAbove(index: number, total: number): number {
  return Math.max(0, Math.min(index - MOST_ROWS / 2, total - MOST_ROWS));
}
