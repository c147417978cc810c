import { dataAddress } from "#model/address.ts";
import type { Directory, TermEntry } from "#model/edition.ts";
import { packPlaces } from "#model/order.ts";
import { type TermKind, termPrefix } from "#model/term.ts";
import { compareText } from "./compare-text.ts";
import { cutByContent } from "./content-cuts.ts";
import { digestOf, hashOf } from "./digest.ts";
import { HEAD_LENGTH } from "./head-file.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";
import type { TermUse } from "./term-index.ts";

/** A term's places beyond so many go to files of their own, the oldest first. */
const PLACES_IN_A_FILE = 8_000;
const TOP_LENGTH = 100;
/** Of packs, in stories and terms together: so many summaries come with one rare term. */
const PACK = { least: 24, most: 96 };

/** Writes the files of all terms of a kind and the kind's directory, and gives the directory's digest. */
export function writeTerms(kind: TermKind, arrangement: Arrangement, staging: Staging): string {
  const uses = arrangement.terms[kind];
  const entries: TermEntry[] = [];
  const write = (terms: readonly TermUse[]) => {
    const texts: string[] = [];
    for (const term of terms) texts.push(termText(term, arrangement, staging));
    const text = `[${texts.join(",")}]`;
    const file = digestOf(text);
    staging.put(dataAddress.term(file), text);
    for (const { key, label, stories } of terms) {
      entries.push({ key, label, count: stories.length, file });
    }
  };
  for (const term of uses) if (isLarge(term)) write([term]);
  const small = uses.filter((term) => !isLarge(term));
  const hashes = small.map((term) => hashOf(term.key));
  const weigh = (item: number) => (small[item]?.stories.length ?? 0) + 1;
  for (const run of cutByContent(small.length, (item) => hashes[item] ?? 0, PACK, weigh)) {
    write(small.slice(...run));
  }
  return writeDirectory(entries, staging);
}

function isLarge(term: TermUse): boolean {
  return term.stories.length > HEAD_LENGTH;
}

function writeDirectory(entries: readonly TermEntry[], staging: Staging): string {
  const top = [...entries]
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key))
    .slice(0, TOP_LENGTH);
  const byPrefix = new Map<string, TermEntry[]>();
  for (const entry of [...entries].sort((a, b) => compareText(a.key, b.key))) {
    const prefix = termPrefix(entry.key);
    byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), entry]);
  }
  const pages: Directory["pages"] = [];
  for (const [prefix, page] of [...byPrefix].sort(([a], [b]) => compareText(a, b))) {
    const text = JSON.stringify(page);
    const digest = digestOf(text);
    staging.put(dataAddress.directoryPage(digest), text);
    pages.push([prefix, digest]);
  }
  const directory: Directory = { top, pages };
  const text = JSON.stringify(directory);
  const digest = digestOf(text);
  staging.put(dataAddress.directory(digest), text);
  return digest;
}

/** The JSON of a term's stories; its older places, if it has many, are written on the way. */
function termText(
  { key, label, stories }: TermUse,
  arrangement: Arrangement,
  staging: Staging,
): string {
  const newest = stories.slice(0, HEAD_LENGTH).map(arrangement.summaryAt);
  const [places, ...older] = placeFiles(stories, arrangement).map((months) => packPlaces(months));
  const digests: string[] = [];
  for (const file of older) {
    const text = JSON.stringify(file);
    const digest = digestOf(text);
    digests.push(digest);
    staging.put(dataAddress.term(digest), text);
  }
  const start = JSON.stringify({ key, label, count: stories.length }).slice(0, -1);
  const end = JSON.stringify({ places: places ?? [], older: digests }).slice(1);
  return `${start},"newest":[${newest.join(",")}],${end}`;
}

/**
 * The term's places by month, newest first, in as many files as they need, newest first.
 *
 * They are filled from the oldest, so that a new story changes only the newest, which is the term's own.
 */
function placeFiles(stories: readonly number[], arrangement: Arrangement) {
  const months = placesByMonth(stories, arrangement);
  const files: Map<string, readonly number[]>[] = [];
  let open: [string, readonly number[]][] = [];
  let size = 0;
  for (const [month, places] of months.reverse()) {
    if (size >= PLACES_IN_A_FILE) {
      files.unshift(new Map(open));
      open = [];
      size = 0;
    }
    open.unshift([month, places]);
    size += places.length;
  }
  files.unshift(new Map(open));
  return files;
}

function placesByMonth(stories: readonly number[], arrangement: Arrangement) {
  const months: [string, number[]][] = [];
  let at = arrangement.months.length - 1;
  let from: number | null = null;
  for (const story of stories) {
    while (at > 0 && story < (arrangement.months[at]?.first ?? 0)) at -= 1;
    const run = arrangement.months[at];
    if (!run) break;
    const last = months.at(-1);
    if (last && from === at) last[1].push(story - run.first);
    else months.push([run.month, [story - run.first]]);
    from = at;
  }
  return months;
}
