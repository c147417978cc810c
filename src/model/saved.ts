import * as v from "valibot";
import { DigestSchema, IdSchema, InstantSchema, SummarySchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";
import { termKey } from "./term.ts";

/** The version of the stored form that this code writes, and the newest that it reads; 1 is read for ever. */
export const SAVED_VERSION = 2;

const VersionSchema = v.picklist([1, SAVED_VERSION]);
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is kept of a story of the reader's own tags: so many, and each so long in UTF-16 units. */
export const MOST_LABELS = 50;
export const LONGEST_LABEL = 80;

/** A revision counts upwards on one device; of two forms of one record the higher counts. It is no clock. */
const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

const SavedRecordSchema = v.object({
  v: VersionSchema,
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
  size: CountSchema,
  /** When it was last changed by a reader's word, by that device's clock: decides only between devices, in a backup. */
  changedAt: v.exactOptional(InstantSchema),
  archived: v.exactOptional(v.boolean()),
  /** The reader's own tags, as `tidyLabels` leaves them. */
  labels: v.exactOptional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_LABEL))), v.maxLength(MOST_LABELS)),
  ),
  /** Where it was saved from; absent in version 1, which knew the edition alone. */
  origin: v.exactOptional(v.picklist(["edition", "import"])),
  /** The original's address where it is all that is kept: the article has no text. */
  link: v.exactOptional(v.string()),
  /** Its pictures on this device; absent until they were looked for. */
  pictures: v.exactOptional(
    v.object({
      /** Those of the edition's own, and how many of them are kept. */
      all: CountSchema,
      kept: CountSchema,
      bytes: CountSchema,
      /** Those of other hosts, which are never kept. */
      elsewhere: v.exactOptional(CountSchema),
    }),
  ),
});
/** What is kept of a saved article beside its packed text. */
export type SavedRecord = v.InferOutput<typeof SavedRecordSchema>;

const TombstoneSchema = v.object({
  v: VersionSchema,
  id: IdSchema,
  rev: RevisionSchema,
  /** As a record's; absent in version 1. */
  changedAt: v.exactOptional(InstantSchema),
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

/** The moment of a record's last change, for merging with another device's. */
export function changedAtOf(record: SavedRecord): string {
  return record.changedAt ?? record.savedAt;
}

/** Puts the reader's own tags into the form in which they are kept: each once, none empty, none beyond the bounds. */
export function tidyLabels(labels: readonly string[]): string[] {
  const tidy = new Map<string, string>();
  for (const label of labels) {
    const text = label.replace(/[\s\p{Cc}]+/gu, " ").trim();
    // Half of a pair at the cut is no character.
    const short = text
      .slice(0, LONGEST_LABEL)
      .replace(/[\ud800-\udbff]$/, "")
      .trim();
    const key = termKey(short);
    if (key !== "" && !tidy.has(key)) tidy.set(key, short);
  }
  return [...tidy.values()].slice(0, MOST_LABELS);
}
