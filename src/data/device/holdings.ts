import { NewerVersionError } from "#model/parse.ts";
import {
  isGone,
  isNewer,
  parseSavedRecord,
  parseTombstone,
  type SavedRecord,
  type Tombstone,
} from "#model/saved.ts";
import { idInKey, keyPrefix } from "./storage-keys.ts";

/** A stored value that can't be read; it is left where it is. */
export type Unreadable = {
  readonly key: string;
  /** `newer`: written by a newer version of Offprint, and to be read by that one. */
  readonly reason: "damaged" | "newer";
  readonly message: string;
};

/** What one store, or two united, has of saved articles, by id; the unreadable by key. */
export type Holdings = {
  readonly records: Map<string, SavedRecord>;
  readonly tombstones: Map<string, Tombstone>;
  readonly unreadable: Map<string, Unreadable>;
};

/** Far above any record; a longer value is damage, and parsing it would only cost time. */
const LONGEST_RECORD = 200_000;

export function emptyHoldings(): Holdings {
  return { records: new Map(), tombstones: new Map(), unreadable: new Map() };
}

/** Reads one stored value into the holdings, in place of what they had under its key. Foreign keys are passed over. */
export function admit(holdings: Holdings, key: string, value: unknown): void {
  const recordId = idInKey(keyPrefix.record, key);
  const goneId = idInKey(keyPrefix.gone, key);
  if (recordId) holdings.records.delete(recordId);
  if (goneId) holdings.tombstones.delete(goneId);
  holdings.unreadable.delete(key);
  if (value === null || value === undefined) return;
  try {
    if (recordId) holdings.records.set(recordId, ofId(recordId, parseSavedRecord(decode(value))));
    if (goneId) holdings.tombstones.set(goneId, ofId(goneId, parseTombstone(decode(value))));
  } catch (error) {
    const reason = error instanceof NewerVersionError ? "newer" : "damaged";
    const message = error instanceof Error ? error.message : String(error);
    holdings.unreadable.set(key, { key, reason, message });
  }
}

/** Unites two stores: by id, the newer record wins, a tombstone beats what it deleted. */
export function unite(one: Holdings, other: Holdings): Holdings {
  const united: Holdings = {
    records: new Map(one.records),
    tombstones: new Map(one.tombstones),
    unreadable: new Map([...other.unreadable, ...one.unreadable]),
  };
  for (const [id, tombstone] of other.tombstones) {
    if (tombstone.rev > (one.tombstones.get(id)?.rev ?? 0)) united.tombstones.set(id, tombstone);
  }
  for (const [id, record] of other.records) {
    if (isNewer(record, one.records.get(id))) united.records.set(id, record);
  }
  for (const [id, tombstone] of united.tombstones) {
    const record = united.records.get(id);
    if (record && isGone(record, tombstone)) united.records.delete(id);
  }
  return united;
}

/** The highest revision in the holdings; 0 for none. */
export function highestRevision({ records, tombstones }: Holdings): number {
  let highest = 0;
  for (const { rev } of records.values()) highest = Math.max(highest, rev);
  for (const { rev } of tombstones.values()) highest = Math.max(highest, rev);
  return highest;
}

function decode(value: unknown): unknown {
  if (typeof value !== "string") throw new Error("The stored value is no text.");
  if (value.length > LONGEST_RECORD) throw new Error("The stored value is too long.");
  return JSON.parse(value);
}

function ofId<T extends { id: string }>(id: string, value: T): T {
  if (value.id !== id) throw new Error(`The stored value belongs to another article, ${value.id}.`);
  return value;
}
