import type { Article } from "#model/article.ts";
import type { Remark } from "./report.ts";

/** A file to be published beside an article, such as a picture of its bundle. */
export type Resource = {
  /** Absolute path of the file. */
  readonly from: string;
  /** Where it goes, below the edition's base: `dataAddress.resource(…)`. */
  readonly to: string;
};

/** A picture as the edition's own, in the sizes that the app shows. */
export type LocalPicture = {
  /** In pixels of a page: how large it is shown where there is room. */
  readonly width: number;
  readonly height: number;
  /** Narrowest first, at least one; how wide each is in dots. */
  readonly sizes: readonly (Resource & { readonly width: number })[];
  /** A small square, for lists. */
  readonly square: Resource;
};

/** Makes pictures the edition's own; or says in a few words why one can't be. */
export type PictureHouse = {
  /** One of another host. */
  readonly fromAddress: (address: string) => Promise<LocalPicture | string>;
  /** One of the content folder; `from` is absolute. */
  readonly fromFile: (from: string) => Promise<LocalPicture | string>;
};

/** A content file, read and ready to be published. */
export type Story = {
  /** Relative to the content folder, with `/`. */
  readonly path: string;
  readonly article: Article;
  /** False for a translation of a listed story, and for a page that asked not to be listed. */
  readonly isListed: boolean;
  /** The publisher's wish to have it first: lower comes earlier; null for none. */
  readonly pin: number | null;
  /** Old addresses that must lead to it, as paths below the base: `/old/name/`. */
  readonly aliases: readonly string[];
  readonly resources: readonly Resource[];
  /** What is wrong with its text. */
  readonly remarks: readonly Remark[];
};

/** A content folder, opened: what concerns all its stories is known, and they can be read one after another. */
export type Content = {
  /** Key and title of every section. */
  readonly sections: ReadonlyMap<string, string>;
  /** How many stories `stories` will give, for progress. */
  readonly count: number;
  /** In the order of their paths, each once; bodies are read as they are asked for, so memory stays bounded. */
  readonly stories: () => AsyncIterable<Story>;
};
