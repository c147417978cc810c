import { queryOptions, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { editionBase } from "#data/edition/edition-base.ts";
import { whenQuiet } from "#data/quiet.ts";
import type { Article } from "#model/article.ts";
import type { Settings } from "#model/settings.ts";
import { openStorage } from "./local-storage.ts";
import { createReadMarks } from "./marks.ts";
import { connectTabs } from "./other-tabs.ts";
import type { SavedSnapshot, SaveResult } from "./saved-state.ts";
import { createSavedStore } from "./saved-store.ts";
import { createSettingsStore } from "./settings-store.ts";
import { keyPrefix, storageHome, storageKey } from "./storage-keys.ts";
import { createSubscribable } from "./subscribable.ts";

/** The app's own stores, on the storage of the browser that it runs in. */
const storage = openStorage(() => window.localStorage);
const tabs = connectTabs(window, () => new BroadcastChannel(storageHome));
/** Milliseconds after which a silent database counts as denied. */
const PATIENCE = 4_000;
/** Milliseconds for which the second place is left alone where the first has stories: their list comes before it. */
const ROWS_FIRST = 1_000;
/** What can be fetched again gives way; what is saved perhaps can't. */
const loadRoom = () => import("./free-space.ts");
const savedStore = createSavedStore({
  storage,
  openMirror: async () => {
    // Where the disk is full it is too late to load what makes room.
    const [{ createMirror }, { freeSpace }] = await Promise.all([
      import("./mirror.ts"),
      loadRoom(),
    ]);
    return createMirror(storageHome, PATIENCE, freeSpace);
  },
  tabs,
  now: () => new Date(),
  turn: async (hasRecords) => {
    await whenQuiet();
    if (hasRecords) await new Promise((resolve) => setTimeout(resolve, ROWS_FIRST));
  },
  pictureDoors: {
    openCache: async () => caches.open(storageKey.pictureCache()),
    fetch: (address) => fetch(address, { mode: "same-origin" }),
    base: editionBase(),
    freeSpace: async () => (await loadRoom()).freeSpace(),
  },
});
/** Milliseconds after which the pictures that are missing are looked for: behind everything else. */
const BEHIND = 5_000;
const healPictures = () => {
  // Pictures that can't be had now are asked for the next time.
  if (navigator.onLine) void savedStore.healPictures().catch(() => undefined);
};
void savedStore.start().then(() => setTimeout(healPictures, BEHIND));
window.addEventListener("online", healPictures);
/** What was read and what is to stay unread; who marks by hand does so with `reading-acts.ts`, which can be taken back. */
export const readMarks = createReadMarks({ storage, tabs, now: () => new Date() });
const settingsStore = createSettingsStore(storage, tabs, () => new Date());

/** All saved articles, and what became of saves. */
export function useSaved(): SavedSnapshot {
  return useSyncExternalStore(savedStore.subscribe, savedStore.getSnapshot);
}

/** Says whether an article is saved; draws again only when that changes. */
export function useIsSaved(id: string): boolean {
  return useSyncExternalStore(savedStore.subscribe, () => isSaved(id));
}

/** The same, once: for who does something with it. */
export function isSaved(id: string): boolean {
  return savedStore.getSnapshot().byId.has(id);
}

/** How many are saved; draws again only when that changes. */
export function useSavedCount(): number {
  return useSyncExternalStore(savedStore.subscribe, () => savedStore.getSnapshot().records.length);
}

/** The copy of a saved article. Its error is a SavedError. */
export function useSavedArticle(id: string) {
  const digest = useSyncExternalStore(
    savedStore.subscribe,
    () => savedStore.getSnapshot().byId.get(id)?.digest,
  );
  return useQuery(
    queryOptions({
      queryKey: ["saved article", id, digest],
      queryFn: () => savedStore.open(id),
      // Nothing of it comes from the network, nothing of it changes under one digest.
      networkMode: "always",
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
}

/** Keeps a copy of the article; `digest` is that of the edition's file. Never rejects: the result says what happened. */
export function saveArticle(article: Article, digest: string): Promise<SaveResult> {
  return savedStore.save(article, digest);
}

/**
 * Takes an article out of what is saved.
 *
 * @returns the undo.
 * @throws SavedError
 */
export function unsaveArticle(id: string): Promise<() => Promise<void>> {
  return savedStore.unsave(id);
}

/** The ids of what was read. */
export function useReadMarks(): ReadonlySet<string> {
  return useSyncExternalStore(readMarks.subscribe, readMarks.getSnapshot);
}

/** Does further work with saved articles when its turn has come: what the first view needs no words for. */
export const { inTurn: withSaved } = savedStore;

/** The reader's settings, and the function that changes them. */
export function useSettings(): readonly [Settings, (settings: Settings) => void] {
  const settings = useSyncExternalStore(settingsStore.subscribe, settingsStore.getSnapshot);
  return [settings, settingsStore.change];
}

/** What one looks to in them alone: whatever else changes there draws nothing anew. */
export function useSetting<T extends Settings[keyof Settings]>(of: (settings: Settings) => T): T {
  return useSyncExternalStore(settingsStore.subscribe, () => of(settingsStore.getSnapshot()));
}

/** The same, once: for what is no component. */
export const { getSnapshot: settingsNow, change: changeSettings } = settingsStore;

/** What is stored of saved articles and can't be read, by key, as it is: for export. */
export const { unreadableValues } = savedStore;

/** Removes such a value for good; only at the reader's word. */
export const { removeUnreadable } = savedStore;

const muteNews = createSubscribable();
const areThereMutes = () => storage.keys(keyPrefix.mute).length > 0;
let hasMutes = areThereMutes();

/** Looks anew whether anything is muted. */
export function lookForMutes(): void {
  hasMutes = areThereMutes();
  muteNews.notify();
}
tabs.listen((key) => {
  if (key === null || key.startsWith(keyPrefix.mute)) lookForMutes();
});

/** Whether anything is muted: the list must know that before it is drawn, and all else of it only then. */
export function useHasMutes(): boolean {
  return useSyncExternalStore(muteNews.subscribe, () => hasMutes);
}

/** Says whether any filter has a name. */
export function hasViews(): boolean {
  return storage.keys(keyPrefix.view).length > 0;
}

/** The other tabs, for stores that are loaded later. */
export const otherTabs = tabs;

/** What this device stores things in, for work with all of them at once; the stores look again when told to. */
export const deviceStorage = storage;
export function lookAgain(): void {
  // As when another tab has changed something.
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
}

/** Work with many saved articles at once, and the text of one of them. */
export const { withMany: withManySaved, open: openSaved } = savedStore;
