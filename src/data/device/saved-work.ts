import { type Article, summaryOf } from "#model/article.ts";
import { SAVED_VERSION, type SavedRecord } from "#model/saved.ts";
import { instantOf } from "./instant.ts";
import { keep } from "./keep.ts";
import { loadPacking, openCopy } from "./open-copy.ts";
import type { PictureDoors } from "./picture-shelf.ts";
import { createPictureWork } from "./picture-work.ts";
import type { Places } from "./places.ts";
import { reconcile } from "./reconcile.ts";
import { createSavedChanges } from "./saved-changes.ts";
import type { SavedState, SaveResult } from "./saved-state.ts";
import { storageKey } from "./storage-keys.ts";

type Surroundings = {
  readonly places: Places;
  readonly state: SavedState;
  /** False where localStorage is only played in memory. */
  readonly isLocalKept: boolean;
  readonly announce: (key: string) => void;
  readonly now: () => Date;
  /** Null where pictures are not kept. */
  readonly pictureDoors: PictureDoors | null;
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
};

export type SavedWork = ReturnType<typeof createSavedWork>;

/**
 * What is done with saved articles in both places; the store sees to it that one thing is done after another. It is
 * loaded after the first screen, which needs none of it.
 */
export function createSavedWork({
  places,
  state,
  isLocalKept,
  announce,
  now,
  pictureDoors,
  inTurn,
}: Surroundings) {
  const { shelf, mirror } = places;
  const changes = createSavedChanges({ places, state, isLocalKept, announce, now });
  const pictures =
    pictureDoors && createPictureWork({ doors: pictureDoors, places, state, changes, inTurn });

  async function uniteBoth(): Promise<void> {
    await reconcile(places, state.mirrorRead);
    state.changed();
    // What is left over is no worse at the next start.
    await changes.forgetRemoved().catch(() => undefined);
    // With the network off it could not be fetched when it is needed.
    if (state.getSnapshot().records.length > 0) await loadPacking().catch(() => undefined);
  }

  async function save(article: Article, digest: string): Promise<SaveResult> {
    const packing = await loadPacking().catch(() => null);
    if (!packing) return { kind: "failed", reason: "unloaded" };
    const body = await packing.packArticle(article);
    shelf.readOne(article.id);
    const rev = state.nextRevision();
    const earlier = state.holdings().records.get(article.id);
    const record: SavedRecord = {
      v: SAVED_VERSION,
      id: article.id,
      rev,
      order: earlier?.order ?? rev,
      savedAt: earlier?.savedAt ?? instantOf(now()),
      digest,
      summary: summaryOf(article, digest),
      body: "local",
      size: body.length,
      changedAt: instantOf(now()),
      origin: earlier?.origin ?? "edition",
      ...(earlier?.archived ? { archived: true } : {}),
      ...(earlier?.labels ? { labels: earlier.labels } : {}),
      ...linkAlone(article),
    };
    const result = await write(record, body);
    // Behind the text, which is safe by then; nothing waits for it.
    if (result.kind === "saved") void pictures?.keepOf(article, digest);
    return result;
  }

  async function write(record: SavedRecord, body: string | null): Promise<SaveResult> {
    const key = storageKey.record(record.id);
    if (state.isOccupied(key)) return { kind: "failed", reason: "occupied" };
    const kept = await keep(places, record, body);
    if ("reason" in kept) return { kind: "failed", reason: kept.reason };
    const { isLocal, isMirrored } = kept;
    if (isMirrored) state.noteMirrored({ ...record, body: isLocal ? record.body : "mirror" });
    announce(key);
    return { kind: "saved", isLocal: isLocal && isLocalKept, isMirrored };
  }

  async function removeUnreadable(key: string): Promise<void> {
    if (shelf.holdings.unreadable.has(key)) shelf.drop([key]);
    if (state.isUnreadableInMirror(key)) await mirror.drop([key]);
    announce(key);
    await uniteBoth();
  }

  /** Packed bodies in the order of the records; null for what can't be had. */
  async function bodiesOf(records: readonly SavedRecord[]): Promise<(string | null)[]> {
    const bodies = records.map((record) => shelf.body(record));
    const elsewhere = records.filter((_, at) => bodies[at] === null);
    if (elsewhere.length === 0) return bodies;
    const mirrored = await mirror.bodies(elsewhere).catch(() => []);
    return bodies.map((body) => body ?? mirrored.shift() ?? null);
  }

  const open = (record: SavedRecord): Promise<Article> => openCopy(places, record);

  return {
    uniteBoth,
    save,
    ...changes,
    pictures,
    bodiesOf,
    removeUnreadable,
    open,
    /** What work with many saved articles at once stands on. */
    ground: { places, state, announce },
  };
}

/** What the record says of an article without a text: that there is its address alone. */
function linkAlone({ body, link }: Article): Pick<SavedRecord, "link"> {
  return body.trim() === "" && link !== undefined ? { link } : {};
}
