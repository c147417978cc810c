import { useSyncExternalStore } from "react";
import { createSubscribable } from "#data/device/subscribable.ts";

// Which stories are kept for reading offline, as far as that was looked at: rows and articles say it. What keeps them
// is loaded later than these.

const { subscribe, notify } = createSubscribable();
let ids: ReadonlySet<string> = new Set();

/** The ids of the stories that are kept for reading offline. */
export function useKeptIds(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => ids);
}

export function tellKeptIds(next: ReadonlySet<string>): void {
  ids = next;
  notify();
}
