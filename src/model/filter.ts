import type { Summary } from "./article.ts";
import { isSameTerm, TERM_KINDS, type Term, type TermKind, termKey } from "./term.ts";

/**
 * Which stories are listed. Tags combine as `match` says. A story has one source and one section, so several of
 * those are any-of. Kinds combine as all-of. What is excluded always goes.
 */
export type Filter = {
  readonly include: readonly Term[];
  readonly exclude: readonly Term[];
  readonly match: "all" | "any";
  /** Whether stories that were read are hidden. */
  readonly hidesRead?: boolean;
  /** Whether stories are shown that the reader's muted words, tags and sources would hide. */
  readonly showsMuted?: boolean;
};

/** What a press on a term does next: include, then exclude, then neither. */
export type TermState = "off" | "included" | "excluded";

export const EMPTY_FILTER: Filter = { include: [], exclude: [], match: "all" };

/** More than anybody reads as a sentence; keeps a hostile address from costing anything. */
const MOST_TERMS = 24;
const LONGEST_KEY = 200;

/** Says whether the filter lets everything through. */
export function isEmptyFilter(filter: Filter): boolean {
  return filter.include.length === 0 && filter.exclude.length === 0;
}

/** Reads a filter from an address; what is no part of a filter is passed over. */
export function filterFromSearch(search: string): Filter {
  const params = new URLSearchParams(search);
  const include: Term[] = [];
  const exclude: Term[] = [];
  for (const [name, key] of params) {
    const isExcluded = name.startsWith("not-");
    const kind = TERM_KINDS.find((known) => known === (isExcluded ? name.slice(4) : name));
    if (!kind || key === "" || key.length > LONGEST_KEY) continue;
    const term = { kind, key };
    if ([...include, ...exclude].some((other) => isSameTerm(other, term))) continue;
    if (include.length + exclude.length >= MOST_TERMS) break;
    (isExcluded ? exclude : include).push(term);
  }
  const match = params.get("match") === "any" ? "any" : "all";
  return { include, exclude, match, ...hidingFrom(params) };
}

function hidingFrom(params: URLSearchParams): Pick<Filter, "hidesRead" | "showsMuted"> {
  return {
    ...(params.get("read") === "hide" ? { hidesRead: true } : {}),
    ...(params.get("muted") === "show" ? { showsMuted: true } : {}),
  };
}

/** Writes a filter as the search part of an address, with its `?`; empty for the empty filter. */
export function filterToSearch(filter: Filter): string {
  const params = new URLSearchParams();
  for (const term of filter.include) params.append(term.kind, term.key);
  for (const term of filter.exclude) params.append(`not-${term.kind}`, term.key);
  if (filter.match === "any" && !isEmptyFilter(filter)) params.append("match", "any");
  if (filter.hidesRead) params.append("read", "hide");
  if (filter.showsMuted) params.append("muted", "show");
  const text = params.toString();
  return text && `?${text}`;
}

/** Gives a filter that lets the same stories through and hides none of them. */
export function showingAll({ include, exclude, match }: Filter): Filter {
  return { include, exclude, match };
}

/** What a filter asks of a story. */
type Filterable = Pick<Summary, "tags" | "source" | "section">;

/** Says whether a filter lets a story through; for those that are not in the edition's lists, or should not be. */
export function letsThrough(filter: Filter, story: Filterable): boolean {
  const has = (term: Term) => hasTerm(story, term);
  const hasAnyOf = (terms: readonly Term[]) => terms.length === 0 || terms.some(has);
  const tags = includedOf(filter, "tag");
  return (
    (filter.match === "all" ? tags.every(has) : hasAnyOf(tags)) &&
    hasAnyOf(includedOf(filter, "source")) &&
    hasAnyOf(includedOf(filter, "section")) &&
    !filter.exclude.some(has)
  );
}

/** Says whether a story has a term. */
function hasTerm({ tags, source, section }: Filterable, { kind, key }: Term): boolean {
  switch (kind) {
    case "tag":
      return tags.some((tag) => termKey(tag) === key);
    case "source":
      return source !== undefined && termKey(source) === key;
    case "section":
      return section === key;
  }
}

/** What the filter says of a term. */
export function termState(filter: Filter, term: Term): TermState {
  if (filter.include.some((other) => isSameTerm(other, term))) return "included";
  if (filter.exclude.some((other) => isSameTerm(other, term))) return "excluded";
  return "off";
}

/** Gives the filter with a term included, excluded or taken out. */
export function withTerm(filter: Filter, term: Term, state: TermState): Filter {
  const rest = {
    ...filter,
    include: filter.include.filter((other) => !isSameTerm(other, term)),
    exclude: filter.exclude.filter((other) => !isSameTerm(other, term)),
  };
  if (state === "included") return { ...rest, include: [...rest.include, term] };
  if (state === "excluded") return { ...rest, exclude: [...rest.exclude, term] };
  return rest;
}

/** What the next press on a term makes of it. */
export function nextState(state: TermState): TermState {
  return state === "off" ? "included" : state === "included" ? "excluded" : "off";
}

/** The included terms of one kind, in the order in which they were chosen. */
export function includedOf(filter: Filter, kind: TermKind): Term[] {
  return filter.include.filter((term) => term.kind === kind);
}
