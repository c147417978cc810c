import type { Article } from "#model/article.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { Mirror } from "./mirror.ts";
import type { OtherTabs } from "./other-tabs.ts";
import type { PictureDoors } from "./picture-shelf.ts";
import { SavedError } from "./saved-error.ts";
import { createSavedState, type SaveResult } from "./saved-state.ts";
import type { SavedWork } from "./saved-work.ts";
import { createShelf } from "./shelf.ts";
import { keyPrefix } from "./storage-keys.ts";

type Surroundings = {
  readonly storage: DeviceStorage;
  readonly openMirror: () => Promise<Mirror>;
  readonly tabs: OtherTabs;
  readonly now: () => Date;
  /** Resolves when what is not seen at once may be done; it is told whether localStorage has anything to be seen. */
  readonly turn?: (hasRecords: boolean) => Promise<void>;
  /** Without it no pictures are kept. */
  readonly pictureDoors?: PictureDoors | null;
};

/** Milliseconds in which the hints of other tabs are gathered before localStorage, and then the mirror, is read anew. */
const LOOK_AGAIN = 50;
const RECONCILE_AGAIN = 500;

/** The reader's saved articles. */
export function createSavedStore({
  storage,
  openMirror,
  tabs,
  now,
  turn,
  pictureDoors = null,
}: Surroundings) {
  const shelf = createShelf(storage);
  const state = createSavedState(shelf.holdings, storage.isKept);
  /** Changes happen one after another, each on what the one before left. */
  let tail: Promise<unknown> = Promise.resolve();
  let loaded: Promise<SavedWork> | null = null;
  let isStarted = false;
  let united: Promise<void> | null = null;

  /** @throws SavedError `unloaded`; the next call tries again. */
  function loadWork(): Promise<SavedWork> {
    loaded ??= Promise.all([import("./saved-work.ts"), openMirror()]).then(
      ([{ createSavedWork }, mirror]) =>
        createSavedWork({
          places: { shelf, mirror },
          state,
          isLocalKept: storage.isKept,
          announce: tabs.announce,
          now,
          pictureDoors,
          inTurn: (work) => inTurn(work),
        }),
      (cause: unknown) => {
        loaded = null;
        throw new SavedError("unloaded", { cause });
      },
    );
    return loaded;
  }

  function lineUp<T>(work: (work: SavedWork) => Promise<T>): Promise<T> {
    const turn = tail.then(loadWork).then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  const uniteBoth = () => lineUp((work) => work.uniteBoth()).catch(() => state.mirrorRead(null));

  /** Unites both places for the first time; whoever asks sooner than its turn is has it done sooner. */
  function unite(): Promise<void> {
    united ??= uniteBoth();
    return united;
  }

  function inTurn<T>(work: (work: SavedWork) => Promise<T>): Promise<T> {
    // On what both places have: the mirror may know of a later form.
    if (isStarted) void unite();
    return lineUp(work);
  }

  const lookAgain = gathered(LOOK_AGAIN, () => {
    shelf.readAll();
    state.changed();
  });
  const reconcileAgain = gathered(RECONCILE_AGAIN, () => void uniteBoth());

  /**
   * Reads what localStorage has, at once; when its turn has come, unites it with the mirror.
   *
   * @returns when both are united, or the mirror was found to be denied.
   */
  async function start(): Promise<void> {
    shelf.readAll();
    isStarted = true;
    tabs.listen((key) => {
      if (key !== null && !isOurs(key)) return;
      lookAgain();
      reconcileAgain();
    });
    if (turn) await turn(shelf.holdings.records.size > 0);
    await unite();
  }

  /** Keeps a copy of the article; `digest` is that of the edition's file it was read from. Never rejects. */
  async function save(article: Article, digest: string): Promise<SaveResult> {
    state.setStatus(article.id, { kind: "saving" });
    const result = await inTurn((work) => work.save(article, digest)).catch(failed);
    state.setStatus(article.id, result);
    return result;
  }

  /**
   * Takes an article out.
   *
   * @returns what puts it back, in its old place in the list; like a save it never rejects.
   * @throws SavedError where the browser denies both places.
   */
  async function unsave(id: string): Promise<() => Promise<void>> {
    const taken = await inTurn((work) => work.takeOut([id]));
    state.setStatus(id, null);
    return async () => {
      if (taken.length === 0) return;
      const results = await inTurn((work) => work.putBack(taken)).catch((error) => [failed(error)]);
      state.setStatus(id, results[0] ?? null);
    };
  }

  /**
   * Opens the copy, with no network.
   *
   * @throws SavedError
   */
  async function open(id: string): Promise<Article> {
    // Before both are united, not to be there means little.
    if (!state.getSnapshot().byId.has(id)) {
      if (isStarted) void unite();
      await tail;
    }
    const record = state.getSnapshot().byId.get(id);
    if (!record) throw new SavedError("absent");
    return (await loadWork()).open(record);
  }

  /** What can't be read of localStorage, by key, as it is: for export. */
  function unreadableValues(): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const { key } of state.getSnapshot().unreadable) {
      const value = storage.get(key);
      if (value !== null) values.set(key, value);
    }
    return values;
  }

  return {
    start,
    save,
    unsave,
    open,
    unreadableValues,
    /** Looks for pictures that are missing, aside from all else; one call at a time is enough. */
    healPictures: async () => (await loadWork()).pictures?.heal(),
    /** Does further work with saved articles when its turn has come. */
    inTurn,
    /** Removes what can't be read; at the reader's word only. */
    removeUnreadable: (key: string) => inTurn((work) => work.removeUnreadable(key)),
    /** Does something with many at once, in turn with everything else. */
    withMany: <T>(work: (ground: SavedWork["ground"]) => Promise<T>): Promise<T> =>
      inTurn(({ ground }) => work(ground)),
    subscribe: state.subscribe,
    getSnapshot: state.getSnapshot,
  };
}

function failed(error: unknown): SaveResult {
  const isUnloaded = error instanceof SavedError && error.kind === "unloaded";
  return { kind: "failed", reason: isUnloaded ? "unloaded" : "denied" };
}

function isOurs(key: string): boolean {
  return key.startsWith(keyPrefix.record) || key.startsWith(keyPrefix.gone);
}

/** Calls once, some time after the first of several asks. */
function gathered(milliseconds: number, work: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      work();
    }, milliseconds);
  };
}
