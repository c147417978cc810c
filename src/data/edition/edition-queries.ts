import { onlineManager, type QueryClient, queryOptions } from "@tanstack/react-query";
import { whenQuiet } from "#data/quiet.ts";
import { dataAddress, KEPT_AT } from "#model/address.ts";
import { parseArticle } from "#model/article.ts";
import {
  type Manifest,
  parseDirectory,
  parseDirectoryPage,
  parseExpiries,
  parseHead,
  parseManifest,
  parseMonth,
  parsePlaces,
  parseRows,
  parseSchedule,
  parseTermFile,
} from "#model/edition.ts";
import { EditionError, type EditionErrorKind } from "./edition-error.ts";
import { fetchJson } from "./fetch-json.ts";

const MINUTE_MS = 60_000;
const FINAL: readonly EditionErrorKind[] = ["missing", "broken", "newer"];

const shared = {
  // A service worker, or the browser's own cache, may have an answer with the network off.
  networkMode: "offlineFirst",
  retry: (failures: number, error: Error) => failures < 2 && isWorthRetrying(error),
  refetchOnWindowFocus: false,
} as const;

/** With the network off a retry would wait for it silently, and the reader would never be told. */
function isWorthRetrying(error: Error): boolean {
  if (error instanceof EditionError && FINAL.includes(error.kind)) return false;
  // React Query hears of changes alone, and takes a page that was opened offline for one that is online.
  return onlineManager.isOnline() && navigator.onLine;
}

/** When the manifest that was read last came from the host: the worker says it of one that is not from now. */
export const KEPT_AT_KEY = ["manifest kept at"];

/** Asks for the edition as it is now. */
export const fetchManifest = (client: QueryClient, signal?: AbortSignal): Promise<Manifest> =>
  fetchJson(dataAddress.manifest(), parseManifest, {
    isRevalidated: true,
    onRead: (headers) => client.setQueryData(KEPT_AT_KEY, headers.get(KEPT_AT)),
    ...(signal && { signal }),
  });

/** The edition's one file that changes under its name. */
export const manifestQuery = () =>
  queryOptions({
    ...shared,
    queryKey: ["manifest"],
    queryFn: async ({ signal, client }) => {
      // A followed link shows its story first, and the document has that.
      await whenQuiet();
      return fetchManifest(client, signal);
    },
    // One edition for as long as the page is open: the list never moves under the reader's eyes.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** A file that never changes: once it is there it is never asked for again, and dropped when it isn't shown. */
export const fileQuery = <T>(address: string, parse: (value: unknown) => T) =>
  queryOptions({
    ...shared,
    queryKey: ["file", address],
    queryFn: ({ signal, client }) => fetchFile(client, address, parse, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 2 * MINUTE_MS,
  });

export const headQuery = (digest: string) => fileQuery(dataAddress.head(digest), parseHead);
export const scheduleQuery = (digest: string) =>
  fileQuery(dataAddress.schedule(digest), parseSchedule);
export const expiriesQuery = (digest: string) =>
  fileQuery(dataAddress.expiries(digest), parseExpiries);
export const monthQuery = (month: string, digest: string) =>
  fileQuery(dataAddress.month(month, digest), parseMonth);
export const rowsQuery = (month: string, digest: string) =>
  fileQuery(dataAddress.rows(month, digest), parseRows);
export const directoryQuery = (digest: string) =>
  fileQuery(dataAddress.directory(digest), parseDirectory);
export const directoryPageQuery = (digest: string) =>
  fileQuery(dataAddress.directoryPage(digest), parseDirectoryPage);
export const termFileQuery = (digest: string) => fileQuery(dataAddress.term(digest), parseTermFile);
export const olderPlacesQuery = (digest: string) =>
  fileQuery(dataAddress.term(digest), parsePlaces);

/** An article; with its digest it never changes, without (a deep link) the server is asked whether it did. */
export const articleQuery = (id: string, digest?: string) =>
  digest
    ? fileQuery(dataAddress.article(id, digest), parseArticle)
    : queryOptions({
        ...shared,
        queryKey: ["file", dataAddress.article(id)],
        queryFn: ({ signal }) =>
          fetchJson(dataAddress.article(id), parseArticle, { signal, isRevalidated: true }),
        staleTime: 5 * MINUTE_MS,
        gcTime: 2 * MINUTE_MS,
      });

/** The editions for which a file was missing, so that each makes its manifest be asked for anew once only. */
const incomplete = new WeakMap<QueryClient, Set<string>>();

/**
 * Fetches a file that a manifest named. Where it is gone, a newer edition may have been published since: the manifest
 * is asked for anew, and names other files then, which whoever shows them goes on to ask for.
 */
async function fetchFile<T>(
  client: QueryClient,
  address: string,
  parse: (value: unknown) => T,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await fetchJson(address, parse, { signal });
  } catch (error) {
    if (error instanceof EditionError && error.kind === "missing") await askAnew(client);
    throw error;
  }
}

async function askAnew(client: QueryClient): Promise<void> {
  const edition = client.getQueryData(manifestQuery().queryKey)?.edition;
  const asked = incomplete.get(client) ?? new Set();
  if (edition === undefined || asked.has(edition)) return;
  incomplete.set(client, asked.add(edition));
  await client.refetchQueries({ queryKey: manifestQuery().queryKey });
}
