import { useSyncExternalStore } from "react";
import { type NamedView, parseNamedView } from "#model/named-view.ts";
import { deviceStorage, otherTabs } from "./device.ts";
import { createRecordStore } from "./record-store.ts";
import { storageKey } from "./storage-keys.ts";

const views = createRecordStore<NamedView>(
  { storage: deviceStorage, tabs: otherTabs, now: () => new Date() },
  storageKey.view,
  parseNamedView,
);

/** The filters to which the reader gave names, in the order in which they were made. */
export function useNamedViews(): readonly NamedView[] {
  return useSyncExternalStore(views.subscribe, views.getSnapshot);
}

/** Keeps a filter under a name; null where it can't be kept. */
export function nameView(name: string, search: string): NamedView["id"] | null {
  const id = Date.now().toString(36);
  return views.put({ v: 1, id, name: tidy(name) || search, search }) ? id : null;
}

/** Gives a view another name; returns the undo. */
export function renameView(view: NamedView, name: string): () => void {
  views.put({ ...view, name: tidy(name) || view.name });
  return () => void views.put(view);
}

/** Removes a view; returns the undo. */
export const { remove: removeView } = views;

function tidy(name: string): string {
  return name.replace(/\s+/g, " ").trim().slice(0, 80);
}
