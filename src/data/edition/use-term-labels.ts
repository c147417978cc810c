import { useQueries, useQuery } from "@tanstack/react-query";
import type { Filter } from "#model/filter.ts";
import { isSameTerm, type Term } from "#model/term.ts";
import { carriedLabel } from "./carried.ts";
import { manifestQuery } from "./edition-queries.ts";
import { topLabel } from "./outliving.ts";
import { termEntryQuery } from "./term-query.ts";

/** Gives how the terms of a filter are written; a term's key until that is known, or where nobody writes it. */
export function useTermLabels(filter: Filter): (term: Term) => string {
  const manifest = useQuery(manifestQuery());
  const terms = [...filter.include, ...filter.exclude].filter(
    (term) => topLabel(manifest.data, term) === undefined,
  );
  const entries = useQueries({
    queries: manifest.data ? terms.map((term) => termEntryQuery(manifest.data, term)) : [],
  });
  return (term) => {
    const index = terms.findIndex((other) => isSameTerm(other, term));
    return (
      topLabel(manifest.data, term) ?? entries[index]?.data?.label ?? carriedLabel(term) ?? term.key
    );
  };
}
