import { createBelongings } from "#data/device/belongings.ts";
import { deviceStorage, lookAgain, openSaved, withManySaved } from "#data/device/device.ts";
import { tombstonesOf } from "#data/device/keep-copies.ts";
import type { Traveller } from "#model/backup.ts";
import type { Word } from "#model/newest.ts";
import { changedAtOf, type SavedRecord } from "#model/saved.ts";
import type { Stock } from "./arriving/plan.ts";

/** The marks, positions and settings of this device. */
export const belongings = createBelongings(deviceStorage, lookAgain);

/** All that is kept on this device, once both places were looked at; `removed` newest last. */
export type DeviceStock = Stock & { readonly records: readonly SavedRecord[] };

/** @param now removals that don't say when they were made count as made now: they are not undone by what is older */
export function readStock(now: string): Promise<DeviceStock> {
  return withManySaved(async ({ state }) => {
    const { records } = state.getSnapshot();
    const words = new Map<string, Word>();
    for (const { id, changedAt } of tombstonesOf({ state })) {
      words.set(id, { changedAt: changedAt ?? now, held: null });
    }
    for (const record of records) words.set(record.id, wordOf(record));
    return { ...belongings.read(), words, records };
  });
}

/**
 * Opens a saved article for leaving.
 *
 * @throws SavedError
 */
export async function openTraveller(record: SavedRecord): Promise<Traveller> {
  const article = await openSaved(record.id);
  const { savedAt, digest, archived, labels, origin } = record;
  return {
    id: record.id,
    savedAt,
    changedAt: changedAtOf(record),
    digest,
    ...(archived ? { archived } : {}),
    ...(labels && labels.length > 0 ? { labels } : {}),
    ...(origin ? { origin } : {}),
    article,
  };
}

function wordOf(record: SavedRecord): Word {
  return { changedAt: changedAtOf(record), held: record };
}
