import { isGone, type SavedRecord, type Tombstone } from "#model/saved.ts";
import { admit, emptyHoldings, type Holdings } from "./holdings.ts";
import type { DeviceStorage, WriteOutcome } from "./local-storage.ts";
import { idInKey, keyPrefix, storageKey } from "./storage-keys.ts";

/**
 * The saved articles of localStorage. Every change is ordered so that a page killed between two writes leaves the old
 * or the new: a body is written before the record that names it, a tombstone before what it deletes goes.
 */
export type Shelf = {
  /** What localStorage had when it was last looked at. */
  readonly holdings: Holdings;
  readonly readAll: () => void;
  readonly readOne: (id: string) => void;
  /** Characters that records and tombstones take, without bodies. */
  readonly recordSize: () => number;
  readonly body: (record: SavedRecord) => string | null;
  /** Writes the body, unless it is null, then the record. What fails leaves what was there before. */
  readonly put: (record: SavedRecord, body: string | null) => WriteOutcome;
  /** Writes the record alone; its body stays as it is. */
  readonly amend: (record: SavedRecord) => WriteOutcome;
  readonly bury: (tombstone: Tombstone) => WriteOutcome;
  /** Removes keys whatever they hold. */
  readonly drop: (keys: readonly string[]) => void;
  /** Keys that nothing needs any more: what tombstones beat, and bodies that no record names. */
  readonly litter: () => string[];
};

export function createShelf(storage: DeviceStorage): Shelf {
  const holdings = emptyHoldings();
  /** What was read under each key, so that a second look parses only what has changed. */
  const seen = new Map<string, string>();

  function read(key: string): void {
    const value = storage.get(key);
    if (value !== null && seen.get(key) === value) return;
    if (value === null) seen.delete(key);
    else seen.set(key, value);
    admit(holdings, key, value);
  }

  function drop(keys: readonly string[]): void {
    for (const key of keys) {
      storage.remove(key);
      read(key);
    }
  }

  function put(record: SavedRecord, body: string | null): WriteOutcome {
    const { id, digest } = record;
    const earlier = holdings.records.get(id);
    const bodyKey = storageKey.body(id, digest);
    const hadBody = storage.get(bodyKey) !== null;
    let outcome = body === null ? "written" : storage.set(bodyKey, body);
    if (outcome === "written") outcome = write(storageKey.record(id), record);
    const isUseless = outcome === "written" ? body === null : !hadBody;
    if (isUseless) storage.remove(bodyKey);
    if (outcome === "written" && earlier && earlier.digest !== digest) {
      storage.remove(storageKey.body(id, earlier.digest));
    }
    return outcome;
  }

  function bury(tombstone: Tombstone): WriteOutcome {
    const { id } = tombstone;
    const record = holdings.records.get(id);
    let outcome = write(storageKey.gone(id), tombstone);
    if (outcome !== "written" && record) {
      // Not even a tombstone fits on a full disk; the record is larger and is to go in any case.
      drop([storageKey.record(id)]);
      outcome = write(storageKey.gone(id), tombstone);
    }
    if (record) drop([storageKey.record(id), storageKey.body(id, record.digest)]);
    return outcome;
  }

  function write(key: string, value: SavedRecord | Tombstone): WriteOutcome {
    const outcome = storage.set(key, JSON.stringify(value));
    read(key);
    return outcome;
  }

  return {
    holdings,
    readAll: () => {
      const keys = [...storage.keys(keyPrefix.record), ...storage.keys(keyPrefix.gone)];
      for (const key of new Set([...seen.keys(), ...keys])) read(key);
    },
    readOne: (id) => {
      read(storageKey.record(id));
      read(storageKey.gone(id));
    },
    recordSize: () => {
      let total = 0;
      for (const [key, value] of seen) total += key.length + value.length;
      return total;
    },
    body: (record) => storage.get(storageKey.body(record.id, record.digest)),
    put,
    amend: (record) => write(storageKey.record(record.id), record),
    bury,
    drop,
    litter: () => [...beatenKeys(holdings), ...orphanedBodies(storage, holdings)],
  };
}

function beatenKeys({ records, tombstones }: Holdings): string[] {
  return [...records.values()]
    .filter((record) => isGone(record, tombstones.get(record.id)))
    .map(({ id }) => storageKey.record(id));
}

function orphanedBodies(storage: DeviceStorage, { records, tombstones, unreadable }: Holdings) {
  return storage.keys(keyPrefix.body).filter((key) => {
    const [id = "", digest = "", ...more] = key.slice(keyPrefix.body.length).split(":");
    // A key in no form that we know, or of a record that we can't read, is not ours to remove.
    const isOurs = idInKey(keyPrefix.record, storageKey.record(id)) !== null && more.length === 0;
    if (!isOurs || unreadable.has(storageKey.record(id))) return false;
    const record = records.get(id);
    return !record || record.digest !== digest || isGone(record, tombstones.get(id));
  });
}
