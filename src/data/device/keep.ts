import type { SavedRecord, Tombstone } from "#model/saved.ts";
import type { Places } from "./places.ts";
import { hasRoom } from "./room.ts";

/** Where a change got to: localStorage, the mirror, or neither. */
export type Kept = { readonly isLocal: boolean; readonly isMirrored: boolean };

/** Why an article could not be saved; `full` and `denied` speak of both places together. */
export type NotKept = Kept & { readonly reason: "full" | "denied" };

/**
 * Writes a record and its body to both places: the body to localStorage as long as the budget and the disk allow, else
 * to the mirror alone. Settles after the mirror's transaction has.
 */
export async function keep(
  { shelf, mirror }: Places,
  record: SavedRecord,
  body: string | null,
): Promise<Kept | NotKept> {
  let outcome: "full" | "denied" = "full";
  if (body !== null && hasRoom(shelf, record, body)) {
    const local: SavedRecord = { ...record, body: "local" };
    const written = shelf.put(local, body);
    if (written === "written") {
      return { isLocal: true, isMirrored: await succeeds(mirror.put([{ record: local, body }])) };
    }
    outcome = written;
  }
  const lean: SavedRecord = { ...record, body: "mirror" };
  if (!(await succeeds(mirror.put([{ record: lean, body }])))) {
    return { isLocal: false, isMirrored: false, reason: outcome };
  }
  return { isLocal: shelf.put(lean, null) === "written", isMirrored: true };
}

/** Takes an article out of both places. */
export async function bury({ shelf, mirror }: Places, tombstone: Tombstone): Promise<Kept> {
  const isLocal = shelf.bury(tombstone) === "written";
  return { isLocal, isMirrored: await succeeds(mirror.bury([tombstone])) };
}

/** The result says which place failed; that is all that there is to do about it here. */
async function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
