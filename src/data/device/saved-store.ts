import { type Article, summaryOf } from "#model/article.ts";
import { SAVED_VERSION, type SavedRecord } from "#model/saved.ts";
import { instantOf } from "./instant.ts";
import { bury, keep } from "./keep.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { Mirror } from "./mirror.ts";
import { loadPacking, openCopy, packedBody } from "./open-copy.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { reconcile } from "./reconcile.ts";
import { SavedError } from "./saved-error.ts";
import { createSavedState, type SaveResult } from "./saved-state.ts";
import { createShelf } from "./shelf.ts";
import { keyPrefix, storageKey } from "./storage-keys.ts";

type Surroundings = {
  readonly storage: DeviceStorage;
  readonly mirror: Mirror;
  readonly tabs: OtherTabs;
  readonly now: () => Date;
};

/** Milliseconds in which the hints of other tabs are gathered before localStorage, and then the mirror, is read anew. */
const LOOK_AGAIN = 50;
const RECONCILE_AGAIN = 500;

export type SavedStore = ReturnType<typeof createSavedStore>;

/** The reader's saved articles. */
export function createSavedStore({ storage, mirror, tabs, now }: Surroundings) {
  const shelf = createShelf(storage);
  const places = { shelf, mirror };
  const state = createSavedState(shelf.holdings, storage.isKept);
  /** Changes happen one after another, each on what the one before left. */
  let tail: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  async function uniteBoth(): Promise<void> {
    state.mirrorRead(await reconcile(places).catch(() => null));
  }

  const lookAgain = gathered(LOOK_AGAIN, () => {
    shelf.readAll();
    state.changed();
  });
  const reconcileAgain = gathered(RECONCILE_AGAIN, () => void inTurn(uniteBoth));

  /**
   * Reads what localStorage has, at once; then unites it with the mirror.
   *
   * @returns when both are united, or the mirror was found to be denied.
   */
  async function start(): Promise<void> {
    shelf.readAll();
    tabs.listen((key) => {
      if (key !== null && !isOurs(key)) return;
      lookAgain();
      reconcileAgain();
    });
    await inTurn(uniteBoth);
    // With the network off it could not be fetched when it is needed.
    if (state.getSnapshot().records.length > 0) await loadPacking().catch(() => undefined);
  }

  /** Keeps a copy of the article; `digest` is that of the edition's file it was read from. Never rejects. */
  async function save(article: Article, digest: string): Promise<SaveResult> {
    const { id } = article;
    state.setStatus(id, { kind: "saving" });
    const result = await inTurn(() => saveNow(article, digest)).catch(
      (): SaveResult => ({ kind: "failed", reason: "denied" }),
    );
    state.setStatus(id, result);
    return result;
  }

  async function saveNow(article: Article, digest: string): Promise<SaveResult> {
    const packing = await loadPacking().catch(() => null);
    if (!packing) return { kind: "failed", reason: "unloaded" };
    const body = packing.packArticle(article);
    shelf.readOne(article.id);
    const rev = state.nextRevision();
    const earlier = state.getSnapshot().byId.get(article.id);
    return write(
      {
        v: SAVED_VERSION,
        id: article.id,
        rev,
        order: earlier?.order ?? rev,
        savedAt: earlier?.savedAt ?? instantOf(now()),
        digest,
        summary: summaryOf(article, digest),
        body: "local",
        size: body.length,
      },
      body,
    );
  }

  async function write(record: SavedRecord, body: string | null): Promise<SaveResult> {
    const key = storageKey.record(record.id);
    if (state.isOccupied(key)) return { kind: "failed", reason: "occupied" };
    const kept = await keep(places, record, body);
    if ("reason" in kept) return { kind: "failed", reason: kept.reason };
    if (kept.isMirrored)
      state.noteMirrored({ ...record, body: kept.isLocal ? record.body : "mirror" });
    tabs.announce(key);
    return { kind: "saved", isLocal: kept.isLocal && storage.isKept, isMirrored: kept.isMirrored };
  }

  /**
   * Takes an article out.
   *
   * @returns what puts it back, in its old place in the list.
   * @throws SavedError where the browser denies both places.
   */
  function unsave(id: string): Promise<() => Promise<void>> {
    return inTurn(async () => {
      shelf.readOne(id);
      const record = state.getSnapshot().byId.get(id);
      if (!record) return async () => undefined;
      const body = await packedBody(places, record).catch(() => null);
      const tombstone = { v: SAVED_VERSION, id, rev: state.nextRevision() } as const;
      const { isLocal, isMirrored } = await bury(places, tombstone);
      if (isMirrored) state.noteMirrored(tombstone);
      if (!isLocal && !isMirrored) throw new SavedError("denied");
      state.setStatus(id, null);
      tabs.announce(storageKey.gone(id));
      return () => putBack(record, body);
    });
  }

  async function putBack(record: SavedRecord, body: string | null): Promise<void> {
    const result = await inTurn(() => {
      shelf.readOne(record.id);
      return write({ ...record, rev: state.nextRevision() }, body);
    });
    state.setStatus(record.id, result);
  }

  /**
   * Opens the copy, with no network.
   *
   * @throws SavedError
   */
  async function open(id: string): Promise<Article> {
    // Before both are united, not to be there means little.
    if (!state.getSnapshot().byId.has(id)) await tail;
    const record = state.getSnapshot().byId.get(id);
    if (!record) throw new SavedError("absent");
    return openCopy(places, record);
  }

  /** What can't be read, as it is stored, by key: for export. */
  function unreadableValues(): ReadonlyMap<string, string> {
    const keys = state.getSnapshot().unreadable.map(({ key }) => key);
    return new Map(keys.map((key) => [key, storage.get(key) ?? ""]));
  }

  /** Removes what can't be read, at the reader's word only. */
  function removeUnreadable(key: string): Promise<void> {
    return inTurn(async () => {
      if (shelf.holdings.unreadable.has(key)) shelf.drop([key]);
      if (state.isUnreadableInMirror(key)) await mirror.drop([key]);
      tabs.announce(key);
      await uniteBoth();
    });
  }

  return {
    start,
    save,
    unsave,
    open,
    unreadableValues,
    removeUnreadable,
    subscribe: state.subscribe,
    getSnapshot: state.getSnapshot,
  };
}

function isOurs(key: string): boolean {
  return key.startsWith(keyPrefix.record) || key.startsWith(keyPrefix.gone);
}

/** Calls once, some time after the first of several asks. */
function gathered(milliseconds: number, work: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      work();
    }, milliseconds);
  };
}
