import type { Filter } from "./filter.ts";
import { filterToSearch } from "./filter.ts";
import { withDay } from "./wanted-day.ts";

/**
 * Every address of the edition is built here: the data files, relative to the edition's base, and the pages, as the
 * router knows them (without the base).
 */
export const dataAddress = {
  manifest: () => "data/manifest.json",
  head: (digest: string) => `data/head/${digest}.json`,
  schedule: (digest: string) => `data/schedule/${digest}.json`,
  expiries: (digest: string) => `data/expiries/${digest}.json`,
  month: (month: string, digest: string) => `data/months/${month}.${digest}.json`,
  rows: (month: string, digest: string) => `data/rows/${month}/${digest}.json`,
  /** How large a month's stories are; its name follows from the month's own, since what it says does. */
  sizes: (month: string, digest: string) => `data/sizes/${month}.${digest}.json`,
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
  /** What an installed app is called and can do; the edition writes its own into it. */
  webManifest: () => "app.webmanifest",
  /** Stands for a page that has no picture of its own, where its address is shared. */
  sharePicture: () => "share.png",
};

type Address = { readonly pathname: string; readonly search: string };

/** Names one of the worker's own caches; `scope` is the absolute address of the edition's base. */
export function workerCache(
  kept: "app" | "lists" | "articles" | "pictures",
  scope: string,
): string {
  return `offprint-worker-${kept}-${scope}`;
}

/** Names the cache that holds the pictures of what is saved from the edition at a base: the page's word and the worker's. */
export function savedPicturesCache(base: string): string {
  return `offprint-saved-pictures@${base}`;
}

/** The header by which the worker says when a kept manifest came from the host. */
export const KEPT_AT = "X-Offprint-Kept-At";

/** The header of requests whose answers the page keeps itself: the worker lets them pass. */
export const PAGE_KEEPS = "X-Offprint-Page-Keeps";

/** Names the cache that holds what is kept for reading offline, as the page and the worker know it. */
export function keptOfflineCache(base: string): string {
  return `offprint-kept-offline@${base}`;
}

/** The routes' patterns and the functions that build links to them. */
export const page = {
  latest: {
    pattern: "/",
    /** The day is where the list stands; it is no part of what is in it. */
    to: (filter?: Filter, day?: string | null) => ({
      pathname: "/",
      search: withDay(search(filter), day),
    }),
  },
  article: {
    pattern: "/article/:shard/:rest",
    /** Filter and day travel along: the list beside it, next and previous are those of the list one came from. */
    to: (id: string, filter?: Filter, day?: string | null) => ({
      pathname: articlePath(id),
      search: withDay(search(filter), day),
    }),
  },
  tags: {
    pattern: "/tags",
    to: (filter?: Filter) => ({ pathname: "/tags/", search: search(filter) }),
  },
  /** The filters to which the reader gave names. */
  views: { pattern: "/views", to: () => ({ pathname: "/views/" }) },
  /** Stories for so many minutes. */
  minutes: {
    pattern: "/minutes",
    to: (minutes = 15) => ({ pathname: "/minutes/", search: `?n=${minutes}` }),
    /** A story of that queue: a saved one opens in its copy. */
    story: (id: string, isSaved: boolean, minutes: number) =>
      isSaved
        ? page.saved.to(id, `?${QUEUE}=${minutes}`)
        : { pathname: articlePath(id), search: `?${QUEUE}=${minutes}` },
  },
  saved: {
    pattern: "/saved",
    /**
     * A story that is open is part of the list's address, since it has no file: the edition may know nothing of it.
     *
     * @param search what the list shows, as the address says it.
     */
    to: (story?: string, search = "") => ({
      pathname: "/saved/",
      search: story === undefined ? savedListSearch(search) : savedStorySearch(story, search),
    }),
  },
  /** Where other apps hand a link over, once this one is installed; its manifest says so. */
  share: { pattern: "/share" },
  settings: { pattern: "/settings", to: () => ({ pathname: "/settings/" }) },
  transfer: { pattern: "/transfer", to: () => ({ pathname: "/transfer/" }) },
};

const STORY = "story";
const QUEUE = "queue";

/** The saved story that an address opens, which may not be there; null where it opens none. */
export function savedStoryIn({ pathname, search }: Address): string | null {
  return /^\/saved\/?$/.test(pathname) ? new URLSearchParams(search).get(STORY) : null;
}

/** Says whether an address opens a story as one of those for so many minutes. */
export function isInQueue({ search }: Address): boolean {
  return new URLSearchParams(search).has(QUEUE);
}

/** The story comes first, so that the address up to it tells one from another whatever the list shows. */
function savedStorySearch(story: string, search: string): string {
  return `?${STORY}=${encodeURIComponent(story)}${savedListSearch(search).replace("?", "&")}`;
}

/** What the list of saved stories shows, with its `?`: all but the story that is open beside it. */
function savedListSearch(search: string): string {
  const params = new URLSearchParams(search);
  params.delete(STORY);
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * What page an address opens: it stays the same where only the list beside it changes, and whether or not its path ends
 * with the slash that links have.
 */
export function pageOf(address: Address): string {
  const story = savedStoryIn(address);
  const path = address.pathname.replace(/\/?$/, "/");
  return story === null ? path : `${path}?${STORY}=${encodeURIComponent(story)}`;
}

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
