import { type DeviceStorage, isQuotaError } from "#data/device/local-storage.ts";
import type { PictureCache } from "#data/device/picture-shelf.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { createSubscribable } from "#data/device/subscribable.ts";
import { dataAddress } from "#model/address.ts";
import {
  type KeepChoice,
  type KeepPlan,
  type KeepState,
  parseKeepChoice,
  planKeeping,
  type SizedStory,
} from "#model/keep-offline.ts";
import { keepStories, type Outcome, type Progress } from "./keep-stories.ts";
import { type KeptFiles, NOTHING_KEPT, readKept } from "./kept-shelf.ts";

/** A plan, and what of it is not here yet. */
export type Offer = {
  readonly choice: KeepChoice;
  readonly plan: KeepPlan;
  readonly lacking: { readonly stories: number; readonly bytes: number };
};

/** What is being done, or was done last. */
export type KeepWork =
  | { readonly kind: "none" }
  | { readonly kind: "looking" }
  | { readonly kind: "offered"; readonly offer: Offer }
  | {
      readonly kind: "keeping";
      readonly offer: Offer;
      readonly progress: Progress;
      readonly isPaused: boolean;
    }
  | { readonly kind: "ended"; readonly outcome: Outcome }
  /** Another tab is at it. */
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: Error };

export type OfflineSnapshot = {
  /** What the reader wants kept; null for nothing. */
  readonly choice: KeepChoice | null;
  readonly kept: KeptFiles;
  readonly work: KeepWork;
};

type Surroundings = {
  readonly storage: DeviceStorage;
  /** Rejects where the browser denies it. */
  readonly openCache: () => Promise<PictureCache>;
  readonly removeCache: () => Promise<unknown>;
  readonly fetch: (address: string, signal: AbortSignal) => Promise<Response>;
  readonly base: string;
  /** Does something in one tab at a time; false where another is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>;
};

const STILL: Progress = { stories: 0, bytes: 0 };

/** Keeps stories on the device before they are opened, as the reader has chosen; nothing is fetched unasked. */
export function createOfflineKeeper(surroundings: Surroundings) {
  const { storage, openCache, base } = surroundings;
  const { subscribe, notify } = createSubscribable();
  let snapshot: OfflineSnapshot = { choice: null, kept: NOTHING_KEPT, work: { kind: "none" } };
  let stop = new AbortController();
  let gate: { readonly opened: Promise<void>; readonly open: () => void } | null = null;

  function change(part: Partial<OfflineSnapshot>): void {
    snapshot = { ...snapshot, ...part };
    notify();
  }

  /** Reads what was chosen and what is kept. */
  async function look(): Promise<void> {
    const kept = await openCache()
      .then((cache) => readKept(cache, base))
      .catch(() => NOTHING_KEPT);
    change({ choice: chosen(storage), kept });
  }

  /** Finds out how large what a choice means is; nothing of it is fetched. */
  async function offer(
    choice: KeepChoice,
    find: (choice: KeepChoice) => Promise<readonly SizedStory[]>,
    state: () => KeepState,
  ): Promise<Offer | null> {
    if (snapshot.work.kind === "keeping" || snapshot.work.kind === "looking") return null;
    change({ work: { kind: "looking" } });
    try {
      const plan = planKeeping(choice, await find(choice), state());
      await look();
      const lacking = plan.stories.filter(
        ({ id, digest }) => !snapshot.kept.files.has(dataAddress.article(id, digest)),
      );
      const bytes = lacking.reduce((sum, story) => sum + story.bytes, 0);
      const made = { choice, plan, lacking: { stories: lacking.length, bytes } };
      change({ work: { kind: "offered", offer: made } });
      return made;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      change({ work: { kind: "failed", error } });
      return null;
    }
  }

  /** Fetches what was offered; one word of the reader's for each. */
  async function keep(made: Offer): Promise<void> {
    const before = storage.get(storageKey.offline());
    stop = new AbortController();
    const isAlone = await surroundings
      .alone(async () => {
        const isNoted = storage.set(storageKey.offline(), JSON.stringify(made.choice));
        const outcome = await run(made).catch((error: unknown): Outcome => {
          return { end: isQuotaError(error) ? "full" : "denied", missing: 0 };
        });
        if (outcome.end === "cancelled" || outcome.end === "denied") {
          if (before === null) storage.remove(storageKey.offline());
          else storage.set(storageKey.offline(), before);
        }
        gate = null;
        change({
          work: {
            kind: "ended",
            outcome: isNoted === "written" ? outcome : { ...outcome, end: "denied" },
          },
        });
      })
      .catch(() => true);
    if (!isAlone) change({ work: { kind: "busy" } });
    await look();
  }

  async function run(made: Offer): Promise<Outcome> {
    change({ work: { kind: "keeping", offer: made, progress: STILL, isPaused: false } });
    return keepStories(made.plan, made.choice.megabytes * 1_000_000, {
      cache: await openCache(),
      fetch: surroundings.fetch,
      base,
      signal: stop.signal,
      mayGoOn: async () => gate?.opened,
      onProgress: (progress) => {
        if (snapshot.work.kind === "keeping") change({ work: { ...snapshot.work, progress } });
      },
    });
  }

  function pause(): void {
    const { work } = snapshot;
    if (work.kind !== "keeping" || work.isPaused) return;
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    gate = { opened, open };
    change({ work: { ...work, isPaused: true } });
  }

  function goOn(): void {
    const { work } = snapshot;
    gate?.open();
    gate = null;
    if (work.kind === "keeping") change({ work: { ...work, isPaused: false } });
  }

  return {
    subscribe,
    getSnapshot: () => snapshot,
    look,
    offer,
    keep,
    pause,
    goOn,
    /** Ends the work; what it has brought goes, and what was chosen before holds. */
    cancel: () => {
      stop.abort();
      goOn();
    },
    /** Takes the choice back, and lets go of all that is kept by it. */
    keepNothing: async () => {
      stop.abort();
      goOn();
      storage.remove(storageKey.offline());
      await surroundings.removeCache().catch(() => undefined);
      change({ work: { kind: "none" } });
      await look();
    },
  };
}

/** What was chosen; null where nothing was, or where what stands there can't be read. */
function chosen(storage: DeviceStorage): KeepChoice | null {
  try {
    return parseKeepChoice(JSON.parse(storage.get(storageKey.offline()) ?? ""));
  } catch {
    return null;
  }
}
