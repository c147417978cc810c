/**
 * A value of front matter. A scalar is the text that stands in the file, whatever YAML, TOML or JSON would make of
 * it: a title `010` stays "010". Keys of maps are lower-case.
 */
export type Value = string | null | readonly Value[] | ValueMap;
export type ValueMap = ReadonlyMap<string, Value>;

/** Deeper values are no front matter that anything reads. */
const DEEPEST = 12;

/** Hears of a key that stands twice in one map, upper and lower case being one: the later one holds. */
export type HearTwin = (key: string) => void;

/** Makes a value of what a JSON or TOML parser gave. */
export function toValue(raw: unknown, hearTwin: HearTwin, depth = 0): Value {
  if (raw === null || raw === undefined || depth > DEEPEST) return null;
  if (raw instanceof Date) return raw.toISOString();
  if (Array.isArray(raw)) return raw.map((item) => toValue(item, hearTwin, depth + 1));
  if (typeof raw !== "object") return String(raw);
  const entries = Object.entries(raw).map(([key, value]) => {
    return [key, toValue(value, hearTwin, depth + 1)] as const;
  });
  return mapOf(entries, hearTwin);
}

/** Makes a map of entries, in which a later key beats an earlier one that differs only in case. */
export function mapOf(entries: Iterable<readonly [string, Value]>, hearTwin: HearTwin): ValueMap {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    const lower = key.trim().toLowerCase();
    if (map.has(lower)) hearTwin(key);
    map.set(lower, value);
  }
  return map;
}

export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
