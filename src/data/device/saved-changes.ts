import { SAVED_VERSION, type SavedRecord, type Tombstone } from "#model/saved.ts";
import { instantOf } from "./instant.ts";
import { amendAll, buryAll, type Kept, keepAll, type NotKept } from "./keep.ts";
import type { Removed } from "./kept-aside.ts";
import type { Copy } from "./mirror.ts";
import type { Places } from "./places.ts";
import { SavedError } from "./saved-error.ts";
import type { SavedState, SaveResult } from "./saved-state.ts";
import { storageKey } from "./storage-keys.ts";

type Surroundings = {
  readonly places: Places;
  readonly state: SavedState;
  /** False where localStorage is only played in memory. */
  readonly isLocalKept: boolean;
  readonly announce: (key: string) => void;
  readonly now: () => Date;
};

/** For so long what was taken out can be put back: thirty days. */
const KEPT_ASIDE_MS = 30 * 86_400_000;

/** An article that was taken out, with all that it takes to put it back; the body where the mirror may not have it. */
export type TakenOut = Copy;

/** What the reader notes on a saved article. */
export type ReaderMarks = Pick<SavedRecord, "archived" | "labels">;

export type SavedChanges = ReturnType<typeof createSavedChanges>;

/** What is changed of saved articles, of any number at once; the store sees to it that one thing is done after another. */
export function createSavedChanges({ places, state, isLocalKept, announce, now }: Surroundings) {
  const { shelf, mirror } = places;

  /** The newest form of the records that there are, in both places. */
  function look(ids: readonly string[]): SavedRecord[] {
    for (const id of ids) shelf.readOne(id);
    const { records } = state.holdings();
    return ids.flatMap((id) => records.get(id) ?? []);
  }

  /** One hint for all: the others look at everything again. */
  function tell(key: string | undefined): void {
    state.changed();
    if (key !== undefined) announce(key);
  }

  /** The body for a mirror that is not known to have it. */
  const bodyForMirror = (record: SavedRecord) =>
    state.isMirrored(record) ? null : shelf.body(record);

  /**
   * Takes articles out of both places; what is not saved is passed over.
   *
   * @throws SavedError where the browser denies both places.
   */
  async function takeOut(ids: readonly string[]): Promise<TakenOut[]> {
    const records = look(ids);
    if (records.length === 0) return [];
    const taken = records.map((record) => ({ record, body: shelf.body(record) }));
    const first = state.nextRevision();
    const tombstones = records.map(
      ({ id }, at): Tombstone => ({
        v: SAVED_VERSION,
        id,
        rev: first + at,
        changedAt: instantOf(now()),
      }),
    );
    const copies = new Map(
      records.map((record) => [record.id, { record, body: bodyForMirror(record) }]),
    );
    const { isLocal, isMirrored } = await buryAll(places, tombstones, copies);
    if (isMirrored) for (const tombstone of tombstones) state.noteMirrored(tombstone);
    tell(tombstones.map(({ id }) => storageKey.gone(id))[0]);
    if (!isLocal && !isMirrored) throw new SavedError("denied");
    return taken;
  }

  /** Puts articles back into their old places in the list; what became of each, in their order. */
  async function putBack(taken: readonly TakenOut[]): Promise<SaveResult[]> {
    const free = taken.filter(({ record }) => !state.isOccupied(storageKey.record(record.id)));
    for (const { record } of free) shelf.readOne(record.id);
    const bodies = await mirror.bodies(free.map(({ record }) => record)).catch(() => []);
    const first = state.nextRevision();
    const copies = free.map(
      ({ record, body }, at): Copy => ({
        record: { ...record, v: SAVED_VERSION, rev: first + at, changedAt: instantOf(now()) },
        body: body ?? bodies[at] ?? null,
      }),
    );
    const outcomes = await keepAll(places, copies);
    const results = new Map<string, SaveResult>();
    for (const [at, { record }] of copies.entries()) {
      const outcome = outcomes[at];
      if (outcome) results.set(record.id, note(record, outcome));
    }
    tell(copies.map(({ record }) => storageKey.record(record.id))[0]);
    return taken.map(
      ({ record }) => results.get(record.id) ?? { kind: "failed", reason: "occupied" },
    );
  }

  function note(record: SavedRecord, kept: Kept | NotKept): SaveResult {
    if ("reason" in kept) return { kind: "failed", reason: kept.reason };
    const { isLocal, isMirrored } = kept;
    const body = shelf.holdings.records.get(record.id)?.body ?? "mirror";
    if (isMirrored) state.noteMirrored({ ...record, body });
    return { kind: "saved", isLocal: isLocal && isLocalKept, isMirrored };
  }

  /**
   * Notes on articles what `marksOf` says of each, in place of what was noted before.
   *
   * @returns what was noted before, by id: what is not saved, or can't be written over, is missing.
   * @throws SavedError where the browser denies both places.
   */
  async function mark(
    ids: readonly string[],
    marksOf: (record: SavedRecord) => ReaderMarks,
  ): Promise<ReadonlyMap<string, ReaderMarks>> {
    const records = look(ids).filter(({ id }) => !state.isOccupied(storageKey.record(id)));
    await amend(
      records.map((record) => {
        const { archived: _, labels: __, ...rest } = record;
        return { earlier: record, next: { ...rest, ...marksOf(record) } };
      }),
      { changedAt: instantOf(now()) },
    );
    return new Map(
      records.map(({ id, archived, labels }) => [
        id,
        { ...(archived ? { archived } : {}), ...(labels ? { labels } : {}) },
      ]),
    );
  }

  /** Notes what is kept of the pictures of an article; that is no word of the reader's, so it counts as no change. */
  async function notePictures(id: string, digest: string, pictures: SavedRecord["pictures"]) {
    const records = look([id]).filter((record) => record.digest === digest);
    await amend(
      records.map((record) => {
        const { pictures: _, ...rest } = record;
        return { earlier: record, next: { ...rest, ...(pictures ? { pictures } : {}) } };
      }),
      {},
    );
  }

  async function amend(
    changes: readonly { earlier: SavedRecord; next: SavedRecord }[],
    stamp: Pick<SavedRecord, "changedAt">,
  ): Promise<void> {
    if (changes.length === 0) return;
    const first = state.nextRevision();
    const copies = changes.map(
      ({ earlier, next }, at): Copy => ({
        record: { ...next, ...stamp, v: SAVED_VERSION, rev: first + at },
        body: bodyForMirror(earlier),
      }),
    );
    const { isLocal, isMirrored } = await amendAll(places, copies);
    if (isMirrored) for (const { record } of copies) state.noteMirrored(record);
    tell(copies.map(({ record }) => storageKey.record(record.id))[0]);
    if (!isLocal && !isMirrored) throw new SavedError("denied");
  }

  /** What was taken out and can still be put back, the last one first. */
  async function removed(): Promise<Removed[]> {
    const { records } = state.holdings();
    const all = await mirror.removed().catch((): Map<string, Removed> => new Map());
    return [...all.values()]
      .filter(({ record }) => !records.has(record.id))
      .sort((a, b) => b.tombstone.rev - a.tombstone.rev);
  }

  /** Lets go for good of what was taken out long ago, or of all that was taken out. */
  async function forgetRemoved(isAll = false): Promise<void> {
    const before = instantOf(new Date(now().getTime() - KEPT_ASIDE_MS));
    const old = (await removed()).filter(
      ({ tombstone }) => isAll || (tombstone.changedAt ?? "") < before,
    );
    if (old.length === 0) return;
    await mirror.purge(old.map(({ record }) => record.id));
    state.changed();
  }

  return { takeOut, putBack, mark, notePictures, removed, forgetRemoved };
}
