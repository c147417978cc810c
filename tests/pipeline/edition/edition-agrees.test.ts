import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataAddress } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import {
  type Manifest,
  parseDirectory,
  parseDirectoryPage,
  parseManifest,
  parseMonth,
  parsePlaces,
  parseRows,
  parseTermFile,
  UNDATED,
} from "#model/edition.ts";
import type { Filter } from "#model/filter.ts";
import { countWith, orderOf, type Places, unpackPlaces } from "#model/order.ts";
import { TERM_KINDS, type Term, termKey } from "#model/term.ts";
import { story } from "../../support/edition-stories.ts";
import { readJson, workshop } from "../../support/edition-workshop.ts";

const TAGS = ["Ice", "ice", "Deep Sea", "Owls", "Rare", "Mills", "Bees", "Čapek"];
const SOURCES = ["The Harbour", "Field Notes", "Slow Post"];
const SECTIONS = ["nature", "craft"];

/** A sequence of numbers below a bound that is the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % bound;
  };
}

function manyStories(count: number) {
  const roll = dice(7);
  return Array.from({ length: count }, (_, number) => {
    const day = new Date(Date.UTC(2025, 0, 1) + roll(400) * 86_400_000 + roll(96) * 900_000);
    const tags = TAGS.filter((_, rank) => roll(rank + 2) === 0);
    return story(`${number}.md`, {
      date: roll(30) === 0 ? null : day.toISOString().replace(".000Z", "Z"),
      tags,
      ...(roll(9) > 0 && { source: SOURCES[roll(3)] ?? "" }),
      ...(roll(9) > 0 && { section: SECTIONS[roll(2)] ?? "" }),
    });
  });
}

/** Reads everything back that the lists of an edition hold. */
function readEdition(out: string) {
  const manifest = parseManifest(readJson(out, dataAddress.manifest()));
  const rows = new Map<string, Summary[]>();
  for (const [month, count, digest] of manifest.months) {
    const { chunks } = parseMonth(readJson(out, dataAddress.month(month, digest)));
    const all = chunks.flatMap(([, , name]) =>
      parseRows(readJson(out, dataAddress.rows(month, name))),
    );
    expect(all).toHaveLength(count);
    rows.set(month, all);
  }
  return { manifest, rows, placesOf: placesReader(out, manifest) };
}

function placesReader(out: string, manifest: Manifest) {
  const files = new Map<string, Map<string, Places>>();
  for (const kind of TERM_KINDS) {
    const places = new Map<string, Places>();
    const directory = parseDirectory(
      readJson(out, dataAddress.directory(manifest.directories[kind])),
    );
    for (const [, page] of directory.pages) {
      for (const entry of parseDirectoryPage(readJson(out, dataAddress.directoryPage(page)))) {
        const terms = parseTermFile(readJson(out, dataAddress.term(entry.file)));
        const term = terms.find(({ key }) => key === entry.key);
        const older = (term?.older ?? []).map((digest) =>
          parsePlaces(readJson(out, dataAddress.term(digest))),
        );
        places.set(entry.key, unpackPlaces([term?.places ?? [], ...older]));
      }
    }
    files.set(kind, places);
  }
  return ({ kind, key }: Term) => files.get(kind)?.get(key) ?? new Map<string, number[]>();
}

function hasTerm(summary: Summary, { kind, key }: Term): boolean {
  if (kind === "tag") return summary.tags.some((tag) => termKey(tag) === key);
  if (kind === "section") return summary.section === key;
  return summary.source !== undefined && termKey(summary.source) === key;
}

/** What the docstring of Filter says, word for word, of one story. */
function isLetThrough(summary: Summary, { include, exclude, match }: Filter): boolean {
  const of = (kind: string) => include.filter((term) => term.kind === kind);
  const has = (term: Term) => hasTerm(summary, term);
  const tags = of("tag");
  const sources = of("source");
  const sections = of("section");
  return (
    (match === "all" ? tags.every(has) : tags.length === 0 || tags.some(has)) &&
    (sources.length === 0 || sources.some(has)) &&
    (sections.length === 0 || sections.some(has)) &&
    !exclude.some(has)
  );
}

const TERMS: Term[] = [
  ...[...new Set([...TAGS, "Unknown"].map(termKey))].map((key) => ({ kind: "tag" as const, key })),
  ...SOURCES.map((source) => ({ kind: "source" as const, key: termKey(source) })),
  ...SECTIONS.map((key) => ({ kind: "section" as const, key })),
];

const anyFilter = fc
  .record({
    terms: fc.uniqueArray(fc.constantFrom(...TERMS), { maxLength: 6 }),
    included: fc.nat(6),
    match: fc.constantFrom("all" as const, "any" as const),
  })
  .map(
    ({ terms, included, match }): Filter => ({
      include: terms.slice(0, included),
      exclude: terms.slice(included),
      match,
    }),
  );

describe("an edition, read back", () => {
  it("gives the stories, the order and the counts of a plain filter over all summaries", async () => {
    const { out, publish } = workshop({ timeZone: "America/New_York" });
    const stories = manyStories(1_500);
    await publish(stories);
    const { manifest, rows, placesOf } = readEdition(out);
    const newestFirst = [...rows].flatMap(([, list]) => [...list].reverse());
    expect(manifest.counts.stories).toBe(1_500);
    expect(manifest.months.at(-1)?.[0]).toBe(UNDATED);
    const byDate = stories
      .map(({ article: { date, id } }) => `${date ?? ""} ${id}`)
      .sort()
      .reverse();
    expect(newestFirst.map(({ date, id }) => `${date ?? ""} ${id}`)).toEqual(byDate);
    const check = (filter: Filter) => {
      const expected = newestFirst.filter((summary) => isLetThrough(summary, filter));
      const order = orderOf(filter, manifest.months, placesOf);
      const refs = Array.from({ length: order.total }, (_, index) => order.refAt(index));
      const found = refs.map((ref) => (ref ? rows.get(ref.month)?.[ref.place]?.id : null));
      expect(found).toEqual(expected.map(({ id }) => id));
      expect(refs.map((ref) => ref && order.indexOf(ref))).toEqual([...refs.keys()]);
      expect([order.refAt(-1), order.refAt(order.total), order.refAt(0.5 - 1)]).toEqual([
        null,
        null,
        null,
      ]);
      for (const term of TERMS.slice(0, 4)) {
        const rest = { ...filter, exclude: filter.exclude.filter((other) => other !== term) };
        const include = rest.include.includes(term) ? rest.include : [...rest.include, term];
        expect(countWith(filter, manifest.months, placesOf, term)).toBe(
          newestFirst.filter((summary) => isLetThrough(summary, { ...rest, include })).length,
        );
      }
    };
    fc.assert(fc.property(anyFilter, check), { seed: 20_261_122, numRuns: 300 });
  });
});
