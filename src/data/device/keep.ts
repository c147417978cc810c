import type { SavedRecord, Tombstone } from "#model/saved.ts";
import type { Copy } from "./mirror.ts";
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

/** Copies whose bodies go to the mirror in one transaction. */
const BATCH = 100;

/** Keeps many as `keep` does one, with a transaction for each hundred; what became of each, in their order. */
export async function keepAll(
  places: Places,
  copies: readonly Copy[],
): Promise<(Kept | NotKept)[]> {
  const all: (Kept | NotKept)[] = [];
  for (let at = 0; at < copies.length; at += BATCH) {
    all.push(...(await keepBatch(places, copies.slice(at, at + BATCH))));
  }
  return all;
}

async function keepBatch(places: Places, copies: readonly Copy[]): Promise<(Kept | NotKept)[]> {
  const { shelf, mirror } = places;
  const placed = copies.map(({ record, body }): Copy & { isLocal: boolean } => {
    const local: SavedRecord = { ...record, body: "local" };
    const isLocal =
      body !== null && hasRoom(shelf, record, body) && shelf.put(local, body) === "written";
    return { record: isLocal ? local : { ...record, body: "mirror" }, body, isLocal };
  });
  if (await succeeds(mirror.put(placed))) {
    return placed.map(({ record, isLocal }) => ({
      isLocal: isLocal || shelf.put(record, null) === "written",
      isMirrored: true,
    }));
  }
  // One of them may be too much where the others are not.
  const each: (Kept | NotKept)[] = [];
  for (const copy of placed) each.push(await keep(places, copy.record, copy.body));
  return each;
}

/** Writes records anew whose bodies stay where they are; the body only for a mirror that may not have it. */
export async function amendAll({ shelf, mirror }: Places, copies: readonly Copy[]): Promise<Kept> {
  const outcomes = copies.map(({ record }) => shelf.amend(record));
  return {
    isLocal: outcomes.every((outcome) => outcome === "written"),
    isMirrored: await succeeds(mirror.put(copies)),
  };
}

/** Takes articles out of both places; their copies are kept aside in the mirror. */
export async function buryAll(
  { shelf, mirror }: Places,
  tombstones: readonly Tombstone[],
  copies: ReadonlyMap<string, Copy>,
): Promise<Kept> {
  const outcomes = tombstones.map((tombstone) => shelf.bury(tombstone));
  return {
    isLocal: outcomes.every((outcome) => outcome === "written"),
    isMirrored: await succeeds(mirror.bury(tombstones, copies)),
  };
}

/** The result says which place failed; that is all that there is to do about it here. */
async function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
