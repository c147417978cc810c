import type { Article } from "#model/article.ts";
import type { Head, Manifest } from "#model/edition.ts";

/** What an article's document may want to know beside the article. */
type ArticleContext = {
  /** The digest of the article's JSON: `dataAddress.article(id, digest)` is what the app will ask for. */
  readonly digest: string;
};

/** What the front document may want to know: the edition's two first files, read and as they are published. */
type IndexContext = {
  readonly manifest: Manifest;
  readonly manifestText: string;
  readonly head: Head;
  readonly headText: string;
};

/**
 * A document, one piece behind the other. What is the same in many comes as bytes: that spares the encoding, and one
 * character beyond Latin 1 in it makes a text of it that takes twice the room.
 */
export type Pieces = readonly (string | Buffer)[];

/** Makes the HTML documents of an edition. The same input must always give the same text. */
export type DocumentMaker = {
  /** The front page, through which the app starts. */
  readonly index: (context: IndexContext) => string;
  /**
   * The page of one article, null for none. It must depend on nothing but its arguments and the built app, or it would
   * be rewritten each time.
   */
  readonly article: (article: Article, context: ArticleContext) => Pieces | null;
  /** An article's text as HTML that is clean, for the feed. */
  readonly text: (article: Article) => string;
  /** What stands at an old address of an article and leads to it. */
  readonly alias: (id: string) => string;
};
