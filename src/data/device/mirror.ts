import { createStore, promisifyRequest, type UseStore } from "idb-keyval";
import { isGone, isNewer, type SavedRecord, type Tombstone } from "#model/saved.ts";
import { admit, emptyHoldings, type Holdings, unite } from "./holdings.ts";
import { type PictureList, type Removed, readPictures, readRemoved } from "./kept-aside.ts";
import { isQuotaError } from "./local-storage.ts";
import { keyPrefix, storageKey } from "./storage-keys.ts";

/** A record and its packed text; null where the text is lost. */
export type Copy = { readonly record: SavedRecord; readonly body: string | null };

/**
 * The second copy of all saved articles, in IndexedDB: a localStorage write is not on disk when `setItem` returns, an
 * IndexedDB transaction is when it completes. It holds the same keys and values as localStorage. Every function
 * rejects where the database is denied, broken or silent.
 */
export type Mirror = {
  readonly read: () => Promise<Holdings>;
  readonly bodies: (records: readonly SavedRecord[]) => Promise<(string | null)[]>;
  /** Writes records with their bodies, all in one transaction; passes over what is older than what it has. */
  readonly put: (copies: readonly Copy[]) => Promise<void>;
  /**
   * Takes articles out, and keeps them aside until they are purged; copies that are handed along are kept aside although
   * the mirror never had them.
   */
  readonly bury: (
    tombstones: readonly Tombstone[],
    copies?: ReadonlyMap<string, Copy>,
  ) => Promise<void>;
  /** What was taken out and not purged yet, by id. */
  readonly removed: () => Promise<Map<string, Removed>>;
  readonly purge: (ids: readonly string[]) => Promise<void>;
  /** Which pictures belong to what is saved or kept aside, by id. */
  readonly pictures: () => Promise<Map<string, PictureList>>;
  readonly putPictures: (id: string, list: PictureList) => Promise<void>;
  readonly drop: (keys: readonly string[]) => Promise<void>;
};

/**
 * @param patience Milliseconds after which a database that does not answer counts as denied.
 * @param freeSpace Lets go of what can be had again from the edition; false where there is no such thing.
 */
export function createMirror(
  name: string,
  patience: number,
  freeSpace: () => Promise<boolean> = async () => false,
): Mirror {
  let store = createStore(name, "saved");
  const readAgain = createReader();

  /** The connection may have been closed behind our back (Safari does), so the first failure opens it anew. */
  async function use<T>(mode: IDBTransactionMode, work: (objects: IDBObjectStore) => Promise<T>) {
    const once = (current: UseStore) => withPatience(current(mode, work), patience);
    try {
      return await once(store);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      store = createStore(name, "saved");
      return await once(store);
    }
  }

  const put = (copies: readonly Copy[]) =>
    use("readwrite", (objects) => {
      for (const copy of copies) {
        compared(objects, copy.record.id, (has) => putOne(objects, copy, has));
      }
      return promisifyRequest(objects.transaction);
    });
  const purge = (ids: readonly string[]) =>
    use("readwrite", (objects) => {
      for (const id of ids) compared(objects, id, (has) => purgeOne(objects, id, has));
      return promisifyRequest(objects.transaction);
    });

  /** What was taken out is kept only as long as nothing that is saved needs its space. */
  async function makeRoom(error: unknown): Promise<void> {
    if (!isQuotaError(error)) throw error;
    if (await freeSpace().catch(() => false)) return;
    const removed = await use("readonly", readRemoved);
    if (removed.size === 0) throw error;
    await purge([...removed.keys()]);
  }

  return {
    read: () => use("readonly", readAgain),
    bodies: (records) =>
      use("readonly", (objects) =>
        Promise.all(
          records.map(async ({ id, digest }) =>
            textOrNull(await promisifyRequest(objects.get(storageKey.body(id, digest)))),
          ),
        ),
      ),
    put: async (copies) => {
      // Room is made step by step, and the next one is taken only where those before were not enough.
      const putIt = (): Promise<void> =>
        put(copies).catch((error: unknown) => makeRoom(error).then(putIt));
      await putIt();
    },
    bury: (tombstones, copies) =>
      use("readwrite", (objects) => {
        for (const stone of tombstones) {
          compared(objects, stone.id, (has) => buryOne(objects, stone, has, copies?.get(stone.id)));
        }
        return promisifyRequest(objects.transaction);
      }),
    removed: () => use("readonly", readRemoved),
    purge,
    pictures: () => use("readonly", readPictures),
    putPictures: (id, list) =>
      use("readwrite", (objects) => {
        objects.put(list, storageKey.pictures(id));
        return promisifyRequest(objects.transaction);
      }),
    drop: (keys) =>
      use("readwrite", (objects) => {
        for (const key of keys) objects.delete(key);
        return promisifyRequest(objects.transaction);
      }),
  };
}

