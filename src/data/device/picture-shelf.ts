import { pictureName } from "#model/saved-pictures.ts";
import { isQuotaError } from "./local-storage.ts";

/** The doors to the network and to Cache Storage, as far as saved pictures use them. */
export type PictureDoors = {
  /** Rejects where the browser denies it. */
  readonly openCache: () => Promise<PictureCache>;
  readonly fetch: (address: string) => Promise<Response>;
  /** Of the edition: pictures' addresses are below it. */
  readonly base: string;
  /** Lets go of what can be had again from the edition; false where there is no such thing. */
  readonly freeSpace?: () => Promise<boolean>;
};

export type PictureCache = Pick<Cache, "match" | "put" | "keys" | "delete">;

/** What came of keeping pictures, each counted once, however many sizes of it there are. */
export type PicturesKept = { readonly all: number; readonly kept: number; readonly bytes: number };

/** A larger picture is none that belongs into an article. */
const LARGEST = 12_000_000;
/** At once; the reader's own requests go before. */
const AT_ONCE = 3;

/**
 * Keeps pictures of the edition's own, those that are kept already without asking for them again.
 *
 * @param onFull frees space; false where there is none to be freed.
 */
export async function keepPictures(
  doors: PictureDoors,
  addresses: readonly string[],
  onFull: () => Promise<boolean>,
): Promise<PicturesKept> {
  const cache = await doors.openCache().catch(() => null);
  const lost = new Set(cache ? [] : addresses.map(pictureName));
  let bytes = 0;
  if (cache) {
    const waiting = [...addresses];
    const room = roomMaker(onFull);
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const size = await keepOne(doors, cache, doors.base + next, room);
        if (size === null) lost.add(pictureName(next));
        else bytes += size;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  // One of which a size is missing may be the one that is asked for.
  const all = new Set(addresses.map(pictureName)).size;
  return { all, kept: all - lost.size, bytes };
}

/** The addresses below the base of all pictures that are kept; none where the cache is denied. */
export async function keptPictures({ openCache, base }: PictureDoors): Promise<Set<string>> {
  const requests = await openCache().then((cache) => cache.keys());
  return new Set(
    requests.map(({ url }) => new URL(url, location.href).pathname.slice(base.length)),
  );
}

/** Removes what is kept of addresses. */
export async function dropPictures(
  { openCache, base }: PictureDoors,
  addresses: readonly string[],
): Promise<void> {
  const cache = await openCache();
  for (const address of addresses) await cache.delete(base + address);
}

/** @returns the picture's size in bytes; null where it could not be kept. */
async function keepOne(
  { fetch }: PictureDoors,
  cache: PictureCache,
  address: string,
  room: ReturnType<typeof roomMaker>,
): Promise<number | null> {
  const put = async (picture: Picture) => {
    await cache.put(address, responseOf(picture));
    return picture.bytes.byteLength;
  };
  try {
    const known = await cache.match(address);
    if (known) return (await known.arrayBuffer()).byteLength;
    const picture = await pictureIn(await fetch(address));
    if (!picture) return null;
    const putIt = (): Promise<number> => {
      const before = room.times();
      return put(picture).catch(async (error: unknown) => {
        if (isQuotaError(error) && (await room.makeSince(before))) return putIt();
        throw error;
      });
    };
    return await putIt();
  } catch {
    // Told by the count: a picture is missing, and it is asked for again.
    return null;
  }
}

/** Frees space for several that find none at the same time: what one of them has freed is for all. */
function roomMaker(onFull: () => Promise<boolean>) {
  let times = 0;
  let making: Promise<boolean> | undefined;
  const make = async () => {
    const isMade = await onFull();
    if (isMade) times++;
    return isMade;
  };
  return {
    times: () => times,
    /** False where none has been freed since, and there is none to be freed. */
    makeSince: async (before: number) => {
      if (times > before) return true;
      making ??= make().finally(() => {
        making = undefined;
      });
      return making;
    },
  };
}

type Picture = { readonly type: string; readonly bytes: ArrayBuffer };

/** Some hosts answer with a page for everything. */
async function pictureIn(response: Response): Promise<Picture | null> {
  const type = response.headers.get("Content-Type") ?? "";
  const length = Number(response.headers.get("Content-Length") ?? 0);
  if (!response.ok || !type.startsWith("image/") || length > LARGEST) {
    await response.body?.cancel();
    return null;
  }
  const bytes = await response.arrayBuffer();
  return bytes.byteLength > 0 && bytes.byteLength <= LARGEST ? { type, bytes } : null;
}

/** What the worker hands out later, to pictures alone. */
function responseOf({ type, bytes }: Picture): Response {
  return new Response(bytes, {
    headers: { "Content-Type": type, "X-Content-Type-Options": "nosniff" },
  });
}
