import { useQueries, useQuery } from "@tanstack/react-query";
import type { Directory, TermEntry } from "#model/edition.ts";
import { type TermKind, termKey } from "#model/term.ts";
import { directoryPageQuery, directoryQuery, manifestQuery } from "./edition-queries.ts";

const MOST_FOUND = 50;

export type TermSearch = {
  /** Most used first; while pages are on their way, those that are at hand. */
  readonly entries: readonly TermEntry[];
  readonly isLoading: boolean;
  readonly error: Error | null;
};

/**
 * Finds the terms of a kind whose name begins with a text, whatever its accents and its case; of the most used terms
 * also those in which another word does. Without a text it gives the most used ones.
 */
export function useTermSearch(kind: TermKind, text: string): TermSearch {
  const manifest = useQuery(manifestQuery());
  const directory = useQuery({
    ...directoryQuery(manifest.data?.directories[kind] ?? ""),
    enabled: manifest.data !== undefined,
  });
  const wanted = fold(termKey(text));
  const pages = useQueries({
    queries: pagesFor(wanted, directory.data).map((digest) => directoryPageQuery(digest)),
  });
  const among = (directory.data?.top ?? []).filter((entry) => hasWord(entry, wanted));
  const paged = pages
    .flatMap((page) => page.data ?? [])
    .filter(({ key }) => fold(key).startsWith(wanted));
  const found = new Map([...among, ...paged].map((entry) => [entry.key, entry]));
  return {
    entries: [...found.values()].sort((a, b) => b.count - a.count).slice(0, MOST_FOUND),
    isLoading: [manifest, directory, ...pages].some(({ isLoading }) => isLoading),
    error: [manifest, directory, ...pages].find(({ error, data }) => error && !data)?.error ?? null,
  };
}

/** Writes a text without accents, and those letters alike that differ by them alone. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The pages whose terms can begin with a text: of a single letter only the one for that letter itself. */
function pagesFor(wanted: string, directory: Directory | undefined): string[] {
  const start = Array.from(wanted).slice(0, 2).join("");
  if (!directory || start === "") return [];
  return directory.pages.flatMap(([prefix, digest]) => (fold(prefix) === start ? [digest] : []));
}

function hasWord({ key }: TermEntry, wanted: string): boolean {
  return `-${fold(key)}`.includes(`-${wanted}`);
}
