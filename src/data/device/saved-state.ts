import { byOrder, type SavedRecord, type Tombstone } from "#model/saved.ts";
import {
  emptyHoldings,
  type Holdings,
  highestRevision,
  type Unreadable,
  unite,
} from "./holdings.ts";
import type { Kept, NotKept } from "./keep.ts";
import { createSubscribable } from "./subscribable.ts";

/** Why an article was not saved. `occupied`: something unreadable lies in its place and must be removed first. */
type SaveFailure = NotKept["reason"] | "occupied" | "unloaded";
/** Where the copy is kept; in neither place means: until the page is closed. */
export type SaveResult =
  | ({ readonly kind: "saved" } & Kept)
  | { readonly kind: "failed"; readonly reason: SaveFailure };
export type SaveStatus = { readonly kind: "saving" } | SaveResult;

/** All that there is to show about saved articles; the same object until something changes. */
export type SavedSnapshot = {
  /** What was saved last comes first. */
  readonly records: readonly SavedRecord[];
  readonly byId: ReadonlyMap<string, SavedRecord>;
  readonly unreadable: readonly Unreadable[];
  /** What became of the saves that were asked for since the page was opened. */
  readonly status: ReadonlyMap<string, SaveStatus>;
  /** Of which the pictures are being fetched. */
  readonly fetching: ReadonlySet<string>;
  /** False where the browser lets nothing be kept beyond the page. */
  readonly isKept: boolean;
  /** True once both places were looked at: only then "nothing is saved" can be said. */
  readonly isComplete: boolean;
};

/** What is known of one article's copy. */
export function copyStateIn({ byId, status, fetching }: SavedSnapshot, id: string) {
  return { record: byId.get(id), status: status.get(id), isFetching: fetching.has(id) };
}

export type SavedState = ReturnType<typeof createSavedState>;

/** What is known of saved articles, as one snapshot: localStorage's holdings united with the mirror's. */
export function createSavedState(local: Holdings, isLocalKept: boolean) {
  const { subscribe, notify } = createSubscribable();
  const status = new Map<string, SaveStatus>();
  const fetching = new Set<string>();
  let mirrored = emptyHoldings();
  let mirrorAnswer: "none" | "read" | "denied" = "none";
  let snapshot: SavedSnapshot | null = null;

  function changed(): void {
    snapshot = null;
    notify();
  }

  function draw(): SavedSnapshot {
    const { records, unreadable } = unite(local, mirrored);
    return {
      records: [...records.values()].sort(byOrder),
      byId: records,
      unreadable: [...unreadable.values()],
      status: new Map(status),
      fetching: new Set(fetching),
      isKept: isLocalKept || mirrorAnswer !== "denied",
      isComplete: mirrorAnswer !== "none",
    };
  }

  const getSnapshot = (): SavedSnapshot => {
    snapshot ??= draw();
    return snapshot;
  };

  return {
    subscribe,
    getSnapshot,
    /** To be called after localStorage's holdings were changed. */
    changed,
    setStatus: (id: string, next: SaveStatus | null) => {
      if (next) status.set(id, next);
      else status.delete(id);
      changed();
    },
    setFetching: (id: string, isFetching: boolean) => {
      if (isFetching) fetching.add(id);
      else fetching.delete(id);
      changed();
    },
    /** Takes over what the mirror answered; null where it is denied, and what it once had stays known. */
    mirrorRead: (holdings: Holdings | null) => {
      if (holdings) mirrored = holdings;
      mirrorAnswer = holdings ? "read" : "denied";
      changed();
    },
    noteMirrored: (entry: SavedRecord | Tombstone) => {
      if ("summary" in entry) mirrored.records.set(entry.id, entry);
      else mirrored.tombstones.set(entry.id, entry);
    },
    /** What both places have, united. */
    holdings: (): Holdings => unite(local, mirrored),
    /** Says whether the mirror is known to have this form of a record, and with it its body. */
    isMirrored: ({ id, rev }: SavedRecord) => mirrored.records.get(id)?.rev === rev,
    isUnreadableInMirror: (key: string) => mirrored.unreadable.has(key),
    isOccupied: (key: string) => local.unreadable.has(key) || mirrored.unreadable.has(key),
    nextRevision: () => Math.max(highestRevision(local), highestRevision(mirrored)) + 1,
  };
}
