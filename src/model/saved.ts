import * as v from "valibot";
import { DigestSchema, IdSchema, InstantSchema, SummarySchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

/** The version of the stored form that this code writes, and the newest that it reads. */
export const SAVED_VERSION = 1;

/** A revision counts upwards on one device; of two forms of one record the higher counts. It is no clock. */
const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const SavedRecordSchema = v.object({
  v: v.literal(SAVED_VERSION),
  id: IdSchema,
  rev: RevisionSchema,
  /** The revision at which it was saved: lists are sorted by it, so that neither a wrong clock nor an undo moves it. */
  order: RevisionSchema,
  /** By the device's clock, for showing only; a wrong clock decides nothing. */
  savedAt: InstantSchema,
  /** The digest of the edition's file that the copy was made of. */
  digest: DigestSchema,
  /** What lists show. */
  summary: SummarySchema,
  /** Where the packed body is: in localStorage and the mirror, or in the mirror alone. */
  body: v.picklist(["local", "mirror"]),
  /** Length of the packed body in UTF-16 units. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
/** What is kept of a saved article beside its packed text. */
export type SavedRecord = v.InferOutput<typeof SavedRecordSchema>;

const TombstoneSchema = v.object({
  v: v.literal(SAVED_VERSION),
  id: IdSchema,
  rev: RevisionSchema,
});
/** What stays of a saved article that was taken out: it beats every record of at most its revision. */
export type Tombstone = v.InferOutput<typeof TombstoneSchema>;

/** @throws FormatError, NewerVersionError */
export function parseSavedRecord(value: unknown): SavedRecord {
  checkVersion(value, SAVED_VERSION, "saved article");
  return parseAs(SavedRecordSchema, value, "saved article");
}

/** @throws FormatError, NewerVersionError */
export function parseTombstone(value: unknown): Tombstone {
  checkVersion(value, SAVED_VERSION, "mark of a removed article");
  return parseAs(TombstoneSchema, value, "mark of a removed article");
}

/** Says whether of two forms of one record the first counts; of two with one revision the same one always does. */
export function isNewer(record: SavedRecord, other: SavedRecord | undefined): boolean {
  if (!other || record.rev !== other.rev) return !other || record.rev > other.rev;
  if (record.savedAt !== other.savedAt) return record.savedAt > other.savedAt;
  return record.digest > other.digest;
}

/** Says whether the tombstone beats the record. */
export function isGone(record: SavedRecord, tombstone: Tombstone | undefined): boolean {
  return tombstone !== undefined && tombstone.rev >= record.rev;
}

/** Orders saved articles for lists: what was saved last comes first. */
export function byOrder(a: SavedRecord, b: SavedRecord): number {
  return b.order - a.order || (a.id < b.id ? -1 : 1);
}
