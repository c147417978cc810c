import * as v from "valibot";
import { InstantSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

/** The version of the stored form that this code writes, and the newest that it reads. */
export const POSITION_VERSION = 1;

/** Of a block's opening words, in characters: long enough to tell one paragraph from another, short enough for thousands of them. */
export const OPENING_LENGTH = 60;

const PositionSchema = v.object({
  v: v.literal(POSITION_VERSION),
  /**
   * Which block of the article's body is at the top of the screen, counted from 0: with `words` of all blocks that hold
   * no others, without (as other programs' progress is taken over) of those that stand in nothing else.
   */
  block: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How much of that block is above the top, from 0 to 1. */
  fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** How the block begins, as `openingWords` gives it: it finds the block again in an article that was changed. */
  words: v.exactOptional(v.pipe(v.string(), v.maxLength(OPENING_LENGTH))),
  /** True where the end was reached: such an article opens at its top. */
  isFinished: v.exactOptional(v.boolean()),
  /** By the device's clock: which positions are forgotten first, and which of two devices' counts. */
  at: InstantSchema,
});
/** How far an article was read: it holds at any text size and width. */
export type Position = v.InferOutput<typeof PositionSchema>;
/** A position without when it was reached. */
export type ReadingPlace = Omit<Position, "v" | "at">;

/** @throws FormatError, NewerVersionError */
export function parsePosition(value: unknown): Position {
  checkVersion(value, POSITION_VERSION, "reading position");
  return parseAs(PositionSchema, value, "reading position");
}

/** Gives the words by which a block is known, from all of its text. */
export function openingWords(text: string): string {
  const words = text
    .slice(0, 4 * OPENING_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= OPENING_LENGTH) return words;
  return words
    .slice(0, OPENING_LENGTH)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}

/**
 * Finds the block of a position among the opening words of an article's blocks: where it stood, if it still begins so;
 * else the nearest that does; else the one that stands there now, from its beginning.
 */
export function findBlock(
  { block, fraction, words }: ReadingPlace,
  openings: readonly string[],
): { readonly block: number; readonly fraction: number } {
  if (words === undefined || openings[block] === words) return { block, fraction };
  let nearest = -1;
  for (const [at, opening] of openings.entries()) {
    if (opening !== words || words === "") continue;
    if (nearest < 0 || Math.abs(at - block) < Math.abs(nearest - block)) nearest = at;
  }
  return nearest < 0 ? { block, fraction: 0 } : { block: nearest, fraction };
}
