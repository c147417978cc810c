import type { Filter } from "./filter.ts";
import { filterToSearch } from "./filter.ts";

/**
 * Every address of the edition is built here: the data files, relative to the edition's base, and the pages, as the
 * router knows them (without the base).
 */
export const dataAddress = {
  manifest: () => "data/manifest.json",
  head: (digest: string) => `data/head/${digest}.json`,
  schedule: (digest: string) => `data/schedule/${digest}.json`,
  month: (month: string, digest: string) => `data/months/${month}.${digest}.json`,
  rows: (month: string, digest: string) => `data/rows/${month}/${digest}.json`,
  directory: (digest: string) => `data/directories/${digest}.json`,
  directoryPage: (digest: string) => `data/directories/${digest.slice(0, 2)}/${digest}.json`,
  term: (digest: string) => `data/terms/${digest.slice(0, 2)}/${digest}.json`,
  /** The file of an article; it keeps its name when the article changes. */
  articleFile: (id: string) => `data/articles/${id.slice(0, 2)}/${id}.json`,
  /** With its digest the address is immutable; without (a deep link) it must be asked anew. */
  article: (id: string, digest?: string) =>
    digest ? `${dataAddress.articleFile(id)}?v=${digest}` : dataAddress.articleFile(id),
  /** A file that came with an article, such as a bundle's picture. */
  resource: (digest: string, name: string) => `data/files/${digest.slice(0, 2)}/${digest}/${name}`,
  feed: () => "feed.json",
};

/** The app's own files that other parts of it know by name, relative to the edition's base. */
export const appAddress = {
  /** The document that the service worker keeps: it says nothing of the stories. */
  shell: () => "app.html",
  worker: () => "sw.js",
};

/** The routes' patterns and the functions that build links to them. */
export const page = {
  latest: { pattern: "/", to: (filter?: Filter) => ({ pathname: "/", search: search(filter) }) },
  article: {
    pattern: "/article/:shard/:rest",
    /** The filter travels along: next and previous are those of the list one came from. */
    to: (id: string, filter?: Filter) => ({ pathname: articlePath(id), search: search(filter) }),
  },
  tags: {
    pattern: "/tags",
    to: (filter?: Filter) => ({ pathname: "/tags", search: search(filter) }),
  },
  saved: { pattern: "/saved", to: () => ({ pathname: "/saved" }) },
  savedArticle: {
    pattern: "/saved/:id",
    to: (id: string) => ({ pathname: `/saved/${id}` }),
  },
  settings: { pattern: "/settings", to: () => ({ pathname: "/settings" }) },
};

function search(filter: Filter | undefined): string {
  return filter ? filterToSearch(filter) : "";
}

/** The path of an article's page, below the base. The id is cut in two so that no folder grows without bound. */
export function articlePath(id: string): string {
  return `/article/${id.slice(0, 2)}/${id.slice(2)}/`;
}

/** Puts an article's id together from the two parts of its page's address; null where it can't be one. */
export function articleIdFrom(shard: string | undefined, rest: string | undefined): string | null {
  const id = `${shard ?? ""}${rest ?? ""}`;
  return /^[0-9a-f]{20}$/.test(id) ? id : null;
}
