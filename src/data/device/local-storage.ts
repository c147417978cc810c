/** What became of a write: `full` when the quota is used up, `denied` when the browser refused for any other reason. */
export type WriteOutcome = "written" | "full" | "denied";

/** A `Storage` that never throws. */
export type DeviceStorage = {
  /** False where the browser gives no storage: what is written is gone with the page. */
  readonly isKept: boolean;
  readonly get: (key: string) => string | null;
  /** Says `written` only after the value was read back. A failed write leaves the old value. */
  readonly set: (key: string, value: string) => WriteOutcome;
  /** Works on a full disk too. */
  readonly remove: (key: string) => void;
  readonly keys: (prefix: string) => string[];
};

type StorageArea = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/**
 * Opens a storage area, or one in memory where there is none.
 *
 * Takes a function because reading `window.localStorage` itself throws where cookies are blocked.
 */
export function openStorage(reach: () => StorageArea | null | undefined): DeviceStorage {
  const area = reachSafely(reach);
  return area ? guard(area, true) : guard(memoryArea(), false);
}

/** Says whether a write failed for want of space; older engines tell it by code or by a name of their own. */
export function isQuotaError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const name = "name" in error ? error.name : "";
  const code = "code" in error ? error.code : 0;
  return (
    name === "QuotaExceededError" ||
    name === "NS_ERROR_DOM_QUOTA_REACHED" ||
    code === 22 ||
    code === 1014
  );
}

function reachSafely(reach: () => StorageArea | null | undefined): StorageArea | null {
  try {
    const area = reach();
    // An area that can't even be counted is as good as none.
    return area && typeof area.length === "number" ? area : null;
  } catch {
    return null;
  }
}

function guard(area: StorageArea, isKept: boolean): DeviceStorage {
  /** All keys, for as long as no other tab can write: to go through thousands takes as long as to read their values. */
  let known: readonly string[] | null = null;
  const forget = () => {
    known = null;
  };
  const allKeys = (): readonly string[] => {
    if (known === null) queueMicrotask(forget);
    // Whoever else writes in this page, at once and by another way, is seen by their number.
    if (known?.length !== area.length) known = keysOf(area);
    return known;
  };
  return {
    isKept,
    get: (key) => attempt(() => area.getItem(key), null),
    set: (key, value) => {
      forget();
      try {
        area.setItem(key, value);
        return area.getItem(key) === value ? "written" : "denied";
      } catch (error) {
        return isQuotaError(error) ? "full" : "denied";
      }
    },
    remove: (key) => {
      forget();
      attempt(() => area.removeItem(key), undefined);
    },
    keys: (prefix) => attempt(() => allKeys().filter((key) => key.startsWith(prefix)), []),
  };
}

function keysOf(area: StorageArea): string[] {
  const keys: string[] = [];
  for (let at = 0; at < area.length; at++) {
    const key = area.key(at);
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** Access can be withdrawn while the page is open: what can't be read then counts as not there. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function memoryArea(): StorageArea {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (at) => [...values.keys()][at] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      values.set(key, value);
    },
    removeItem: (key) => {
      values.delete(key);
    },
  };
}
