import { dataAddress } from "#model/address.ts";
import type { Directory, TermEntry, TermStories } from "#model/edition.ts";
import { packPlaces } from "#model/order.ts";
import { type TermKind, termPrefix } from "#model/term.ts";
import { compareText } from "./compare-text.ts";
import { cutByContent } from "./content-cuts.ts";
import { digestOf, hashOf } from "./digest.ts";
import type { NotedTerm } from "./former.ts";
import { HEAD_LENGTH } from "./head-file.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";
import type { Companions } from "./term-companions.ts";
import type { TermUse } from "./term-index.ts";

/** A term's places beyond so many go to files of their own, the oldest first. */
export const PLACES_IN_A_FILE = 8_000;
const TOP_LENGTH = 100;
/** Of packs, in stories and terms together: so many summaries come with one rare term. */
const PACK = { least: 24, most: 96 };

/**
 * Writes the files of all terms of a kind and the kind's directory, and gives the directory's digest.
 *
 * @param note hears of every term.
 */
export function writeTerms(
  kind: TermKind,
  arrangement: Arrangement,
  companions: Companions,
  staging: Staging,
  note: (term: NotedTerm) => void,
): string {
  const uses = arrangement.terms[kind];
  const entries: TermEntry[] = [];
  const write = (terms: readonly TermUse[]) => {
    // A large term's file says what it shares with terms that may not have been the same.
    const isOther = terms.some(isLarge) && !companions.areAsBefore;
    const known = isOther ? [] : formerTerms(kind, terms, arrangement);
    for (const path of known.flatMap(filesOf)) staging.keepFormer(path);
    const noted =
      known.length > 0 ? known : writeFile(kind, terms, companions, arrangement, staging);
    for (const term of noted) {
      const [key, label, count, file] = term;
      entries.push({ key, label, count, file });
      note(term);
    }
  };
  for (const term of uses) if (isLarge(term)) write([term]);
  const small = uses.filter((term) => !isLarge(term));
  const hashes = small.map(({ key }) => arrangement.former?.term(kind, key)?.[5] ?? hashOf(key));
  const weigh = (item: number) => (small[item]?.stories.length ?? 0) + 1;
  for (const run of cutByContent(small.length, (item) => hashes[item] ?? 0, PACK, weigh)) {
    write(small.slice(...run));
  }
  return writeDirectory(entries, staging);
}

function filesOf([, , , file, older]: NotedTerm): string[] {
  return [file, ...older].map((digest) => dataAddress.term(digest));
}

/** The terms as they stand in a file of the edition before that would be the same now; none where there is no such. */
function formerTerms(
  kind: TermKind,
  terms: readonly TermUse[],
  { former, isSteady }: Arrangement,
): NotedTerm[] {
  if (former === null) return [];
  const known: NotedTerm[] = [];
  for (const { key, label, stories } of terms) {
    const term = former.term(kind, key);
    if (!term || term[1] !== label || term[2] !== stories.length) return [];
    if (term[3] !== (known[0] ?? term)[3] || !stories.every(isSteady)) return [];
    known.push(term);
  }
  return former.termsIn(kind, known[0]?.[3] ?? "") === terms.length ? known : [];
}

/** Writes some terms into one file. */
function writeFile(
  kind: TermKind,
  terms: readonly TermUse[],
  companions: Companions,
  arrangement: Arrangement,
  staging: Staging,
): NotedTerm[] {
  const written = terms.map((term) => {
    const beside = isLarge(term) ? companions.of(kind, term) : undefined;
    return termText(kind, term, beside, arrangement, staging);
  });
  const text = `[${written.map((term) => term.text).join(",")}]`;
  const file = digestOf(text);
  staging.putNamed(dataAddress.term(file), text);
  return terms.map(({ key, label, stories }, place) => {
    return [key, label, stories.length, file, written[place]?.older ?? [], hashOf(key)];
  });
}

function isLarge(term: TermUse): boolean {
  return term.stories.length > HEAD_LENGTH;
}

function writeDirectory(entries: readonly TermEntry[], staging: Staging): string {
  const sorted = [...entries].sort((a, b) => compareText(a.key, b.key));
  const byPrefix = new Map<string, TermEntry[]>();
  for (const entry of sorted) {
    const prefix = termPrefix(entry.key);
    const page = byPrefix.get(prefix);
    if (page) page.push(entry);
    else byPrefix.set(prefix, [entry]);
  }
  // Those with as many stories stay in the order of their keys.
  const top = sorted.sort((a, b) => b.count - a.count).slice(0, TOP_LENGTH);
  const pages: Directory["pages"] = [];
  for (const [prefix, page] of [...byPrefix].sort(([a], [b]) => compareText(a, b))) {
    const text = JSON.stringify(page);
    const digest = digestOf(text);
    staging.putNamed(dataAddress.directoryPage(digest), text);
    pages.push([prefix, digest]);
  }
  const directory: Directory = { top, pages };
  const text = JSON.stringify(directory);
  const digest = digestOf(text);
  staging.putNamed(dataAddress.directory(digest), text);
  return digest;
}

/** The JSON of a term's stories; its older places, if it has many, are written on the way, and their digests given. */
function termText(
  kind: TermKind,
  { key, label, stories }: TermUse,
  beside: TermStories["beside"],
  arrangement: Arrangement,
  staging: Staging,
): { text: string; older: readonly string[] } {
  const newest = newestOf(kind, key, stories, arrangement);
  const [places, ...older] = placeFiles(stories, arrangement).map((months) => packPlaces(months));
  const digests: string[] = [];
  for (const file of older) {
    const text = JSON.stringify(file);
    const digest = digestOf(text);
    digests.push(digest);
    staging.putNamed(dataAddress.term(digest), text);
  }
  const start = JSON.stringify({ key, label, count: stories.length }).slice(0, -1);
  const end = JSON.stringify({ places: places ?? [], older: digests, beside }).slice(1);
  return { text: `${start},"newest":[${newest}],${end}`, older: digests };
}

/**
 * The JSON of a term's first summaries, joined; those that the edition before has there too are taken from one place.
 */
function newestOf(
  kind: TermKind,
  key: string,
  stories: Uint32Array,
  { former, formerNumber, idAt, summaryAt }: Arrangement,
): string {
  const isFormer = (story: number) => formerNumber(story) >= 0;
  // Of a month that lost a story most terms have the same stories as before, and only other places.
  const isSame = former?.term(kind, key)?.[2] === stories.length && stories.every(isFormer);
  if (former && isSame) return former.newestText(kind, key);
  const known = former?.newestOf(kind, key);
  const newest = Array.from(stories.slice(0, HEAD_LENGTH), (story) => {
    const summary = isFormer(story) ? known?.get(idAt(story)) : undefined;
    return summary ?? summaryAt(story);
  });
  return newest.join(",");
}

/**
 * The term's places by month, newest first, in as many files as they need, newest first.
 *
 * They are filled from the oldest, so that a new story changes only the newest, which is the term's own.
 */
function placeFiles(stories: Uint32Array, arrangement: Arrangement) {
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

function placesByMonth(stories: Uint32Array, arrangement: Arrangement) {
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
