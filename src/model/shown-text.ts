import * as v from "valibot";

/**
 * Characters that turn the order of other text round, or cut it off from what surrounds it (UAX 9, 2.1 to 2.4).
 *
 * The marks U+061C, U+200E and U+200F stay: they turn nothing, and names in two scripts need them.
 */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Gives a text that can't make what stands beside it read otherwise than it is: “exe.txt” stays what it is. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, "");
}

/** A text that is shown as it is, beside others, whoever wrote it. */
export const ShownTextSchema = v.pipe(v.string(), v.transform(withoutTurning));
