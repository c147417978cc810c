import type { EditionOptions } from "#pipeline/options.ts";
import { Cascades, type Handed } from "./site/cascades.ts";
import { knownLanguage } from "./site/languages.ts";

/** What the reading of every content file stands on, in a form that another thread can be given. */
export type GroundPlan = {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly options: EditionOptions;
  /** What sections hand down. */
  readonly handed: readonly Handed[];
};

/** What the reading of every content file stands on. */
export type Ground = {
  readonly root: string;
  readonly options: EditionOptions;
  /** BCP 47, in its canonical form. */
  readonly language: string;
  readonly cascades: Cascades;
};

export function groundOf({ root, options, handed }: GroundPlan): Ground {
  const language = knownLanguage(options.language) ?? options.language;
  return { root, options, language, cascades: new Cascades(handed) };
}
