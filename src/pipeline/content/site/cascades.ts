import picomatch from "picomatch";
import { isList, isMap, type Value, type ValueMap } from "#pipeline/content/source/value.ts";
import { foldersAbove, type Place } from "./languages.ts";

type Cascade = { readonly isFor: (place: Place) => boolean; readonly values: ValueMap };

/** What one section's own page says in its `cascade`. */
export type Handed = {
  readonly folder: string;
  readonly language: string;
  readonly value: Value | undefined;
};

/** What sections hand down to the pages below them. */
export class Cascades {
  /** What it was made of: another thread makes its own of that. */
  readonly handed: Handed[] = [];
  readonly #byFolder = new Map<string, Cascade[]>();

  constructor(handed: readonly Handed[] = []) {
    for (const one of handed) this.add(one);
  }

  /** Takes in the `cascade` of a section's own page: one map, or a list of maps, each with an optional target. */
  add(handed: Handed): void {
    const { folder, language, value } = handed;
    const maps = (isList(value) ? value : [value]).filter(isMap);
    if (maps.length === 0) return;
    this.handed.push(handed);
    this.#byFolder.set(keyOf(language, folder), maps.map(cascadeOf));
  }

  /** The fields that a page gets where it sets none: those of the nearest section that has them. */
  defaultsFor(place: Place): ValueMap {
    const defaults = new Map<string, Value>();
    if (this.#byFolder.size === 0) return defaults;
    for (const folder of foldersAbove(place.stem)) {
      for (const cascade of this.#byFolder.get(keyOf(place.language, folder)) ?? []) {
        if (cascade.isFor(place)) fill(defaults, cascade.values);
      }
    }
    return defaults;
  }
}

function keyOf(language: string, folder: string): string {
  return `${language}:${folder}`;
}

function cascadeOf(map: ValueMap): Cascade {
  const target = map.get("target") ?? map.get("_target");
  const values = new Map(map);
  values.delete("target");
  values.delete("_target");
  return { isFor: isMap(target) ? matcher(target) : () => true, values };
}

function matcher(target: ValueMap): (place: Place) => boolean {
  const path = globOf(target.get("path"));
  const language = globOf(target.get("lang"));
  const kind = globOf(target.get("kind"));
  return (place) => {
    const whole = `/${place.stem}`.toLowerCase();
    const isPath = path(whole) || path(`${whole}.md`) || path(`${whole}/`);
    return isPath && kind("page") && language(place.language.toLowerCase());
  };
}

function globOf(value: Value | undefined): (text: string) => boolean {
  if (typeof value !== "string" || value.length > 1000) return () => true;
  return picomatch(value.toLowerCase(), { dot: true });
}

/** Sets what is not set yet; `params` are filled one by one. */
function fill(defaults: Map<string, Value>, values: ValueMap): void {
  for (const [key, value] of values) {
    const known = defaults.get(key);
    if (known === undefined) defaults.set(key, value);
    else if (key === "params" && isMap(known) && isMap(value)) {
      defaults.set(key, new Map([...value, ...known]));
    }
  }
}
