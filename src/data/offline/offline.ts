import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { deviceStorage, readMarks, useSaved } from "#data/device/device.ts";
import { emptyCache } from "#data/device/free-space.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { PAGE_KEEPS } from "#model/address.ts";
import type { KeepChoice } from "#model/keep-offline.ts";
import { findStories } from "./find-stories.ts";
import { tellKeptIds } from "./kept-ids.ts";
import { createOfflineKeeper, type Offer, type OfflineSnapshot } from "./offline-keeper.ts";

/** What is kept for reading offline, on the storage of the browser that the app runs in. */
const keeper = createOfflineKeeper({
  storage: deviceStorage,
  openCache: async () => caches.open(storageKey.offlineCache()),
  removeCache: () => emptyCache(storageKey.offlineCache()),
  // The worker lets this pass: it would keep a copy of its own, and let go of others for it.
  fetch: (address, signal) =>
    fetch(address, { mode: "same-origin", headers: { [PAGE_KEEPS]: "1" }, signal }),
  base: editionBase(),
  alone,
});
keeper.subscribe(() => tellKeptIds(keeper.getSnapshot().kept.ids));
void keeper.look();

/** Browsers without locks have few tabs; the worst is that something is fetched twice. */
async function alone(work: () => Promise<void>): Promise<boolean> {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    await work();
    return true;
  }
  return locks.request(storageKey.offlineCache(), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** What is kept for reading offline, and what can be done about it. */
export function useOffline(): OfflineSnapshot & {
  readonly offer: (choice: KeepChoice) => Promise<Offer | null>;
} {
  const client = useQueryClient();
  const { byId } = useSaved();
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot);
  const offer = useMemo(() => offerFrom(client, (id) => byId.has(id)), [client, byId]);
  return { ...snapshot, offer };
}

export const { keep, pause, goOn, cancel, keepNothing } = keeper;

function offerFrom(client: QueryClient, isSaved: (id: string) => boolean) {
  return (choice: KeepChoice) =>
    keeper.offer(
      choice,
      (wanted) => findStories(client, wanted),
      () => ({ isRead: readMarks.isRead, isSaved, now: new Date() }),
    );
}
