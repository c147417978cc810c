import { isQuotaError } from "#data/device/local-storage.ts";
import type { PictureCache } from "#data/device/picture-shelf.ts";
import { dataAddress } from "#model/address.ts";
import { type Article, parseArticle } from "#model/article.ts";
import type { KeepPlan } from "#model/keep-offline.ts";
import { picturesOf } from "#model/saved-pictures.ts";
import { keptResponse, readKept, readKeptArticle } from "./kept-shelf.ts";

/** How far the work is. */
export type Progress = { readonly stories: number; readonly bytes: number };

/** What came of it; `full`: the device has no more space, `offline`: the network is gone. */
export type Outcome = {
  readonly end: "done" | "full" | "offline" | "denied" | "cancelled";
  /** Stories of the plan that could not be had whole. */
  readonly missing: number;
};

/** The doors that the work goes through, and who may stop it. */
export type KeepDoors = {
  readonly cache: PictureCache;
  /** Past the service worker, which would keep a second copy and let go of others for it. */
  readonly fetch: (address: string, signal: AbortSignal) => Promise<Response>;
  /** Of the edition. */
  readonly base: string;
  readonly signal: AbortSignal;
  /** Resolves at once, or when the reader lets it go on. */
  readonly mayGoOn: () => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
};

const AT_ONCE = 3;

class Missing extends Error {}
class Full extends Error {}

/**
 * Keeps the stories of a plan and lets go of all others. What is here already is not asked for again; what is not
 * wanted any more goes when its space is needed, or at the end. Never more is kept than `most` bytes.
 */
export async function keepStories(
  plan: KeepPlan,
  most: number,
  doors: KeepDoors,
): Promise<Outcome> {
  const { cache, base, signal } = doors;
  const shelf = await openShelf(cache, base, most);
  const waiting = [...plan.stories];
  const brought: string[] = [];
  let [stories, bytes, missing] = [0, 0, 0];
  let end: Outcome["end"] = "done";
  // What of the plan is here is held before anything else is let go for space.
  for (const { id, digest } of plan.stories) await shelf.hold(dataAddress.article(id, digest));
  const lacking = (error: unknown) => {
    if (!(error instanceof Missing)) throw error;
    return true;
  };

  /** Keeps the pictures of a text; true where one of them could not be had. */
  const bringPictures = async (addresses: readonly string[]) => {
    let isLacking = false;
    for (const address of addresses) {
      if (shelf.isHeld(address)) continue;
      const picture = ask(doors, address, (type) => type.startsWith("image/"));
      const put = picture.then(({ body, type }) => shelf.put(address, body, type));
      await put.then(() => brought.push(address)).catch((error) => (isLacking = lacking(error)));
    }
    return isLacking;
  };
  const keepOne = async ({ id, digest }: KeepPlan["stories"][number]) => {
    const address = dataAddress.article(id, digest);
    const held = shelf.picturesIn(address);
    if (held) return bringPictures(held);
    const { body, type } = await ask(doors, address, (found) => !found.startsWith("text/html"));
    const isLacking = await bringPictures(picturesOf(readArticle(body, digest), base).own);
    // Last: a text that is here has what belongs to it.
    await shelf.put(address, body, type);
    brought.push(address);
    return isLacking;
  };
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await doors.mayGoOn();
      signal.throwIfAborted();
      if (await keepOne(next).catch(lacking)) missing += 1;
      stories += 1;
      bytes += next.bytes;
      doors.onProgress({ stories, bytes });
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () => stopAll(work, waiting)),
  );
  const failure = ends.find((each) => each.status === "rejected")?.reason;
  if (signal.aborted) {
    for (const address of brought) await cache.delete(base + address);
    return { end: "cancelled", missing };
  }
  if (failure) end = failure instanceof Full ? "full" : "offline";
  if (end === "done") await shelf.dropSpare();
  return { end, missing };
}

/** One that fails ends the others after what they are at. */
async function stopAll(work: () => Promise<void>, waiting: unknown[]): Promise<void> {
  try {
    await work();
  } catch (error) {
    waiting.length = 0;
    throw error;
  }
}

function readArticle(body: ArrayBuffer, digest: string): Article {
  try {
    const article = parseArticle(JSON.parse(new TextDecoder().decode(body)));
    // Another text at this address: the edition was published anew since.
    if (article.digest === digest) return article;
  } catch {
    // Half a file, or none of ours: told by the count.
  }
  throw new Missing();
}

/** @throws Missing where the host has no such thing; whatever `fetch` rejects with where there is no network. */
async function ask(
  { fetch, base, signal }: KeepDoors,
  address: string,
  isWanted: (type: string) => boolean,
): Promise<{ body: ArrayBuffer; type: string }> {
  const response = await fetch(base + address, signal);
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok || !isWanted(type)) {
    await response.body?.cancel();
    throw new Missing();
  }
  return { body: await response.arrayBuffer(), type };
}

/** What is kept, as the work needs it: what is wanted, and what may go. */
async function openShelf(cache: PictureCache, base: string, most: number) {
  const { files, bytes } = await readKept(cache, base);
  const sizes = new Map(files);
  const needed = new Set<string>();
  const pictures = new Map<string, readonly string[]>();
  let total = bytes;

  const count = (address: string, size: number) => {
    total += size - (sizes.get(address) ?? 0);
    sizes.set(address, size);
  };
  const drop = async (address: string) => {
    count(address, 0);
    sizes.delete(address);
    await cache.delete(base + address);
  };
  const spare = () => [...sizes.keys()].filter((address) => !needed.has(address));
  /** @throws Full where all that is kept is wanted. */
  const dropOne = async () => {
    const [first] = spare();
    if (first === undefined) throw new Full();
    await drop(first);
  };
  const write = async (address: string, body: ArrayBuffer, type: string): Promise<void> => {
    try {
      await cache.put(base + address, keptResponse(body, type));
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await dropOne();
      await write(address, body, type);
    }
  };
  return {
    /** Says whether a file is here; from then on it stays. */
    isHeld: (address: string) => {
      needed.add(address);
      return sizes.has(address);
    },
    picturesIn: (article: string) => pictures.get(article),
    /** Keeps an article that is here, and its pictures, from being let go. */
    hold: async (address: string) => {
      if (!sizes.has(address)) return;
      const article = await readKeptArticle(cache, base + address);
      if (!article) return drop(address);
      const { own } = picturesOf(article, base);
      pictures.set(address, own);
      for (const each of [address, ...own]) needed.add(each);
    },
    put: async (address: string, body: ArrayBuffer, type: string) => {
      needed.add(address);
      while (total + body.byteLength > most && spare().length > 0) await dropOne();
      // The edition said less than there is.
      if (total + body.byteLength > most) throw new Missing();
      // Counted before it is written, since others are written meanwhile.
      count(address, body.byteLength);
      await write(address, body, type).catch((error: unknown) => {
        count(address, 0);
        sizes.delete(address);
        throw error;
      });
    },
    dropSpare: async () => {
      for (const address of spare()) await drop(address);
    },
  };
}
