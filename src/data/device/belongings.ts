import { type Position, parsePosition } from "#model/position.ts";
import { parseSettings, type Settings } from "#model/settings.ts";
import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import { idInKey, keyPrefix, storageKey } from "./storage-keys.ts";

/** The reader's marks, positions and settings as a whole: what a backup holds beside the saved articles. */
export type Belongings = {
  /** When each article was read. */
  readonly read: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, Position>;
  /** Null where nothing was ever chosen. */
  readonly settings: Settings | null;
};

/** More of either are not taken in: they would push out what is here. */
const MOST = { marks: 20_000, positions: 2_000 };

/** Reads and writes them all at once; `onWritten` has the stores look again. */
export function createBelongings(storage: DeviceStorage, onWritten: () => void, most = MOST) {
  return {
    read: (): Belongings => ({
      read: new Map(
        entriesOf(storage, keyPrefix.read).map(([id, value]) => [id, minuteOf(value)] as const),
      ),
      positions: new Map(
        entriesOf(storage, keyPrefix.position).flatMap(([id, value]) => {
          const position = attempt(() => parsePosition(JSON.parse(value)));
          return position ? [[id, position] as const] : [];
        }),
      ),
      settings: attempt(() => parseSettings(JSON.parse(storage.get(storageKey.settings()) ?? ""))),
    }),

    /** Writes what is handed in over what is there; false where not everything could be kept. */
    write: ({ read, positions, settings }: Belongings): boolean => {
      const marks = newest(read, (at) => at, most.marks - storage.keys(keyPrefix.read).length);
      const places = newest(
        positions,
        ({ at }) => at,
        most.positions - storage.keys(keyPrefix.position).length,
      );
      const values: [string, string][] = [
        ...marks.map(([id, at]): [string, string] => [storageKey.read(id), markOf(at)]),
        ...places.map(([id, place]): [string, string] => [
          storageKey.position(id),
          JSON.stringify(place),
        ]),
      ];
      if (settings) values.push([storageKey.settings(), JSON.stringify(settings)]);
      const isWritten = values.every(([key, value]) => storage.set(key, value) === "written");
      if (values.length > 0) onWritten();
      return isWritten && marks.length === read.size && places.length === positions.size;
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
