import {
  POSITION_VERSION,
  type Position,
  parsePosition,
  type ReadingPlace,
} from "#model/position.ts";
import { instantOf } from "./instant.ts";
import type { DeviceStorage } from "./local-storage.ts";
import { keyPrefix, storageKey } from "./storage-keys.ts";

const MOST_POSITIONS = 2_000;

export type Positions = {
  /** Null for an article of which none is known, or none that can be read. */
  readonly get: (id: string) => Position | null;
  /** Where it can't be kept, it is forgotten: a reading position is not worth a message. */
  readonly set: (id: string, place: ReadingPlace) => void;
  readonly forget: (id: string) => void;
};

/** How far each article was read; a key of its own, so that writing one never brings back a removed article. */
export function createPositions(
  storage: DeviceStorage,
  now: () => Date,
  most = MOST_POSITIONS,
): Positions {
  let count: number | null = null;

  function get(id: string): Position | null {
    const text = storage.get(storageKey.position(id));
    return text === null ? null : read(text);
  }

  function makeRoom(): void {
    const keys = storage.keys(keyPrefix.position);
    count = keys.length;
    if (count < most) return;
    const oldest = keys
      .map((key) => ({ key, at: read(storage.get(key) ?? "")?.at ?? "" }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .slice(0, Math.ceil(most / 10));
    for (const { key } of oldest) storage.remove(key);
    count -= oldest.length;
  }

  return {
    get,
    set: (id, place) => {
      const key = storageKey.position(id);
      if (storage.get(key) === null) {
        if (count === null || count >= most) makeRoom();
        count = (count ?? 0) + 1;
      }
      const position: Position = { v: POSITION_VERSION, ...place, at: instantOf(now()) };
      storage.set(key, JSON.stringify(position));
    },
    forget: (id) => storage.remove(storageKey.position(id)),
  };
}

function read(text: string): Position | null {
  try {
    return parsePosition(JSON.parse(text));
  } catch {
    return null;
  }
}
