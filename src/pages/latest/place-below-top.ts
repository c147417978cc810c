import { readPlace } from "#data/list-place.ts";
import type { ListPlace } from "#model/list-place.ts";

/** Where the reader stood; null at the top, where every list begins. */
export function placeBelowTop(view: string): ListPlace | null {
  const place = readPlace(view);
  return place && (place.index > 0 || place.offset > 0) ? place : null;
}
