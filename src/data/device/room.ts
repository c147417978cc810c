import { byOrder, type SavedRecord } from "#model/saved.ts";
import type { Places } from "./places.ts";
import type { Shelf } from "./shelf.ts";
import { storageKey } from "./storage-keys.ts";

/** Bodies in localStorage take at most so many characters: half of its quota where that counts bytes. */
const BODY_BUDGET = 2_400_000;
/** Records and bodies together: the rest of the quota is for read marks, positions and settings. */
const SAVED_BUDGET = 4_000_000;

/** Says whether a record's body may go to localStorage beside what is there. */
export function hasRoom(shelf: Shelf, { id }: SavedRecord, body: string): boolean {
  const bodies = bodySize(shelf, id) + body.length;
  return bodies <= BODY_BUDGET && shelf.recordSize() + bodies <= SAVED_BUDGET;
}

/**
 * Moves the bodies that were saved longest ago out of localStorage until the budget is kept, or as many characters as
 * are wanted are free. Only what the mirror is seen to have goes.
 */
export async function makeRoom({ shelf, mirror }: Places, wanted: number): Promise<void> {
  const excess = Math.max(wanted, shelf.recordSize() + bodySize(shelf) - SAVED_BUDGET);
  const moved = longestAgo(shelf, excess);
  if (moved.length === 0) return;
  const bodies = await mirror.bodies(moved);
  for (const [at, record] of moved.entries()) {
    shelf.readOne(record.id);
    const isSame = shelf.holdings.records.get(record.id)?.rev === record.rev;
    if (!isSame || typeof bodies[at] !== "string") continue;
    // First the body: on a full disk even the one character more of "mirror" does not fit.
    shelf.drop([storageKey.body(record.id, record.digest)]);
    shelf.put({ ...record, body: "mirror" }, null);
  }
}

function longestAgo({ holdings }: Shelf, excess: number): SavedRecord[] {
  const local = [...holdings.records.values()].filter(({ body }) => body === "local");
  let freed = 0;
  return local
    .sort(byOrder)
    .reverse()
    .filter(({ size }) => {
      const isNeeded = freed < excess;
      freed += size;
      return isNeeded;
    });
}

function bodySize({ holdings }: Shelf, except = ""): number {
  let total = 0;
  for (const { id, body, size } of holdings.records.values()) {
    if (body === "local" && id !== except) total += size;
  }
  return total;
}
