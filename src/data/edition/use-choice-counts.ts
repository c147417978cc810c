import { useQueries, useQuery } from "@tanstack/react-query";
import type { TermEntry } from "#model/edition.ts";
import { type Filter, isEmptyFilter, letsThrough, withTerm } from "#model/filter.ts";
import { countWith, type Places } from "#model/order.ts";
import { isSameTerm, type Term, type TermKind } from "#model/term.ts";
import { manifestQuery } from "./edition-queries.ts";
import { termPlacesQuery } from "./term-query.ts";
import { useExpired } from "./use-expired.ts";

/**
 * Gives how many stories the filter would leave if it included a term too; undefined until that is known.
 *
 * Without a filter the directory says it; with one, the places of the filter's and of the shown terms are fetched, so
 * show few.
 */
export function useChoiceCounts(
  filter: Filter,
  kind: TermKind,
  shown: readonly TermEntry[],
  now: Date,
): (key: string) => number | undefined {
  const isEmpty = isEmptyFilter(filter);
  const manifest = useQuery(manifestQuery()).data;
  const choices = shown.map(({ key }): Term => ({ kind, key }));
  const terms = isEmpty ? [] : withoutDoubles([...filter.include, ...filter.exclude, ...choices]);
  const found = useQueries({
    queries: manifest ? terms.map((term) => termPlacesQuery(manifest, term)) : [],
  });
  const placesOf = (term: Term): Places | undefined =>
    found[terms.findIndex((other) => isSameTerm(other, term))]?.data;
  const isReady = [...filter.include, ...filter.exclude].every(placesOf);
  const gone = useExpired(manifest, now);
  const goneWith = (term: Term) =>
    gone.filter((story) => letsThrough(withTerm(filter, term, "included"), story)).length;
  return (key) => {
    const term = { kind, key };
    const listed = shown.find((entry) => entry.key === key)?.count;
    if (isEmpty) return listed === undefined ? undefined : Math.max(0, listed - goneWith(term));
    if (!(manifest && isReady && placesOf(term))) return undefined;
    const places = (other: Term) => placesOf(other) ?? new Map();
    return countWith(filter, manifest.months, places, term) - goneWith(term);
  };
}

function withoutDoubles(terms: readonly Term[]): Term[] {
  return terms.filter(
    (term, index) => terms.findIndex((other) => isSameTerm(other, term)) === index,
  );
}
