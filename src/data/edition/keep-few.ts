import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** More than any way back that a reader scrolls at once; some 800 rows. */
const MOST_FILES = 40;

/** The files that each client was last asked for, the longest unused first. */
const used = new WeakMap<QueryClient, Map<string, QueryKey>>();

/**
 * Notes which files of a list are in use, and lets go of those that have not been for longest: what a list holds must
 * not grow with how far it is scrolled. Who scrolls back gets them from the browser's own cache.
 */
export function keepFew(client: QueryClient, inUse: readonly QueryKey[]): void {
  const keys = used.get(client) ?? new Map<string, QueryKey>();
  used.set(client, keys);
  for (const key of inUse) {
    const name = JSON.stringify(key);
    keys.delete(name);
    keys.set(name, key);
  }
  for (const [name, queryKey] of [...keys].slice(0, Math.max(0, keys.size - MOST_FILES))) {
    keys.delete(name);
    client.removeQueries({ queryKey, exact: true, type: "inactive" });
  }
}
