import { editionBase } from "#data/edition/edition-base.ts";
import { workerCache } from "#model/address.ts";
import { storageKey } from "./storage-keys.ts";

/**
 * Lets go of what can be had again from the edition, as much at once as was kept for one reason: first what is kept
 * offline by choice, which is most, then the stories that were opened, then their pictures.
 *
 * @returns false where there is none of it.
 */
export function freeSpace(): Promise<boolean> {
  // Whoever finds no space meanwhile waits for the same, and does not find an emptied cache.
  freeing ??= free().finally(() => {
    freeing = undefined;
  });
  return freeing;
}

let freeing: Promise<boolean> | undefined;

async function free(): Promise<boolean> {
  const scope = location.origin + editionBase();
  const spare = [
    storageKey.offlineCache(),
    workerCache("articles", scope),
    workerCache("pictures", scope),
  ];
  for (const name of spare) if (await emptyCache(name)) return true;
  return false;
}

/**
 * Removes a cache with all that is in it, each by itself: Chromium gives the space of a cache back only when no page
 * holds it any more, and that of an entry at once.
 *
 * @returns false where there was nothing in it.
 */
export async function emptyCache(name: string): Promise<boolean> {
  // Asked by name, so that none is made where nothing is kept.
  if (!(await caches.has(name))) return false;
  const cache = await caches.open(name);
  const requests = await cache.keys();
  await Promise.all(requests.map((request) => cache.delete(request, { ignoreVary: true })));
  await caches.delete(name);
  return requests.length > 0;
}
