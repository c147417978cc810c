import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { dataAddress } from "#model/address.ts";
import type { Manifest, TermEntry, TermStories } from "#model/edition.ts";
import { type Places, unpackPlaces } from "#model/order.ts";
import { type Term, termPrefix } from "#model/term.ts";
import { EditionError } from "./edition-error.ts";
import {
  directoryPageQuery,
  directoryQuery,
  olderPlacesQuery,
  termFileQuery,
} from "./edition-queries.ts";

/** What is derived from files that never change, and fetched through their own queries, which do the retrying. */
const derived = {
  networkMode: "offlineFirst",
  retry: false,
  refetchOnWindowFocus: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 120_000,
  structuralSharing: false,
} as const;

/** A term's line in its directory; null where the edition has no such term. */
export const termEntryQuery = (manifest: Manifest, { kind, key }: Term) =>
  queryOptions({
    ...derived,
    queryKey: ["term-entry", manifest.directories[kind], key],
    queryFn: ({ client }) => findEntry(client, manifest.directories[kind], key),
  });

/** A term's stories, but those of its older places that have files of their own; null where there is no such term. */
export const termStoriesQuery = (manifest: Manifest, term: Term) =>
  queryOptions({
    ...derived,
    queryKey: ["term-stories", manifest.directories[term.kind], term.key],
    queryFn: ({ client }) => findStories(client, manifest, term),
  });

/** Where all stories of a term stand. */
export const termPlacesQuery = (manifest: Manifest, term: Term) =>
  queryOptions({
    ...derived,
    queryKey: ["term-places", manifest.directories[term.kind], term.key],
    queryFn: ({ client }) => findPlaces(client, manifest, term),
  });

async function findEntry(
  client: QueryClient,
  digest: string,
  key: string,
): Promise<TermEntry | null> {
  const directory = await client.fetchQuery(directoryQuery(digest));
  const among = directory.top.find((entry) => entry.key === key);
  if (among) return among;
  const [, page] = directory.pages.find(([prefix]) => prefix === termPrefix(key)) ?? [];
  if (page === undefined) return null;
  const entries = await client.fetchQuery(directoryPageQuery(page));
  return entries.find((entry) => entry.key === key) ?? null;
}

async function findStories(
  client: QueryClient,
  manifest: Manifest,
  term: Term,
): Promise<TermStories | null> {
  const entry = await client.fetchQuery(termEntryQuery(manifest, term));
  if (!entry) return null;
  const file = await client.fetchQuery(termFileQuery(entry.file));
  const stories = file.find(({ key }) => key === term.key);
  if (stories) return stories;
  const address = dataAddress.term(entry.file);
  throw new EditionError(
    "broken",
    address,
    `${address} does not hold the stories of “${entry.label}”.`,
  );
}

async function findPlaces(client: QueryClient, manifest: Manifest, term: Term): Promise<Places> {
  const stories = await client.fetchQuery(termStoriesQuery(manifest, term));
  if (!stories) return new Map();
  const older = await Promise.all(
    stories.older.map((digest) => client.fetchQuery(olderPlacesQuery(digest))),
  );
  return unpackPlaces([stories.places, ...older]);
}
