import type { Article, Summary } from "#model/article.ts";
import { digestOf } from "./digest.ts";

/** What the lists are made of, other than the summary. */
export type Entry = Readonly<Pick<Article, "id" | "date">> & {
  readonly tags: readonly string[];
  readonly source: string | undefined;
  readonly section: string | undefined;
  readonly appears: string | undefined;
  readonly expires: string | undefined;
};

/**
 * An article as it is set from its own file alone. What is known only once all files were read is put behind it: its kin
 * and its digest, which are the last fields of an article and of a summary.
 */
export type Galley = {
  /** The article's JSON, open at its end. */
  readonly article: string;
  /** The summary's JSON, open at its end. */
  readonly summary: string;
  readonly entry: Entry;
};

/** Sets an article that was parsed, so that its keys stand in the order of the schema; what it says of its kin is left out. */
export function galleyOf(article: Article): Galley {
  // The body is the last field before its kin, see the schema.
  const { translations: _, related: __, digest: ___, body, ...plain } = article;
  const { id, date, tags, source, section, appears, expires } = plain;
  return {
    article: `${JSON.stringify(plain).slice(0, -1)},"body":${quoted(body)}`,
    summary: JSON.stringify(openSummaryOf(plain)).slice(0, -1),
    entry: { id, date, tags, source, section, appears, expires },
  };
}

/** What JSON writes in another way, other than quotation marks and ends of lines. */
const ESCAPED = /[^\n -[\]-\uD7FF\uE000-\uFFFF]/;

/** Just what `JSON.stringify` gives of a long text, in half of the time: it looks at one character after another. */
function quoted(text: string): string {
  if (ESCAPED.test(text)) return JSON.stringify(text);
  return `"${text.replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** What a summary says but for its digest, in the order of its schema, which the article's fields have passed. */
function openSummaryOf(article: Omit<Summary, "digest">): Unset<Omit<Summary, "digest">> {
  const { id, title, date, source, section, tags, excerpt, picture } = article;
  const { minutes, language, expires } = article;
  return { id, title, date, source, section, tags, excerpt, picture, minutes, language, expires };
}

/** JSON leaves out what is undefined. */
type Unset<T> = { [Key in keyof T]: T[Key] | undefined };

/** The JSON that stands behind an article's galley. */
export function kinText({ translations, related }: Pick<Article, "translations" | "related">) {
  return `,"translations":${JSON.stringify(translations)},"related":${JSON.stringify(related)}}`;
}

/** Puts a digest behind the JSON of an object. */
export function withDigest(open: string, digest: string): string {
  return `${open},"digest":"${digest}"}`;
}

/** Says whether the JSON of an article is that of which it has the digest. */
export function isWhole(published: string): boolean {
  const [, open = "", digest] = WITH_DIGEST.exec(published) ?? [];
  return digestOf(`${open}}`) === digest;
}

const WITH_DIGEST = /^(.*),"digest":"([0-9a-f]{16})"\}$/s;
