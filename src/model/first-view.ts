import type { Article } from "./article.ts";
import type { Head, Manifest } from "./edition.ts";

/** What the documents of one edition have in common. */
export type Imprint = {
  readonly title: string;
  /** BCP 47: the language of articles that name none. */
  readonly language: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** The path at which the edition is served, with a slash at both ends. */
  readonly base: string;
  /** Key and title of every section. */
  readonly sections: ReadonlyMap<string, string>;
};

/**
 * Draws what stands in an edition's documents before the app runs: HTML for the app's root. The app is built with it,
 * so that both look the same; the same input always gives the same HTML.
 */
export type FirstView = {
  readonly list: (manifest: Manifest, head: Head) => string;
  readonly article: (article: Article) => string;
  /** An article's text alone, cleaned: for readers of feeds, which may clean nothing themselves. */
  readonly text: (article: Article) => string;
  /** What two of the app's places are called, in the edition's language. */
  readonly placeNames: { readonly latest: string; readonly saved: string };
};

/** The title of an edition that was given none. */
export const DEFAULT_TITLE = "Offprint";
