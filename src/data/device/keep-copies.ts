import { type Article, summaryOf } from "#model/article.ts";
import { isGone, SAVED_VERSION, type SavedRecord, type Tombstone } from "#model/saved.ts";
import { loadPacking } from "./open-copy.ts";
import type { Places } from "./places.ts";
import { hasRoom } from "./room.ts";
import type { SavedState } from "./saved-state.ts";
import { storageKey } from "./storage-keys.ts";

/** An article that comes from elsewhere, with what its reader did with it there. */
export type CopyToKeep = Pick<
  SavedRecord,
  "id" | "savedAt" | "changedAt" | "digest" | "archived" | "labels" | "origin"
> & { readonly article: Article };

/** Why a copy could not be kept; `unloaded`: a part of the app itself could not be had. */
export type CopyFailure = "full" | "denied" | "occupied" | "unloaded";

/** What became of copies: those that are neither were not come to. */
export type CopiesKept = {
  readonly kept: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, CopyFailure>;
};

export type Watch = {
  readonly onProgress?: (done: number) => void;
  /** What was kept until then stays. */
  readonly signal?: AbortSignal;
};

type Ground = {
  readonly places: Places;
  readonly state: SavedState;
  readonly announce: (key: string) => void;
};
/** Whether localStorage has had its fill: to sum it up again for each of many costs. */
type Room = { isFull: boolean };
type Keeping = {
  readonly pack: (article: Article) => Promise<string>;
  /** The lowest of the batch. */
  readonly revision: number;
  readonly room: Room;
};
type Placed = { readonly record: SavedRecord; readonly body: string; readonly isLocal: boolean };

/** Records with their bodies in one transaction of the mirror. */
const BATCH = 50;
/** The list is drawn again after so many batches: with tens of thousands of records that costs. */
const DRAW_AFTER = 20;

/**
 * Keeps many copies, whose first comes first in the list; those that are here keep their places. Bodies go to
 * localStorage as long as its budget allows, the first ones first; everything goes to the mirror.
 */
export async function keepCopies(
  ground: Ground,
  copies: readonly CopyToKeep[],
  { onProgress, signal }: Watch = {},
): Promise<CopiesKept> {
  const { state, announce } = ground;
  const kept = new Set<string>();
  const failed = new Map<string, CopyFailure>();
  const packing = await loadPacking().catch(() => null);
  if (!packing) {
    return { kept, failed: new Map(copies.map(({ id }) => [id, "unloaded"] as const)) };
  }
  // The last gets the lowest: whatever is cut off, their order holds.
  let revision = state.nextRevision() + copies.length;
  const room: Room = { isFull: false };
  for (let at = 0; at < copies.length && !signal?.aborted; at += BATCH) {
    const batch = copies.slice(at, at + BATCH);
    revision -= batch.length;
    const outcome = await keepBatch(ground, batch, { pack: packing.packArticle, revision, room });
    for (const [id, why] of outcome) {
      if (why === null) kept.add(id);
      else failed.set(id, why);
    }
    if ((at / BATCH) % DRAW_AFTER === 0) state.changed();
    onProgress?.(Math.min(at + BATCH, copies.length));
  }
  state.changed();
  const [first] = kept;
  // One hint for all: the others look at everything again.
  if (first !== undefined) announce(storageKey.record(first));
  return { kept, failed };
}

/** Takes many articles out, of which some may never have been here: a tombstone is kept of each. */
export async function buryMany(
  { places: { shelf, mirror }, state, announce }: Ground,
  gone: readonly Pick<Tombstone, "id" | "changedAt">[],
): Promise<boolean> {
  const lowest = state.nextRevision();
  const tombstones = gone.map(
    (each, at): Tombstone => ({ v: SAVED_VERSION, rev: lowest + at, ...each }),
  );
  const [first] = tombstones;
  if (!first) return true;
  for (const { id } of tombstones) shelf.readOne(id);
  const outcomes = tombstones.map((tombstone) => shelf.bury(tombstone));
  const isMirrored = await mirror.bury(tombstones).then(
    () => true,
    () => false,
  );
  if (isMirrored) for (const tombstone of tombstones) state.noteMirrored(tombstone);
  state.changed();
  announce(storageKey.gone(first.id));
  return isMirrored || outcomes.every((outcome) => outcome === "written");
}

/** The tombstones of what was not saved again since. */
export function tombstonesOf({ state }: Pick<Ground, "state">): readonly Tombstone[] {
  const { records, tombstones } = state.holdings();
  return [...tombstones.values()].filter((tombstone) => {
    const record = records.get(tombstone.id);
    return !record || isGone(record, tombstone);
  });
}

/** @returns what became of each, null where it was kept. */
async function keepBatch(
  { places, state }: Ground,
  batch: readonly CopyToKeep[],
  { pack, revision, room }: Keeping,
): Promise<readonly (readonly [string, CopyFailure | null])[]> {
  const packed = await Promise.all(
    batch.map(async (copy) => [copy, await pack(copy.article)] as const),
  );
  const { byId } = state.getSnapshot();
  const isFree = ({ id }: CopyToKeep) => !state.isOccupied(storageKey.record(id));
  const free = packed.filter(([copy]) => isFree(copy));
  const placed = free.map(([copy, body], at) => {
    const rev = revision + batch.length - 1 - at;
    const order = byId.get(copy.id)?.order ?? rev;
    return place(places, recordOf(copy, rev, order, body.length), body, room);
  });
  const mirrored = await mirrorAll(places, placed);
  const outcome = placed.map(({ record, isLocal }, at) => {
    const why = mirrored[at] ?? null;
    if (why === null) {
      state.noteMirrored(record);
      if (!isLocal) list(places, record, room);
    }
    return [record.id, isLocal ? null : why] as const;
  });
  const occupied = batch.filter((copy) => !isFree(copy));
  return [...outcome, ...occupied.map(({ id }) => [id, "occupied"] as const)];
}

function recordOf(copy: CopyToKeep, rev: number, order: number, size: number): SavedRecord {
  const { article, ...reader } = copy;
  const { link, body } = article;
  return {
    v: SAVED_VERSION,
    rev,
    order,
    ...reader,
    summary: summaryOf(article, copy.digest),
    body: "local",
    size,
    ...(body.trim() === "" && link !== undefined ? { link } : {}),
  };
}

function place({ shelf }: Places, record: SavedRecord, body: string, room: Room): Placed {
  shelf.readOne(record.id);
  if (!room.isFull && hasRoom(shelf, record, body) && shelf.put(record, body) === "written") {
    return { record, body, isLocal: true };
  }
  return { record: { ...record, body: "mirror" }, body, isLocal: false };
}

/** Writes the line of what only the mirror has whole: not before it has, or an older copy would lose its text for it. */
function list({ shelf }: Places, lean: SavedRecord, room: Room): void {
  const isHere = shelf.holdings.records.has(lean.id);
  room.isFull ||= !hasRoom(shelf, lean, "");
  if (isHere || !room.isFull) shelf.put(lean, null);
}

/** Writes a batch into the mirror; where it is full each by itself, so that one does not take the others with it. */
async function mirrorAll({ mirror }: Places, batch: readonly Placed[]) {
  const put = (copies: readonly Placed[]) =>
    mirror.put(copies).then(
      () => null,
      (error: unknown): CopyFailure =>
        error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied",
    );
  if (batch.length === 0) return [];
  const together = await put(batch);
  if (together !== "full") return batch.map(() => together);
  const outcomes: (CopyFailure | null)[] = [];
  for (const each of batch) outcomes.push(await put([each]));
  return outcomes;
}
