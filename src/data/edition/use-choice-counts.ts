import { useQueries, useQuery } from "@tanstack/react-query";
import type { TermEntry } from "#model/edition.ts";
import { type Filter, isEmptyFilter } from "#model/filter.ts";
import { countWith, type Places } from "#model/order.ts";
import { isSameTerm, type Term, type TermKind } from "#model/term.ts";
import { manifestQuery } from "./edition-queries.ts";
import { termPlacesQuery } from "./term-query.ts";

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
  return (key) => {
    if (isEmpty) return shown.find((entry) => entry.key === key)?.count;
    const term = { kind, key };
    if (!(manifest && isReady && placesOf(term))) return undefined;
    return countWith(filter, manifest.months, (other) => placesOf(other) ?? new Map(), term);
  };
}

function withoutDoubles(terms: readonly Term[]): Term[] {
  return terms.filter(
    (term, index) => terms.findIndex((other) => isSameTerm(other, term)) === index,
  );
}
