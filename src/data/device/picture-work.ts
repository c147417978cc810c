import type { Article } from "#model/article.ts";
import type { SavedRecord } from "#model/saved.ts";
import { picturesOf } from "#model/saved-pictures.ts";
import type { Mirror } from "./mirror.ts";
import { openCopy } from "./open-copy.ts";
import { dropPictures, keepPictures, keptPictures, type PictureDoors } from "./picture-shelf.ts";
import type { Places } from "./places.ts";
import type { SavedChanges } from "./saved-changes.ts";
import type { SavedState } from "./saved-state.ts";

type Surroundings = {
  readonly doors: PictureDoors;
  readonly places: Places;
  readonly state: SavedState;
  readonly changes: SavedChanges;
  /** Does something with saved articles when its turn has come. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
};

/** The pictures of saved articles: fetched after the text is safe, counted, and let go when nothing needs them. */
export function createPictureWork({ doors, places, state, changes, inTurn }: Surroundings) {
  const { mirror } = places;
  /** One article after another, so that much saving is no storm of requests. */
  let tail: Promise<void> = Promise.resolve();

  /** Keeps the pictures of an article and notes how many; settles when that is done, whatever came of it. */
  function keepOf(article: Article, digest: string): Promise<void> {
    const { id } = article;
    const { own, elsewhere } = picturesOf(article, doors.base);
    if (own.length > 0) state.setFetching(id, true);
    tail = tail.then(async () => {
      // First the list: what no list names is let go.
      await mirror.putPictures(id, { digest, addresses: own }).catch(() => undefined);
      if (own.length + elsewhere === 0) return;
      const kept = await keepPictures(doors, own, makeRoom);
      await inTurn(() =>
        changes.notePictures(id, digest, {
          ...kept,
          ...(elsewhere > 0 ? { elsewhere } : {}),
        }),
      ).catch(() => undefined);
      if (own.length > 0) state.setFetching(id, false);
    });
    return tail;
  }

  /** Space for what is saved: what is kept ahead goes first, then what was taken out, and its pictures with it. */
  async function makeRoom(): Promise<boolean> {
    if (await doors.freeSpace?.().catch(() => false)) return true;
    const removed = await mirror.removed();
    await mirror.purge([...removed.keys()]);
    return (await letGo()) + removed.size > 0;
  }

  /** Removes the pictures that nothing needs any more; gives how many. */
  async function letGo(): Promise<number> {
    // In this order: what is kept was listed before, and its article was saved before that.
    const kept = await keptPictures(doors);
    const needed = kept.size > 0 ? await neededPictures(mirror) : null;
    if (!needed) return 0;
    const useless = [...kept].filter((address) => !needed.has(address));
    await dropPictures(doors, useless);
    return useless.length;
  }

  /** Which saved articles have pictures that were never looked for, or are not kept any more. */
  async function lacking(): Promise<SavedRecord[]> {
    const kept = await keptPictures(doors);
    const lists = await mirror.pictures();
    return state.getSnapshot().records.filter(({ id, digest, link }) => {
      const list = lists.get(id);
      if (link !== undefined) return false;
      return list?.digest !== digest || list.addresses.some((address) => !kept.has(address));
    });
  }

  async function fetchOf(record: SavedRecord): Promise<void> {
    const article = await openCopy(places, record).catch(() => null);
    if (article) await keepOf(article, record.digest);
  }

  async function healAll(): Promise<void> {
    // Where nothing was ever saved no cache is made.
    const isUsed = state.getSnapshot().records.length > 0 || (await mirror.pictures()).size > 0;
    if (!isUsed) return;
    const records = await lacking().catch(() => []);
    for (const record of records) await fetchOf(record);
    await letGo().catch(() => 0);
  }

  let healing: Promise<void> | null = null;

  return {
    keepOf,
    fetchOf,
    /** Fetches what is missing of all saved articles and lets go of what nothing needs; where denied, nothing. */
    heal: (): Promise<void> => {
      healing ??= healAll()
        .catch(() => undefined)
        .finally(() => {
          healing = null;
        });
      return healing;
    },
  };
}

/** What lists name of articles that are saved or kept aside; null where one has no list, so that it is not known. */
async function neededPictures(mirror: Mirror): Promise<Set<string> | null> {
  const lists = await mirror.pictures();
  const { records } = await mirror.read();
  const removed = await mirror.removed();
  for (const { id, link } of records.values()) {
    if (link === undefined && !lists.has(id)) return null;
  }
  const living = [...lists].filter(([id]) => records.has(id) || removed.has(id));
  return new Set(living.flatMap(([, { addresses }]) => addresses));
}
