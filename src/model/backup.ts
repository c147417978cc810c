import * as v from "valibot";
import { type Article, DigestSchema, IdSchema, InstantSchema, parseArticle } from "./article.ts";
import { checkVersion, FormatError, parseAs } from "./parse.ts";
import { type Position, parsePosition } from "./position.ts";
import { type SavedRecord, tidyLabels } from "./saved.ts";

/** The version of the backup file that this code writes, and the newest that it reads. */
export const BACKUP_VERSION = 1;
/** What a backup says that it is: it is known by this, whatever the file is called. */
export const BACKUP_FORMAT = "offprint-backup";

/** What a reader did with a saved article, without its text. */
export type Held = Pick<SavedRecord, "savedAt" | "digest" | "archived" | "labels" | "origin">;
/** A saved article that travels: all that there is to know of it on another device. */
export type Traveller = Held & {
  readonly id: string;
  readonly changedAt: string;
  readonly article: Article;
};

/** Longer ones are no articles, and what lists show of them would not fit where lists are kept. */
const LONGEST_TEXT = 5_000_000;
const LONGEST_LINE = 50_000;

const TravellerSchema = v.object({
  savedAt: InstantSchema,
  changedAt: InstantSchema,
  digest: DigestSchema,
  archived: v.exactOptional(v.boolean()),
  labels: v.exactOptional(v.array(v.string())),
  origin: v.exactOptional(v.picklist(["edition", "import"])),
  article: v.unknown(),
});

const RemovalSchema = v.object({ id: IdSchema, changedAt: InstantSchema });
/** That an article was taken out. */
export type Removal = v.InferOutput<typeof RemovalSchema>;

const ReadMarkSchema = v.tuple([IdSchema, InstantSchema]);
/** Which article was read or is to stay unread, and since when. */
export type ReadMark = v.InferOutput<typeof ReadMarkSchema>;

const ListSchema = v.optional(v.array(v.unknown()), []);
const BackupSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  v: v.literal(BACKUP_VERSION),
  /** By the clock of the device that wrote it. */
  made: InstantSchema,
  /** In the order of the list. */
  saved: ListSchema,
  removed: ListSchema,
  read: ListSchema,
  // Came later: backups that were made before are read as if these were empty.
  unread: ListSchema,
  positions: ListSchema,
  mutes: ListSchema,
  views: ListSchema,
  settings: v.optional(v.unknown()),
});
/** A backup whose entries have yet to be read one by one, so that a damaged one costs only itself. */
export type Backup = v.InferOutput<typeof BackupSchema>;

/** @throws FormatError, NewerVersionError */
export function parseBackup(value: unknown): Backup {
  checkVersion(value, BACKUP_VERSION, "backup");
  return parseAs(BackupSchema, value, "backup");
}

/** @throws FormatError, NewerVersionError */
export function parseTraveller(value: unknown): Traveller {
  const { article: unread, labels, ...held } = parseAs(TravellerSchema, value, "entry");
  const article = parseArticle(unread);
  const { body, ...line } = article;
  if (body.length > LONGEST_TEXT) throw new FormatError("article", "body", "it is too long");
  if (JSON.stringify(line).length > LONGEST_LINE) {
    throw new FormatError("article", "title", "what a list shows of it is too long");
  }
  const tidy = tidyLabels((labels ?? []).slice(0, 500));
  return { ...held, id: article.id, article, ...(tidy.length > 0 ? { labels: tidy } : {}) };
}

/** @throws FormatError */
export function parseRemoval(value: unknown): Removal {
  return parseAs(RemovalSchema, value, "entry");
}

/** @throws FormatError */
export function parseReadMark(value: unknown): ReadMark {
  return parseAs(ReadMarkSchema, value, "entry");
}

/** @throws FormatError, NewerVersionError */
export function parsePlacedPosition(value: unknown): { id: string; position: Position } {
  const { id } = parseAs(v.object({ id: IdSchema }), value, "entry");
  return { id, position: parsePosition(value) };
}
