import * as v from "valibot";
import { EDITION_VERSION } from "./edition-version.ts";
import { checkVersion, parseAs } from "./parse.ts";
import { ShownTextSchema } from "./shown-text.ts";
import { withoutTracking } from "./tracking.ts";

/** 20 hexadecimal digits: the start of the SHA-256 of the content file's path. Stable for the life of the file. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/, "20 hexadecimal digits"));

/** 16 hexadecimal digits: the start of the SHA-256 of a published file's bytes. */
export const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "16 hexadecimal digits"));

/** An instant as RFC 3339 in UTC, to the second, so that the text sorts as the time does. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "a time such as 2026-01-13T09:40:00Z"),
);

/** A picture; `src` is absolute (`https:`), or relative to the edition's base when the edition holds the file. */
const PictureSchema = v.object({
  src: v.string(),
  alt: v.exactOptional(ShownTextSchema),
  width: v.exactOptional(v.number()),
  height: v.exactOptional(v.number()),
  /** A small square of it, for lists: the edition's own, as `src` then is too. */
  square: v.exactOptional(v.string()),
});
export type Picture = v.InferOutput<typeof PictureSchema>;

/** What a list shows of an article, and what the article itself repeats. */
const summaryFields = {
  id: IdSchema,
  title: ShownTextSchema,
  /** When it was published; null for an article without any date, which is listed last. */
  date: v.nullable(InstantSchema),
  /** The name of who published it, as shown. */
  source: v.exactOptional(ShownTextSchema),
  /** The key of its section: the first folder below the content folder; absent at the root. */
  section: v.exactOptional(v.string()),
  /** Labels in the file's order, as written or as a page of the tag's own calls it. `termKey` makes their keys. */
  tags: v.array(ShownTextSchema),
  /** Plain text, a few lines at most; may be empty. */
  excerpt: ShownTextSchema,
  picture: v.exactOptional(PictureSchema),
  /** Reading time in whole minutes, at least 1. */
  minutes: v.number(),
  /** BCP 47; absent where it is the edition's own. */
  language: v.exactOptional(v.string()),
  /** From this moment on it is not listed. */
  expires: v.exactOptional(InstantSchema),
};

export const SummarySchema = v.object({
  ...summaryFields,
  /** The digest of the article, which makes its file's address immutable. */
  digest: DigestSchema,
});
/** What a list shows of an article. */
export type Summary = v.InferOutput<typeof SummarySchema>;

const OtherSchema = v.object({ id: IdSchema, title: ShownTextSchema });

const ArticleSchema = v.object({
  v: v.literal(EDITION_VERSION),
  ...summaryFields,
  /** Before this moment it is not shown. Only on articles that were not due when the edition was built. */
  appears: v.exactOptional(InstantSchema),
  modified: v.exactOptional(InstantSchema),
  /** The original's address, `http:` or `https:`, without what only says where its reader came from. */
  link: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^https?:\/\//i, "an http: or https: address"),
      v.transform(withoutTracking),
    ),
  ),
  authors: v.array(ShownTextSchema),
  /** The line under the headline; plain text. */
  description: v.exactOptional(ShownTextSchema),
  /** How its edition called its section. Only copies say so, since they outlive the edition. */
  sectionName: v.exactOptional(ShownTextSchema),
  words: v.number(),
  /** HTML as its author wrote it: never shown before it is sanitized. */
  body: v.string(),
  translations: v.array(v.object({ ...OtherSchema.entries, language: v.string() })),
  /** Stories on the same subject, closest first. */
  related: v.array(v.object({ ...OtherSchema.entries, date: v.nullable(InstantSchema) })),
  /** The digest of all the rest; absent until the article is published. */
  digest: v.exactOptional(DigestSchema),
});
/** One article, whole. */
export type Article = v.InferOutput<typeof ArticleSchema>;

/**
 * Reads an article: before the pipeline writes it, after the app fetched it, after it came out of storage.
 *
 * @throws FormatError, NewerVersionError
 */
export function parseArticle(value: unknown): Article {
  checkVersion(value, EDITION_VERSION, "article");
  return parseAs(ArticleSchema, value, "article");
}

/** Gives what a list shows of an article whose published file has this digest. */
export function summaryOf(article: Article, digest: string): Summary {
  return parseAs(SummarySchema, { ...article, digest }, "summary");
}
