import type { Mark } from "#model/act.ts";
import type { DeviceStorage } from "./local-storage.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { idInKey, keyPrefix, storageKey } from "./storage-keys.ts";
import { createSubscribable } from "./subscribable.ts";

/** Marks beyond it cost more at start than the oldest of them are worth. */
const MOST_MARKS = 20_000;

export type ReadMarks = {
  readonly subscribe: (listener: () => void) => () => void;
  /** The ids of what was read; the same object until something changes. */
  readonly getSnapshot: () => ReadonlySet<string>;
  readonly isRead: (id: string) => boolean;
  readonly markOf: (id: string) => Mark;
  /** Marks as the reader says. */
  readonly put: (marks: Iterable<readonly [id: string, mark: Mark]>) => void;
};

type Surroundings = {
  readonly storage: DeviceStorage;
  readonly tabs: OtherTabs;
  readonly now: () => Date;
  /** For tests. */
  readonly most?: number;
};

/**
 * What was read, and what the reader marked unread. One key for each article; its value is the minute in base 36.
 *
 * Where a mark can't be kept it holds until the page is closed.
 */
export function createReadMarks({
  storage,
  tabs,
  now,
  most = MOST_MARKS,
}: Surroundings): ReadMarks {
  const { subscribe, notify } = createSubscribable();
  let marks: ReadonlySet<string> = readAll();

  function readAll(): ReadonlySet<string> {
    const ids = storage.keys(keyPrefix.read).map((key) => idInKey(keyPrefix.read, key));
    return new Set(ids.filter((id) => id !== null));
  }

  function put(id: string, isRead: boolean): void {
    if (marks.has(id) === isRead) return;
    const next = new Set(marks);
    if (isRead) next.add(id);
    else next.delete(id);
    marks = next;
    notify();
  }

  tabs.listen((key) => {
    if (key === null) {
      marks = readAll();
      notify();
      return;
    }
    const id = idInKey(keyPrefix.read, key);
    if (id) put(id, storage.get(key) !== null);
  });

  function forgetOldest(): void {
    const minuteOf = (id: string) =>
      Number.parseInt(storage.get(storageKey.read(id)) ?? "", 36) || 0;
    // A tenth at once, so that this is rare.
    const oldest = [...marks]
      .map((id) => ({ id, minute: minuteOf(id) }))
      .sort((a, b) => a.minute - b.minute)
      .slice(0, Math.ceil(most / 10));
    for (const { id } of oldest) storage.remove(storageKey.read(id));
    marks = readAll();
  }

  const isKeptUnread = (id: string) => storage.get(storageKey.unread(id)) !== null;

  function write(id: string, mark: Mark): void {
    const minute = Math.floor(now().getTime() / 60_000).toString(36);
    for (const each of ["read", "unread"] as const) {
      const key = storageKey[each](id);
      if (mark === each) storage.set(key, minute);
      else storage.remove(key);
    }
    tabs.announce(storageKey.read(id));
  }

  function putAll(all: Iterable<readonly [string, Mark]>): void {
    const next = new Set(marks);
    for (const [id, mark] of all) {
      write(id, mark);
      if (mark === "read") next.add(id);
      else next.delete(id);
    }
    marks = next;
    if (marks.size > most) forgetOldest();
    notify();
  }

  return {
    subscribe,
    getSnapshot: () => marks,
    isRead: (id) => marks.has(id),
    markOf: (id) => (marks.has(id) ? "read" : isKeptUnread(id) ? "unread" : "none"),
    put: putAll,
  };
}
