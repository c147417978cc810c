import * as v from "valibot";
import { DigestSchema, InstantSchema, SummarySchema } from "./article.ts";
import { EDITION_VERSION } from "./edition-version.ts";
import { checkVersion, parseAs } from "./parse.ts";
import { ShownTextSchema } from "./shown-text.ts";
import { TERM_KINDS } from "./term.ts";

/** The month of stories that have no date; sorts behind every real month. */
export const UNDATED = "undated";

const MonthKeySchema = v.pipe(v.string(), v.regex(/^(\d{4}-\d\d|undated)$/, "a month"));
/** Shorter than others: every document names all months, and a file's name has the month beside it. */
const MonthDigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/, "10 hexadecimal digits"));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

const KindsSchema = <S extends v.GenericSchema>(schema: S) =>
  v.object({ tag: schema, source: schema, section: schema });

const TopTermSchema = v.tuple([v.string(), v.string(), CountSchema]);
/** A much used term: its key, its label, and how many stories it has. */
export type TopTerm = v.InferOutput<typeof TopTermSchema>;

const ManifestSchema = v.object({
  v: v.literal(EDITION_VERSION),
  /** A digest over everything in the edition: two editions with one digest are the same. */
  edition: DigestSchema,
  title: ShownTextSchema,
  language: v.string(),
  /** An IANA name. Days and months are cut, and times are shown, in this zone. */
  timeZone: v.string(),
  /** Stories in lists, and how many terms of each kind they carry. */
  counts: v.object({ stories: CountSchema, terms: KindsSchema(CountSchema) }),
  /** Digest of the head: the newest stories. */
  head: DigestSchema,
  /** Digests of the directories of terms. */
  directories: KindsSchema(DigestSchema),
  /** A few of the most used terms, most used first, so that the first view asks for no directory. */
  top: v.exactOptional(v.object({ tag: v.array(TopTermSchema), section: v.array(TopTermSchema) })),
  /** Month, how many stories it has, digest of its file; newest first, `undated` last. */
  months: v.array(v.tuple([MonthKeySchema, CountSchema, MonthDigestSchema])),
  /** Stories that are published but not due yet: when the first is, and the digest of their list. */
  schedule: v.exactOptional(v.object({ first: InstantSchema, digest: DigestSchema })),
  /** Listed stories that will expire: when the first does, and the digest of their list. */
  expiries: v.exactOptional(v.object({ first: InstantSchema, digest: DigestSchema })),
});
/** The one file that changes under its name: names everything else. */
export type Manifest = v.InferOutput<typeof ManifestSchema>;

const HeadSchema = v.object({
  /** Stories that their publisher put first, in that order. They also stand in their place by date. */
  pinned: v.array(SummarySchema),
  /** The newest stories of the edition, newest first. */
  newest: v.array(SummarySchema),
});
/** The first screen of the list. */
export type Head = v.InferOutput<typeof HeadSchema>;

const MonthSchema = v.object({
  month: MonthKeySchema,
  /** The rows of the month in files: place of the first story, how many, digest; oldest first, without gaps. */
  chunks: v.array(v.tuple([CountSchema, CountSchema, DigestSchema])),
  /** Day of the month and place of its first story, oldest first; empty for `undated`. */
  days: v.array(v.tuple([v.number(), CountSchema])),
});
/**
 * How one month's stories are laid out. A story's *place* is its number within the month, counted from the oldest
 * (by date, then id), from 0.
 */
export type Month = v.InferOutput<typeof MonthSchema>;

const RowsSchema = v.array(SummarySchema);

const SizesSchema = v.array(v.tuple([CountSchema, CountSchema]));
/** For each story of a month, by its place, the bytes of its article's file, and those of the edition's own pictures in it. */
export type Sizes = v.InferOutput<typeof SizesSchema>;

const ScheduleSchema = v.array(v.object({ appears: InstantSchema, story: SummarySchema }));
/** Stories that are not due yet, soonest first. */
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

