import { termKey } from "#model/term.ts";
import { readTags } from "#pipeline/content/fields/read-tags.ts";
import { readTimes } from "#pipeline/content/fields/read-times.ts";
import { readTitle } from "#pipeline/content/fields/read-title.ts";
import { readVisibility } from "#pipeline/content/fields/read-visibility.ts";
import { type Fields, wordsOf } from "#pipeline/content/source/fields.ts";
import type { Source } from "#pipeline/content/source/read-source.ts";
import type { Value } from "#pipeline/content/source/value.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import type { Report } from "#pipeline/report.ts";
import type { Layout } from "./layout.ts";
import type { Page } from "./page.ts";
import { readAddress } from "./read-address.ts";
import type { Terms } from "./terms.ts";

type PageFile = {
  readonly path: string;
  readonly id: string;
  readonly layout: Layout;
  readonly source: Source;
};

const MOST_KEYWORDS = 50;
const BLANK = "nothing to read: no title and no text";
/** What a page without a text may still show. */
const SHOWN = ["title", "summary", "description", "link", "image", "images"];

/** Says what others must know of an article; null where it isn't published. Why it isn't shown goes into the report. */
export function describePage(
  { path, id, layout, source }: PageFile,
  terms: Terms,
  options: EditionOptions,
  report: Report,
): Page | null {
  const { fields } = source;
  const times = readTimes(fields, options.timeZone);
  const visibility = readVisibility(fields, times, layout.isBundle, options);
  const reason = isBlank(source) ? BLANK : visibility.reason;
  if (reason) report.leaveOut(path, reason);
  if (reason === BLANK || !visibility.isPublished) return null;
  const { address, aliases } = readAddress(fields, layout);
  const key = fields.word("translationkey");
  return {
    path,
    id,
    title: detached(readTitle(source, path, layout.name)),
    date: times.date?.instant ?? null,
    language: layout.language,
    translationKey: detached(key ? `=${key}` : layout.name),
    section: layout.section,
    isDue: visibility.appears === undefined,
    mayBeListed: visibility.isListed,
    weight: readWeight(fields),
    address: detached(address),
    aliases: aliases.map(detached),
    terms: termsOf(fields, options, terms),
  };
}

/** Hugo makes a page of it, for themes that fill it with data; a reader would find a name and nothing else. */
function isBlank({ fields, body }: Source): boolean {
  return body.trim() === "" && SHOWN.every((key) => isEmpty(fields.anywhere(key)));
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function termsOf(fields: Fields, options: EditionOptions, terms: Terms): number[] {
  const tags = readTags(fields, options.tagsFrom).map((tag) => terms.tag(termKey(tag)));
  const keywords = wordsOf(fields.get("keywords")).slice(0, MOST_KEYWORDS);
  return [...new Set([...tags, ...keywords.map((word) => terms.keyword(termKey(word)))])];
}

function readWeight(fields: Fields): number {
  const weight = Number(fields.word("weight") ?? 0);
  return Number.isFinite(weight) ? Math.max(weight, 0) : 0;
}

/** Copies a text: a part of a file's text would keep the whole in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
