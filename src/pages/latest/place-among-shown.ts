import { refKey } from "#data/edition/order-query.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import type { ListPlace } from "#model/list-place.ts";

/**
 * Finds a reader's place again in what is shown of a list, from which stories may have gone since: at the same story, or
 * at the next older one that is shown. Where neither is, the place stays as it was.
 *
 * @param pins how many rows stand in front of the order
 */
export function placeAmongShown(
  { due, order, known }: Pick<StoryOrder, "due" | "order" | "known">,
  pins: number,
  place: ListPlace,
): ListPlace {
  const { index, story } = place;
  if (!story || index < pins) return place;
  let older: number | undefined;
  for (let at = 0; at < due.length + order.total; at++) {
    const ref = order.refAt(at - due.length);
    const shown = due[at] ?? (ref ? known.get(refKey(ref)) : undefined);
    if (shown?.id === story.id) return { ...place, index: pins + at };
    if (shown?.date && story.date && shown.date <= story.date) older ??= pins + at;
  }
  return older === undefined ? place : { ...place, index: older, offset: 0 };
}
