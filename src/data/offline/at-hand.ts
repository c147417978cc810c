import { useQuery } from "@tanstack/react-query";
import { storageKey } from "#data/device/storage-keys.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { workerCache } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";

/** More are not looked at: they are offered in place of another story. */
const MOST = 6;

/** Stories that can be read without the network, though nobody saved them: those opened lately, then those kept ahead. */
export function useAtHand(): readonly Article[] {
  const { data } = useQuery({
    queryKey: ["at hand"],
    queryFn: readAtHand,
    // Nothing of it comes from the network, and each story that is opened changes it.
    networkMode: "always",
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return data ?? [];
}

async function readAtHand(): Promise<Article[]> {
  const scope = location.origin + editionBase();
  const opened = await readLast(workerCache("articles", scope));
  const kept = opened.length < MOST ? await readLast(storageKey.offlineCache()) : [];
  const found = new Map([...opened, ...kept].map((article) => [article.id, article]));
  return [...found.values()].slice(0, MOST);
}

/** The articles that were put into a cache last, which stand last there. */
async function readLast(cacheName: string): Promise<Article[]> {
  // Asked by name, so that none is made where nothing is kept.
  if (!(await caches.has(cacheName))) return [];
  const cache = await caches.open(cacheName);
  const requests = (await cache.keys()).filter(({ url }) => url.includes(".json"));
  const articles = requests.slice(-MOST).map((request) => readOne(cache, request));
  return (await Promise.all(articles)).filter((article) => article !== null).reverse();
}

/** What can't be read is none that can be offered. */
async function readOne(cache: Cache, request: Request): Promise<Article | null> {
  try {
    return parseArticle(await (await cache.match(request))?.json());
  } catch {
    return null;
  }
}
