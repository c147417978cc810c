import type { PictureCache } from "#data/device/picture-shelf.ts";
import { dataAddress } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";

/** What is kept for reading offline. */
export type KeptFiles = {
  /** Bytes of every file, by its address below the base. */
  readonly files: ReadonlyMap<string, number>;
  /** The ids of its stories. */
  readonly ids: ReadonlySet<string>;
  readonly bytes: number;
};

export const NOTHING_KEPT: KeptFiles = { files: new Map(), ids: new Set(), bytes: 0 };

/** Says how long a body is, so that nobody has to read it for that. */
const LENGTH = "Content-Length";
const ARTICLE = new RegExp(
  `^${dataAddress.articleFile("").split("/").slice(0, 2).join("/")}/[0-9a-f]{2}/([0-9a-f]{20})\\.json\\?v=`,
);

/** Reads what a cache keeps; the names alone, not what stands in the files. */
export async function readKept(cache: PictureCache, base: string): Promise<KeptFiles> {
  const files = new Map<string, number>();
  const ids = new Set<string>();
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url, location.href);
    const address = (pathname + search).slice(base.length);
    const response = await cache.match(base + address);
    files.set(address, Number(response?.headers.get(LENGTH) ?? 0));
    // A private window of Chromium gives no space back of what somebody may still read.
    await response?.body?.cancel();
    const [, id] = ARTICLE.exec(address) ?? [];
    if (id !== undefined) ids.add(id);
  }
  return { files, ids, bytes: [...files.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** Reads an article that is kept; null where it is not, or can't be read. */
export async function readKeptArticle(
  cache: PictureCache,
  address: string,
): Promise<Article | null> {
  try {
    const response = await cache.match(address);
    return response ? parseArticle(await response.json()) : null;
  } catch {
    // Fetched once more, it is whole again.
    return null;
  }
}

/** A body as it is kept. */
export function keptResponse(bytes: ArrayBuffer, type: string): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      [LENGTH]: String(bytes.byteLength),
      "X-Content-Type-Options": "nosniff",
    },
  });
}
