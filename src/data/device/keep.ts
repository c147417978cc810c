import type { SavedRecord, Tombstone } from "#model/saved.ts";
import type { Holdings } from "./holdings.ts";
import type { Mirror } from "./mirror.ts";
import type { Shelf } from "./shelf.ts";

/** Bodies in localStorage take at most so many characters: half of its quota where that counts bytes. */
const BODY_BUDGET = 2_400_000;

/** Both places in which saved articles are kept. */
export type Places = { readonly shelf: Shelf; readonly mirror: Mirror };

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
  if (body !== null && fitsBudget(shelf.holdings, record, body)) {
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

/** Says whether a body may go to localStorage beside those that are there. */
export function fitsBudget({ records }: Holdings, { id }: SavedRecord, body: string): boolean {
  let total = body.length;
  for (const record of records.values()) {
    if (record.body === "local" && record.id !== id) total += record.size;
  }
  return total <= BODY_BUDGET;
}

/** The result says which place failed; that is all that there is to do about it here. */
async function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
