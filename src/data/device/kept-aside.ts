import { promisifyRequest } from "idb-keyval";
import {
  parseSavedRecord,
  parseTombstone,
  type SavedRecord,
  type Tombstone,
} from "#model/saved.ts";
import { idInKey, keyPrefix } from "./storage-keys.ts";

/** An article that was taken out, as it was last; its body lies where it lay. */
export type Removed = { readonly tombstone: Tombstone; readonly record: SavedRecord };

/** Reads what the mirror keeps aside, by id. What can't be read was removed by its reader, and is passed over. */
export async function readRemoved(objects: IDBObjectStore): Promise<Map<string, Removed>> {
  const removed = new Map<string, Removed>();
  for (const [id, value] of await family(objects, keyPrefix.removed)) {
    const entry = parseRemoved(value);
    if (entry?.record.id === id) removed.set(id, entry);
  }
  return removed;
}

/** The pictures of a saved article; the digest says of which of its texts. */
export type PictureList = { readonly digest: string; readonly addresses: readonly string[] };

/** Reads which pictures belong to which article, by id. A list that can't be read is made anew. */
export async function readPictures(objects: IDBObjectStore): Promise<Map<string, PictureList>> {
  const lists = new Map<string, PictureList>();
  for (const [id, value] of await family(objects, keyPrefix.pictures)) {
    const list = parsePictureList(value);
    if (list) lists.set(id, list);
  }
  return lists;
}

async function family(objects: IDBObjectStore, prefix: string): Promise<[string, unknown][]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = await Promise.all([
    promisifyRequest(objects.getAllKeys(range)),
    promisifyRequest<unknown[]>(objects.getAll(range)),
  ]);
  return keys.flatMap((key, at): [string, unknown][] => {
    const id = idInKey(prefix, String(key));
    return id === null ? [] : [[id, values[at]]];
  });
}

function parseRemoved(value: unknown): Removed | null {
  try {
    const entry: unknown = JSON.parse(String(value));
    if (typeof entry !== "object" || entry === null) return null;
    if (!("tombstone" in entry && "record" in entry)) return null;
    return {
      tombstone: parseTombstone(entry.tombstone),
      record: parseSavedRecord(entry.record),
    };
  } catch {
    return null;
  }
}

function parsePictureList(value: unknown): PictureList | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("digest" in value && "addresses" in value)) return null;
  const { digest, addresses } = value;
  if (typeof digest !== "string" || !Array.isArray(addresses)) return null;
  return { digest, addresses: addresses.filter((each) => typeof each === "string") };
}
