import * as v from "valibot";
import { InstantSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

/** The version of the stored form that this code writes, and the newest that it reads. */
export const POSITION_VERSION = 1;

const PositionSchema = v.object({
  v: v.literal(POSITION_VERSION),
  /** Which block of the article's body is at the top of the screen, counted from 0. */
  block: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How much of that block is above the top, from 0 to 1. */
  fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** By the device's clock; decides only which positions are forgotten first. */
  at: InstantSchema,
});
/** How far an article was read: it holds at any text size and width. */
export type Position = v.InferOutput<typeof PositionSchema>;

/** @throws FormatError, NewerVersionError */
export function parsePosition(value: unknown): Position {
  checkVersion(value, POSITION_VERSION, "reading position");
  return parseAs(PositionSchema, value, "reading position");
}
