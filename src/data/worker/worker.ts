import { useSyncExternalStore } from "react";
import { carriedAddresses } from "#data/edition/carried.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { createNewVersion } from "./new-version.ts";
import { startWorker } from "./start-worker.ts";

// The app's own service worker, with which it opens with the network off.

const container = serviceWorkers();
const newVersion = container && createNewVersion(container, () => location.reload());

// Vite's development server has no worker, and what it serves must never be kept.
if (container && newVersion && import.meta.env.PROD) {
  // A reader without a service worker reads on; only offline is the app not there.
  startWorker({
    container,
    base: editionBase(),
    now: () => performance.now(),
    carried: () => carriedAddresses(),
  })
    .then(newVersion.follow)
    .catch(() => undefined);
}

/** Null where the browser has none or denies them: without https, in a frame that may do nothing. */
function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    // The getter itself throws where storage is denied.
    return null;
  }
}

const never = () => () => undefined;

/** Says whether a newer version of the app is here and waits for the reader's word. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(newVersion?.subscribe ?? never, newVersion?.isReady ?? (() => false));
}

/** Lets the newer version begin: every open tab is loaded anew by it. */
export function applyNewVersion(): void {
  newVersion?.apply();
}
