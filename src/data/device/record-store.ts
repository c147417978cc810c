import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { createSubscribable } from "./subscribable.ts";

type Kept = { readonly id: string; readonly changedAt: string; readonly isGone?: boolean };

export type RecordStore<T extends Kept> = {
  readonly subscribe: (listener: () => void) => () => void;
  /** All that are not removed, in the order of their ids; the same object until something changes. */
  readonly getSnapshot: () => readonly T[];
  /** False where it can't be kept. */
  readonly put: (record: Omit<T, "changedAt">) => boolean;
  /** Removes one; what is left of it says when, for other devices. Returns the undo. */
  readonly remove: (record: T) => () => void;
};

/**
 * A few records of one kind that the reader made, a key for each. One that can't be read is passed over and left as it
 * is.
 */
export function createRecordStore<T extends Kept>(
  { storage, tabs, now }: { storage: DeviceStorage; tabs: OtherTabs; now: () => Date },
  keyOf: (id: string) => string,
  parse: (value: unknown) => T,
): RecordStore<T> {
  const { subscribe, notify } = createSubscribable();
  const prefix = keyOf("");
  let records = readAll();

  function readAll(): readonly T[] {
    return storage
      .keys(prefix)
      .sort()
      .flatMap((key) => {
        const record = read(storage.get(key));
        return record && !record.isGone ? [record] : [];
      });
  }

  function read(text: string | null): T | null {
    try {
      return parse(JSON.parse(text ?? ""));
    } catch {
      return null;
    }
  }

  function look(): void {
    records = readAll();
    notify();
  }

  tabs.listen((key) => {
    if (key === null || key.startsWith(prefix)) look();
  });

  function put(record: Omit<T, "changedAt">): boolean {
    const key = keyOf(record.id);
    const text = JSON.stringify({ ...record, changedAt: instantOf(now()) });
    const isKept = storage.set(key, text) === "written";
    tabs.announce(key);
    look();
    return isKept;
  }

  return {
    subscribe,
    getSnapshot: () => records,
    put,
    remove: (record) => {
      put({ ...record, isGone: true });
      return () => void put(record);
    },
  };
}
