import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataAddress } from "#model/address.ts";
import {
  type Manifest,
  parseDirectory,
  parseDirectoryPage,
  parseManifest,
  parseMonth,
  parsePlaces,
  parseRows,
  parseTermFile,
} from "#model/edition.ts";
import type { Filter } from "#model/filter.ts";
import { orderOf, type Places, unpackPlaces } from "#model/order.ts";
import { type Term, termKey, termPrefix } from "#model/term.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Corpus } from "./corpus.ts";

/** A story as its generator knows it, whatever the pipeline made of its file. */
type Told = { readonly id: string; readonly date: string; readonly terms: ReadonlySet<string> };

/**
 * Compares the lists of an edition of a corpus with a plain filter over what the corpus says of its stories: for each of
 * many filters which stories there are, and in which order. Gives how many stories were compared.
 *
 * @throws Error for the first filter whose list is another.
 */
export function checkLists(corpus: Corpus, out: string, filters: number): number {
  const told = tellAll(corpus);
  const manifest = parseManifest(readJson(out, dataAddress.manifest()));
  const ids = idsByMonth(out, manifest);
  const placesOf = placesReader(out, manifest);
  const chance = chanceOf(3, 1, corpus.count);
  let compared = 0;
  for (let turn = 0; turn < filters; turn++) {
    const filter = drawFilter(told, chance);
    const expected = told.filter((story) => isLetThrough(story, filter));
    const order = orderOf(filter, manifest.months, placesOf);
    const found = Array.from({ length: order.total }, (_, number) => {
      const ref = order.refAt(number);
      return ref ? ids.get(ref.month)?.[ref.place] : undefined;
    });
    if (found.join() !== expected.map(({ id }) => id).join()) {
      throw new Error(
        `The list of ${JSON.stringify(filter)} has ${found.length} stories that should be ${expected.length}, or has them in another order.`,
      );
    }
    compared += expected.length;
  }
  return compared;
}

/** All stories, newest first; those of one day by their ids. */
function tellAll(corpus: Corpus): Told[] {
  const told: Told[] = [];
  for (let index = 0; index < corpus.count; index++) {
    const { slug, date, tags, host } = corpus.factsOf(index);
    const id = createHash("sha256").update(`${slug}.md`).digest("hex").slice(0, 20);
    const source = termKey(host.replace(/^feeds\./, ""));
    const terms = new Set([...tags.map((tag) => `tag ${termKey(tag)}`), `source ${source}`]);
    told.push({ id, date, terms });
  }
  return told.sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? 1 : -1));
}

/** Draws a filter whose terms are those of stories, so that frequent ones come often and rare ones now and then. */
function drawFilter(told: readonly Told[], chance: Chance): Filter {
  const below = (bound: number) => Math.floor(chance() * bound);
  const draw = (count: number): Term[] => {
    const terms = Array.from({ length: count }, () => {
      const all = [...(told[below(told.length)]?.terms ?? [])];
      const [kind = "", key = ""] = (all[below(all.length)] ?? "").split(" ", 2);
      return { kind: kind === "source" ? ("source" as const) : ("tag" as const), key };
    });
    return terms.filter((term, at) => terms.findIndex((other) => other.key === term.key) === at);
  };
  const include = draw(below(4));
  const exclude = draw(below(3)).filter(({ key }) => include.every((term) => term.key !== key));
  return { include, exclude, match: below(2) === 0 ? "all" : "any" };
}

function isLetThrough({ terms }: Told, { include, exclude, match }: Filter): boolean {
  const has = ({ kind, key }: Term) => terms.has(`${kind} ${key}`);
  const tags = include.filter(({ kind }) => kind === "tag");
  const sources = include.filter(({ kind }) => kind === "source");
  const hasTags = match === "all" ? tags.every(has) : tags.length === 0 || tags.some(has);
  return hasTags && (sources.length === 0 || sources.some(has)) && !exclude.some(has);
}

function idsByMonth(out: string, { months }: Manifest): Map<string, string[]> {
  return new Map(
    months.map(([month, , digest]) => {
      const { chunks } = parseMonth(readJson(out, dataAddress.month(month, digest)));
      const rows = chunks.flatMap(([, , name]) =>
        parseRows(readJson(out, dataAddress.rows(month, name))),
      );
      return [month, rows.map(({ id }) => id)];
    }),
  );
}

/** Finds a term's places as the app does: by the directory's page for its first two characters. */
function placesReader(out: string, { directories }: Manifest): (term: Term) => Places {
  const known = new Map<string, Places>();
  const read = ({ kind, key }: Term): Places => {
    const { pages } = parseDirectory(readJson(out, dataAddress.directory(directories[kind])));
    const page = pages.find(([prefix]) => prefix === termPrefix(key))?.[1];
    const entries = parseDirectoryPage(readJson(out, dataAddress.directoryPage(page ?? "")));
    const file = entries.find((entry) => entry.key === key)?.file ?? "";
    const terms = parseTermFile(readJson(out, dataAddress.term(file)));
    const term = terms.find((one) => one.key === key);
    const older = (term?.older ?? []).map((name) =>
      parsePlaces(readJson(out, dataAddress.term(name))),
    );
    return unpackPlaces([term?.places ?? [], ...older]);
  };
  return (term) => {
    const name = `${term.kind} ${term.key}`;
    const places = known.get(name) ?? read(term);
    known.set(name, places);
    return places;
  };
}

function readJson(folder: string, path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}
