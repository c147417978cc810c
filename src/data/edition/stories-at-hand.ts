import type { QueryClient } from "@tanstack/react-query";
import { dataAddress } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { headQuery, manifestQuery } from "./edition-queries.ts";

/** How the addresses of rows begin. */
const [ROWS = ""] = dataAddress.rows("*", "").split("*");

/** The stories that were fetched for some list and are at hand still, each once: nothing is asked for. */
export function storiesAtHand(client: QueryClient): readonly Summary[] {
  const manifest = client.getQueryData(manifestQuery().queryKey);
  const head = manifest && client.getQueryData(headQuery(manifest.head).queryKey);
  const rows = client.getQueriesData<readonly Summary[]>({
    queryKey: ["file"],
    predicate: ({ queryKey }) => String(queryKey[1]).startsWith(ROWS),
  });
  const all = [
    ...(head?.pinned ?? []),
    ...(head?.newest ?? []),
    ...rows.flatMap(([, stories]) => stories ?? []),
  ];
  return [...new Map(all.map((story) => [story.id, story])).values()];
}
