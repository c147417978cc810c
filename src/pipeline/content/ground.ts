import type { EditionOptions } from "#pipeline/options.ts";
import { Cascades, type Handed } from "./site/cascades.ts";
import { knownLanguage } from "./site/languages.ts";
import { type TermTitle, TermTitles } from "./site/term-titles.ts";

/** What the reading of every content file stands on, in a form that another thread can be given. */
export type GroundPlan = {
  /** Absolute path of the content folder. */
  readonly root: string;
  readonly options: EditionOptions;
  /** What sections hand down. */
  readonly handed: readonly Handed[];
  /** How the pages of terms call them. */
  readonly termTitles: readonly TermTitle[];
};

/** What the reading of every content file stands on. */
export type Ground = {
  readonly root: string;
  readonly options: EditionOptions;
  /** BCP 47, in its canonical form. */
  readonly language: string;
  readonly cascades: Cascades;
  readonly termTitles: TermTitles;
};

export function groundOf({ root, options, handed, termTitles }: GroundPlan): Ground {
  const language = knownLanguage(options.language) ?? options.language;
  const cascades = new Cascades(handed);
  return { root, options, language, cascades, termTitles: new TermTitles(termTitles) };
}
