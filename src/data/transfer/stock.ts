import { createBelongings } from "#data/device/belongings.ts";
import { deviceStorage, lookAgain, openSaved, withManySaved } from "#data/device/device.ts";
import { tombstonesOf } from "#data/device/keep-copies.ts";
import { loadPacking } from "#data/device/open-copy.ts";
import { type Article, parseArticle } from "#model/article.ts";
import type { Traveller } from "#model/backup.ts";
import type { Word } from "#model/newest.ts";
import { changedAtOf, type SavedRecord } from "#model/saved.ts";
import type { Stock } from "./arriving/plan.ts";

/** The marks, positions and settings of this device. */
export const belongings = createBelongings(deviceStorage, lookAgain);

/** All that is kept on this device, once both places were looked at; `removed` newest last. */
export type DeviceStock = Stock & { readonly records: readonly SavedRecord[] };

/** @param now removals that don't say when they were made count as made now: they are not undone by what is older */
export function readStock(now: string): Promise<DeviceStock> {
  return withManySaved(async ({ state }) => {
    const { records } = state.getSnapshot();
    const words = new Map<string, Word>();
    for (const { id, changedAt } of tombstonesOf({ state })) {
      words.set(id, { changedAt: changedAt ?? now, held: null });
    }
    for (const record of records) words.set(record.id, wordOf(record));
    return { ...belongings.read(), words, records };
  });
}

/** Opened from the mirror in one go. */
const BATCH = 100;

/**
 * Opens saved articles for leaving, one after another; what can't be opened comes as its error. Those in the mirror
 * are read many at once: one by one it takes minutes for tens of thousands.
 */
export async function* openTravellers(
  records: readonly SavedRecord[],
): AsyncGenerator<{ record: SavedRecord; traveller: Traveller | null; error: unknown }> {
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records.slice(at, at + BATCH);
    const articles = await openMirrored(batch);
    for (const record of batch) {
      try {
        const article = articles.get(record.id) ?? (await openSaved(record.id));
        yield { record, traveller: travellerOf(record, article), error: null };
      } catch (error) {
        yield { record, traveller: null, error };
      }
    }
  }
}

/** What the mirror alone has of these, as far as it can be read: the rest is opened, and complained of, by itself. */
function openMirrored(records: readonly SavedRecord[]): Promise<Map<string, Article>> {
  return withManySaved(async ({ places: { mirror } }) => {
    const far = records.filter(({ body }) => body === "mirror");
    const articles = new Map<string, Article>();
    if (far.length === 0) return articles;
    const [bodies, { unpackArticle }] = await Promise.all([mirror.bodies(far), loadPacking()]);
    for (const [at, { id }] of far.entries()) {
      const article = tryParse(bodies[at], unpackArticle);
      if (article?.id === id) articles.set(id, article);
    }
    return articles;
  }).catch(() => new Map());
}

function tryParse(body: string | null | undefined, unpack: (body: string) => unknown) {
  try {
    return typeof body === "string" ? parseArticle(unpack(body)) : null;
  } catch {
    return null;
  }
}

function travellerOf(record: SavedRecord, article: Article): Traveller {
  const { id, savedAt, digest, archived, labels, origin } = record;
  return {
    id,
    savedAt,
    changedAt: changedAtOf(record),
    digest,
    ...(archived ? { archived } : {}),
    ...(labels && labels.length > 0 ? { labels } : {}),
    ...(origin ? { origin } : {}),
    article,
  };
}

function wordOf(record: SavedRecord): Word {
  return { changedAt: changedAtOf(record), held: record };
}
