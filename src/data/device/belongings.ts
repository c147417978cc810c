import { type Mute, parseMute } from "#model/mute.ts";
import { type NamedView, parseNamedView } from "#model/named-view.ts";
import { type Position, parsePosition } from "#model/position.ts";
import { parseSettings, type Settings } from "#model/settings.ts";
import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import { idInKey, keyPrefix, storageKey } from "./storage-keys.ts";

/** The reader's marks, positions, mutes, views and settings as a whole: what a backup holds beside the saved articles. */
export type Belongings = {
  /** When each article was read. */
  readonly read: ReadonlyMap<string, string>;
  /** Since when an article is to stay unread. */
  readonly unread: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, Position>;
  /** What is muted, and what was; by id. */
  readonly mutes: ReadonlyMap<string, Mute>;
  /** Filters with a name, and those that were removed; by id. */
  readonly views: ReadonlyMap<string, NamedView>;
  /** Null where nothing was ever chosen. */
  readonly settings: Settings | null;
};

/** More of either are not taken in: they would push out what is here. */
const MOST = { marks: 20_000, positions: 2_000, records: 500 };

/** Reads and writes them all at once; `onWritten` has the stores look again. */
export function createBelongings(storage: DeviceStorage, onWritten: () => void, most = MOST) {
  const marksOf = (prefix: string) =>
    new Map(entriesOf(storage, prefix).map(([id, value]) => [id, minuteOf(value)] as const));
  const recordsOf = <T extends { readonly id: string }>(
    prefix: string,
    parse: (value: unknown) => T,
  ) =>
    new Map(
      storage.keys(prefix).flatMap((key) => {
        const record = attempt(() => parse(JSON.parse(storage.get(key) ?? "")));
        return record ? [[record.id, record] as const] : [];
      }),
    );
  const roomOf = (prefix: string, limit: number) => limit - storage.keys(prefix).length;
  return {
    read: (): Belongings => ({
      read: marksOf(keyPrefix.read),
      unread: marksOf(keyPrefix.unread),
      positions: new Map(
        entriesOf(storage, keyPrefix.position).flatMap(([id, value]) => {
          const position = attempt(() => parsePosition(JSON.parse(value)));
          return position ? [[id, position] as const] : [];
        }),
      ),
      mutes: recordsOf(keyPrefix.mute, parseMute),
      views: recordsOf(keyPrefix.view, parseNamedView),
      settings: attempt(() => parseSettings(JSON.parse(storage.get(storageKey.settings()) ?? ""))),
    }),

    /** Writes what is handed in over what is there; false where not everything could be kept. */
    write: ({ read, unread, positions, mutes, views, settings }: Belongings): boolean => {
      const at = (instant: string) => instant;
      const changedAt = ({ changedAt }: { changedAt: string }) => changedAt;
      const kept = {
        read: newest(read, at, roomOf(keyPrefix.read, most.marks)),
        unread: newest(unread, at, roomOf(keyPrefix.unread, most.marks)),
        positions: newest(positions, ({ at }) => at, roomOf(keyPrefix.position, most.positions)),
        mutes: newest(mutes, changedAt, roomOf(keyPrefix.mute, most.records)),
        views: newest(views, changedAt, roomOf(keyPrefix.view, most.records)),
      };
      const values: [string, string][] = [
        ...kept.read.map(([id, at]): [string, string] => [storageKey.read(id), markOf(at)]),
        ...kept.unread.map(([id, at]): [string, string] => [storageKey.unread(id), markOf(at)]),
        ...kept.positions.map(([id, place]): [string, string] => [
          storageKey.position(id),
          JSON.stringify(place),
        ]),
        ...kept.mutes.map(([id, mute]): [string, string] => [
          storageKey.mute(id),
          JSON.stringify(mute),
        ]),
        ...kept.views.map(([id, view]): [string, string] => [
          storageKey.view(id),
          JSON.stringify(view),
        ]),
      ];
      // A story is marked one way or the other.
      for (const [id] of kept.read) storage.remove(storageKey.unread(id));
      for (const [id] of kept.unread) storage.remove(storageKey.read(id));
      if (settings) values.push([storageKey.settings(), JSON.stringify(settings)]);
      const isWritten = values.every(([key, value]) => storage.set(key, value) === "written");
      if (values.length > 0) onWritten();
      const all = { read, unread, positions, mutes, views };
      const count = (lists: Iterable<{ length: number }>) =>
        [...lists].reduce((sum, { length }) => sum + length, 0);
      const wanted = Object.values(all).reduce((sum, { size }) => sum + size, 0);
      return isWritten && count(Object.values(kept)) === wanted;
    },
  };
}

function entriesOf(storage: DeviceStorage, prefix: string): [string, string][] {
  return storage.keys(prefix).flatMap((key): [string, string][] => {
    const id = idInKey(prefix, key);
    const value = storage.get(key);
    return id === null || value === null ? [] : [[id, value]];
  });
}

function newest<T>(entries: ReadonlyMap<string, T>, atOf: (value: T) => string, most: number) {
  if (entries.size <= most) return [...entries];
  return [...entries]
    .sort(([, a], [, b]) => (atOf(a) > atOf(b) ? -1 : 1))
    .slice(0, Math.max(0, most));
}

/** A mark's value is the minute in base 36; one in any other form was made at no known time. */
function minuteOf(value: string): string {
  const minute = Number.parseInt(value, 36);
  const date = new Date((Number.isFinite(minute) ? minute : 0) * 60_000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999
    ? instantOf(new Date(0))
    : instantOf(date);
}

function markOf(at: string): string {
  return Math.max(0, Math.floor(Date.parse(at) / 60_000)).toString(36);
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
