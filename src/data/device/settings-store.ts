import { DEFAULT_SETTINGS, parseSettings, type Settings } from "#model/settings.ts";
import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { storageKey } from "./storage-keys.ts";
import { createSubscribable } from "./subscribable.ts";

export type SettingsStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Settings;
  /** Applies at once, in the other tabs as well. Where it can't be kept it holds until the page is closed. */
  readonly change: (settings: Settings) => void;
};

/**
 * The reader's settings. A value that can't be read counts as none, and the next change replaces it.
 *
 * @param now with it, a change says when it was made
 */
export function createSettingsStore(
  storage: DeviceStorage,
  tabs: OtherTabs,
  now?: () => Date,
): SettingsStore {
  const { subscribe, notify } = createSubscribable();
  const key = storageKey.settings();
  let text = storage.get(key);
  let settings = read(text);

  tabs.listen((changed) => {
    if (changed !== null && changed !== key) return;
    const now = storage.get(key);
    if (now === text) return;
    text = now;
    settings = read(now);
    notify();
  });

  return {
    subscribe,
    getSnapshot: () => settings,
    change: (next) => {
      settings = now ? { ...next, changedAt: instantOf(now()) } : next;
      if (storage.set(key, JSON.stringify(settings)) === "written") text = storage.get(key);
      tabs.announce(key);
      notify();
    },
  };
}

function read(text: string | null): Settings {
  if (text === null) return DEFAULT_SETTINGS;
  try {
    return parseSettings(JSON.parse(text));
  } catch {
    return DEFAULT_SETTINGS;
  }
}
