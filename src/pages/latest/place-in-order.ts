import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ListPlace } from "#model/list-place.ts";

/**
 * Finds a reader's place again in a list to which stories have come since: its number is another one then.
 *
 * @param pins how many rows stand in front of the order
 */
export function placeInOrder(
  { due, order }: Pick<StoryOrder, "due" | "order">,
  pins: number,
  place: ListPlace,
): ListPlace {
  const at = place.ref && place.index >= pins ? order.indexOf(place.ref) : -1;
  return at < 0 ? place : { ...place, index: pins + due.length + at };
}