const ExpiriesSchema = v.array(
  v.object({
    expires: InstantSchema,
    tags: SummarySchema.entries.tags,
    source: SummarySchema.entries.source,
    section: SummarySchema.entries.section,
  }),
);
/**
 * What filters ask of the listed stories that expire soonest, soonest first: with it lists count right after some have
 * expired and before the edition is made anew. It may end before the last that will.
 */
export type Expiries = v.InferOutput<typeof ExpiriesSchema>;

const TermEntrySchema = v.object({
  key: v.string(),
  /** As most of its stories write it. */
  label: ShownTextSchema,
  count: CountSchema,
  /** The file that holds the term's stories, alone or with others. */
  file: DigestSchema,
});
/** One line of a directory. */
export type TermEntry = v.InferOutput<typeof TermEntrySchema>;

const DirectorySchema = v.object({
  /** The most used terms, most used first. */
  top: v.array(TermEntrySchema),
  /** The first two characters of the keys, and the digest of the page that lists them; sorted. */
  pages: v.array(v.tuple([v.string(), DigestSchema])),
});
/** Where every term of a kind is to be found. */
export type Directory = v.InferOutput<typeof DirectorySchema>;

const DirectoryPageSchema = v.array(TermEntrySchema);

const PlacesSchema = v.array(v.tuple([MonthKeySchema, v.array(CountSchema)]));
/** Months newest first; in each the places newest first: the first as it is, each further one as the step down. */
export type PackedPlaces = v.InferOutput<typeof PlacesSchema>;

const TermStoriesSchema = v.object({
  key: v.string(),
  label: ShownTextSchema,
  count: CountSchema,
  /** The newest stories of the term, newest first, at most as many as a head has. */
  newest: v.array(SummarySchema),
  places: PlacesSchema,
  /** Digests of further places, for a term with many thousands of stories; newest first. */
  older: v.array(DigestSchema),
  /**
   * Kind and key of terms that have `older` places, and how many stories this one shares with each: what the two together
   * hold is known without all their places. Those with which it shares none are left out; absent where the term shares
   * its file.
   */
  beside: v.exactOptional(v.array(v.tuple([v.picklist(TERM_KINDS), v.string(), CountSchema]))),
});
/** The stories of one term. */
export type TermStories = v.InferOutput<typeof TermStoriesSchema>;

const TermFileSchema = v.array(TermStoriesSchema);

/** @throws FormatError, NewerVersionError */
export function parseManifest(value: unknown): Manifest {
  checkVersion(value, EDITION_VERSION, "edition");
  return parseAs(ManifestSchema, value, "manifest");
}
/** @throws FormatError */
export const parseHead = (value: unknown): Head => parseAs(HeadSchema, value, "head");
/** @throws FormatError */
export const parseMonth = (value: unknown): Month => parseAs(MonthSchema, value, "month");
/** @throws FormatError */
export const parseRows = (value: unknown) => parseAs(RowsSchema, value, "rows");
/** @throws FormatError */
export const parseSizes = (value: unknown): Sizes => parseAs(SizesSchema, value, "list of sizes");
/** @throws FormatError */
export const parseSchedule = (value: unknown): Schedule =>
  parseAs(ScheduleSchema, value, "schedule");
/** @throws FormatError */
export const parseExpiries = (value: unknown): Expiries =>
  parseAs(ExpiriesSchema, value, "list of expiries");
/** @throws FormatError */
export const parseDirectory = (value: unknown): Directory =>
  parseAs(DirectorySchema, value, "directory of terms");
/** @throws FormatError */
export const parseDirectoryPage = (value: unknown) =>
  parseAs(DirectoryPageSchema, value, "page of the directory of terms");
/** @throws FormatError */
export const parseTermFile = (value: unknown) =>
  parseAs(TermFileSchema, value, "file of a term's stories");
/** @throws FormatError */
export const parsePlaces = (value: unknown): PackedPlaces =>
  parseAs(PlacesSchema, value, "file of a term's older stories");
