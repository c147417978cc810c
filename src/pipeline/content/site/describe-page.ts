import { termKey } from "#model/term.ts";
import { readTags } from "#pipeline/content/fields/read-tags.ts";
import { readTimes } from "#pipeline/content/fields/read-times.ts";
import { readTitle } from "#pipeline/content/fields/read-title.ts";
import { readVisibility } from "#pipeline/content/fields/read-visibility.ts";
import type { Ground } from "#pipeline/content/ground.ts";
import { type Fields, wordsOf } from "#pipeline/content/source/fields.ts";
import type { Source } from "#pipeline/content/source/read-source.ts";
import type { Value } from "#pipeline/content/source/value.ts";
import type { Layout } from "./layout.ts";
import type { Page } from "./page.ts";
import { readAddress } from "./read-address.ts";
import type { Terms } from "./terms.ts";

/** What a content file says of its article that concerns others; its terms by their keys. */
export type Facts = Omit<Page, "path" | "id" | "task" | "terms"> & {
  readonly tags: readonly string[];
  readonly keywords: readonly string[];
  /** The numbers of both, where there is a shorter way to them than by their keys. */
  readonly termNumbers?: (terms: Terms) => readonly number[];
};

/** What is published of a content file, and why it isn't in the lists today. */
export type Description = {
  /** Null where it isn't published. */
  readonly facts: Facts | null;
  /** Null where it is in the lists. */
  readonly leftOut: string | null;
  /** The instant from which on this is not so any more, if the file stays as it is; null for never. */
  readonly until: string | null;
};

const MOST_KEYWORDS = 50;
const BLANK = "nothing to read: no title and no text";
/** What a page without a text may still show. */
const SHOWN = ["title", "summary", "description", "link", "image", "images"];

/** Says what others must know of a content file's article. */
export function describePage(
  path: string,
  layout: Layout,
  source: Source,
  { options, termTitles }: Pick<Ground, "options" | "termTitles">,
): Description {
  const { fields } = source;
  const times = readTimes(fields, options.timeZone);
  const visibility = readVisibility(fields, times, layout.isBundle, options);
  const { until } = visibility;
  if (isBlank(source)) return { facts: null, leftOut: BLANK, until };
  if (!visibility.isPublished) return { facts: null, leftOut: visibility.reason, until };
  const { address, aliases } = readAddress(fields, layout);
  const key = fields.word("translationkey");
  const facts = {
    title: readTitle(source, path, layout.name),
    date: times.date?.instant ?? null,
    language: layout.language,
    translationKey: key ? `=${key}` : layout.name,
    section: layout.section,
    isDue: visibility.appears === undefined,
    mayBeListed: visibility.isListed,
    weight: readWeight(fields),
    address,
    aliases,
    tags: readTags(fields, options.tagsFrom, termTitles).map(termKey),
    keywords: wordsOf(fields.get("keywords")).slice(0, MOST_KEYWORDS).map(termKey),
  };
  return { facts, leftOut: visibility.reason, until };
}

/** Hugo makes a page of it, for themes that fill it with data; a reader would find a name and nothing else. */
function isBlank({ fields, body }: Source): boolean {
  return body.trim() === "" && SHOWN.every((key) => isEmpty(fields.anywhere(key)));
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function readWeight(fields: Fields): number {
  const weight = Number(fields.word("weight") ?? 0);
  return Number.isFinite(weight) ? Math.max(weight, 0) : 0;
}
