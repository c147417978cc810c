import { useSyncExternalStore } from "react";
import { type Mute, type MuteKind, muteId, parseMute } from "#model/mute.ts";
import { deviceStorage, lookForMutes, otherTabs } from "./device.ts";
import { createRecordStore } from "./record-store.ts";
import { storageKey } from "./storage-keys.ts";

const mutes = createRecordStore<Mute>(
  { storage: deviceStorage, tabs: otherTabs, now: () => new Date() },
  storageKey.mute,
  parseMute,
);

mutes.subscribe(lookForMutes);

/** What the reader muted. */
export function useMutes(): readonly Mute[] {
  return useSyncExternalStore(mutes.subscribe, mutes.getSnapshot);
}

/** Mutes a word, a tag or a source; false for a label that says nothing, and where it can't be kept. */
export function mute(kind: MuteKind, label: string): boolean {
  const id = muteId(kind, label);
  return id !== "" && mutes.put({ v: 1, id, kind, label: label.trim().slice(0, 200) });
}

/** Takes a mute back; returns the undo. */
export const { remove: unmute } = mutes;