function putOne(objects: IDBObjectStore, { record, body }: Copy, has: Holdings): void {
  const { id, digest } = record;
  if (has.unreadable.has(storageKey.record(id))) return;
  if (isGone(record, has.tombstones.get(id)) || !isNewer(record, has.records.get(id))) return;
  if (body !== null) {
    objects.delete(within(bodiesOf(id)));
    objects.put(body, storageKey.body(id, digest));
  }
  objects.put(JSON.stringify(record), storageKey.record(id));
  objects.delete(storageKey.removed(id));
}

function buryOne(
  objects: IDBObjectStore,
  tombstone: Tombstone,
  has: Holdings,
  copy: Copy | undefined,
): void {
  const { id, rev } = tombstone;
  const known = has.tombstones.get(id)?.rev ?? 0;
  if (rev <= known || has.unreadable.has(storageKey.gone(id))) return;
  objects.put(JSON.stringify(tombstone), storageKey.gone(id));
  const record = has.records.get(id);
  if (record && !isGone(record, tombstone)) return;
  objects.delete(storageKey.record(id));
  const last = copy?.record ?? record;
  if (!last) return;
  if (typeof copy?.body === "string") {
    objects.put(copy.body, storageKey.body(id, last.digest));
  }
  objects.put(JSON.stringify({ tombstone, record: last }), storageKey.removed(id));
}

function purgeOne(objects: IDBObjectStore, id: string, has: Holdings): void {
  objects.delete(storageKey.removed(id));
  // Saved again in the meantime: the body is that of the new copy.
  if (has.records.has(id) || has.unreadable.has(storageKey.record(id))) return;
  objects.delete(within(bodiesOf(id)));
  objects.delete(storageKey.pictures(id));
}

/** Reads what there is of an article and hands it to work in the same transaction, so that no other tab comes between. */
function compared(objects: IDBObjectStore, id: string, work: (has: Holdings) => void): void {
  const has = emptyHoldings();
  const record = objects.get(storageKey.record(id));
  record.onsuccess = () => admit(has, storageKey.record(id), record.result);
  const gone = objects.get(storageKey.gone(id));
  // Requests of one transaction are answered in order: the record is there by now.
  gone.onsuccess = () => {
    admit(has, storageKey.gone(id), gone.result);
    work(has);
  };
}

/** Makes a function that reads all records and tombstones, and at a second reading parses only what has changed. */
function createReader(): (objects: IDBObjectStore) => Promise<Holdings> {
  const holdings = emptyHoldings();
  let seen = new Map<string, unknown>();
  return async (objects) => {
    const found = new Map<string, unknown>();
    const families = [keyPrefix.record, keyPrefix.gone].map((prefix) =>
      Promise.all([
        promisifyRequest(objects.getAllKeys(within(prefix))),
        promisifyRequest(objects.getAll(within(prefix))),
      ]),
    );
    for (const [keys, values] of await Promise.all(families)) {
      for (const [at, key] of keys.entries()) found.set(String(key), values[at]);
    }
    for (const key of new Set([...seen.keys(), ...found.keys()])) {
      if (seen.get(key) !== found.get(key)) admit(holdings, key, found.get(key));
    }
    seen = found;
    return unite(holdings, emptyHoldings());
  };
}

const bodiesOf = (id: string) => storageKey.body(id, "");

function within(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

async function withPatience<T>(work: Promise<T>, patience: number): Promise<T> {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error("The database does not answer.")), patience);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(alarm);
  }
}
