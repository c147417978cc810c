import * as v from "valibot";
import { parseAs } from "./parse.ts";

const ListPlaceSchema = v.object({
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  offset: v.number(),
});
/** Where a reader stood in a list: the number of the first row in sight, and how far it was scrolled past, in pixels. */
export type ListPlace = v.InferOutput<typeof ListPlaceSchema>;

/** @throws FormatError */
export const parseListPlace = (value: unknown): ListPlace =>
  parseAs(ListPlaceSchema, value, "place in the list");
