import { byOrder, isNewer, type SavedRecord, type Tombstone } from "#model/saved.ts";
import { type Holdings, unite } from "./holdings.ts";
import type { Places } from "./places.ts";
import { hasRoom, makeRoom } from "./room.ts";
import type { Shelf } from "./shelf.ts";
import { storageKey } from "./storage-keys.ts";

/** Tombstones are small, but must not grow for ever; the oldest have long been heard of everywhere. */
const MOST_TOMBSTONES = 1_000;
/** Characters that are freed where not even the records fit into localStorage. */
const MORE_ROOM = 200_000;
/** Records with their bodies in memory at once. */
const BATCH = 100;

/**
 * Unites both places and heals the poorer one. `onMirror` gets what the mirror has as soon as it is read, null where it
 * is denied: localStorage is left as it is then.
 */
export async function reconcile(
  places: Places,
  onMirror: (mirrored: Holdings | null) => void,
): Promise<void> {
  const { shelf, mirror } = places;
  const litter = new Set(shelf.litter());
  const mirrored = await mirror.read().catch(() => null);
  shelf.readAll();
  onMirror(mirrored);
  if (!mirrored) return;
  const united = unite(shelf.holdings, mirrored);
  const steps = [
    () => healMirror(places, lacking(mirrored, united)),
    () => healShelf(places, united),
    () => forgetOldest(places, united),
  ];
  // Each heals what it can: a mirror that takes no more must not keep localStorage from being healed.
  for (const step of steps) await step().catch(() => undefined);
  // Only what was litter at two looks: another tab may be between the body and the record.
  shelf.drop(shelf.litter().filter((key) => litter.has(key)));
}

type Lacking = { readonly records: SavedRecord[]; readonly tombstones: Tombstone[] };

/** What a place does not have of what there is; a place in which something unreadable lies lacks nothing there. */
function lacking(place: Holdings, united: Holdings): Lacking {
  return {
    records: [...united.records.values()]
      .filter((record) => isNewer(record, place.records.get(record.id)))
      .filter(({ id }) => !place.unreadable.has(storageKey.record(id)))
      .sort(byOrder),
    tombstones: [...united.tombstones.values()]
      .filter(({ id, rev }) => rev > (place.tombstones.get(id)?.rev ?? 0))
      .filter(({ id }) => !place.unreadable.has(storageKey.gone(id))),
  };
}

async function healMirror({ shelf, mirror }: Places, { records, tombstones }: Lacking) {
  if (tombstones.length > 0) await mirror.bury(tombstones);
  for (const batch of inBatches(records)) {
    await mirror.put(batch.map((record) => ({ record, body: shelf.body(record) })));
  }
}

async function healShelf(places: Places, united: Holdings): Promise<void> {
  await makeRoom(places, 0);
  if (await fillShelf(places, lacking(places.shelf.holdings, united))) return;
  await makeRoom(places, MORE_ROOM);
  await fillShelf(places, lacking(places.shelf.holdings, united));
}

/** @returns false where the disk is full: what is left stays in the mirror, from which it is shown as well. */
async function fillShelf({ shelf, mirror }: Places, { records, tombstones }: Lacking) {
  for (const tombstone of tombstones) shelf.bury(tombstone);
  for (const batch of inBatches(records)) {
    // What has no room stays in the mirror, from which it is shown as well.
    if (batch[0] && !hasRoom(shelf, batch[0], "")) return true;
    const bodies = await mirror.bodies(batch);
    for (const [at, record] of batch.entries()) {
      if (!restore(shelf, record, bodies[at] ?? null)) return false;
    }
  }
  return true;
}

/** Another tab may have written something newer while the bodies were read. */
function restore(shelf: Shelf, record: SavedRecord, body: string | null): boolean {
  shelf.readOne(record.id);
  if (!isNewer(record, shelf.holdings.records.get(record.id))) return true;
  if (body !== null && hasRoom(shelf, record, body)) {
    if (shelf.put({ ...record, body: "local" }, body) === "written") return true;
  }
  return shelf.put({ ...record, body: "mirror" }, null) === "written";
}

async function forgetOldest({ shelf, mirror }: Places, { tombstones }: Holdings) {
  const oldest = [...tombstones.values()].sort((a, b) => b.rev - a.rev).slice(MOST_TOMBSTONES);
  if (oldest.length === 0) return;
  const keys = oldest.map(({ id }) => storageKey.gone(id));
  await mirror.drop(keys);
  shelf.drop(keys);
}

function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
