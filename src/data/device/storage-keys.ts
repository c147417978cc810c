import { editionBase } from "#data/edition/edition-base.ts";
import { keptOfflineCache, savedPicturesCache } from "#model/address.ts";

/**
 * How the names of all that Offprint stores begin. Editions that share an origin (two projects of one host) share its
 * storage too, and may hold articles of the same ids: each keeps its own. That at the root has the bare name.
 */
export const storageHome = editionBase() === "/" ? "offprint" : `offprint@${editionBase()}`;

/**
 * Every key that Offprint writes into the browser's storage. One key for each thing and never a list of all: two tabs
 * that rewrite one key lose each other's changes.
 */
export const storageKey = {
  /** localStorage and mirror: what lists show of a saved article. */
  record: (id: string) => `${storageHome}:record:${id}`,
  /** localStorage and mirror: its packed text. Named by its digest, so that a new text never overwrites the old one. */
  body: (id: string, digest: string) => `${storageHome}:body:${id}:${digest}`,
  /** localStorage and mirror: the tombstone of an article that was taken out. */
  gone: (id: string) => `${storageHome}:gone:${id}`,
  /** Mirror: the record of an article that was taken out not long ago; its body is kept for as long. */
  removed: (id: string) => `${storageHome}:removed:${id}`,
  /** Mirror: the addresses of a saved article's pictures. */
  pictures: (id: string) => `${storageHome}:pictures:${id}`,
  /** Cache Storage: the pictures of saved articles. The service worker knows it too. */
  pictureCache: () => savedPicturesCache(editionBase()),
  /** localStorage: that an article was read. */
  read: (id: string) => `${storageHome}:read:${id}`,
  /** localStorage: that the reader wants an article to stay unread, whatever marks by itself. */
  unread: (id: string) => `${storageHome}:unread:${id}`,
  /** localStorage: a change of read marks, to be taken back; named by its instant in base 36. */
  act: (instant: string) => `${storageHome}:act:${instant}`,
  /** localStorage: a word, a tag or a source that is muted. */
  mute: (id: string) => `${storageHome}:mute:${id}`,
  /** localStorage: a filter with a name. */
  view: (id: string) => `${storageHome}:view:${id}`,
  /** localStorage: how far an article was read. */
  position: (id: string) => `${storageHome}:position:${id}`,
  /** localStorage. */
  settings: () => `${storageHome}:settings`,
  /** localStorage: where the installed app was last, as the router knows it. */
  lastPlace: () => `${storageHome}:last-place`,
  /** localStorage: how far the list was scrolled there. */
  lastListPlace: () => `${storageHome}:last-list-place`,
  /** sessionStorage: the stories for so many minutes. */
  queue: (minutes: number) => `${storageHome}:queue:${minutes}`,
  /** localStorage: which stories are kept on this device before they are opened. */
  offline: () => `${storageHome}:offline`,
  /** Cache Storage: those stories, with their pictures. The service worker knows it too. */
  offlineCache: () => keptOfflineCache(editionBase()),
  /** sessionStorage: which version of the app was left for a newer one, since its parts were gone. */
  left: () => `${storageHome}:left`,
  /** sessionStorage: where a list was scrolled to; the view is the list's address. */
  place: (view: string) => `${storageHome}:place:${view}`,
};

/** How the keys of each family that is enumerated begin. */
export const keyPrefix = {
  record: storageKey.record(""),
  body: `${storageHome}:body:`,
  gone: storageKey.gone(""),
  removed: storageKey.removed(""),
  pictures: storageKey.pictures(""),
  read: storageKey.read(""),
  unread: storageKey.unread(""),
  act: storageKey.act(""),
  mute: storageKey.mute(""),
  view: storageKey.view(""),
  position: storageKey.position(""),
} as const;

/** Gives the article's id in a key of a family; null for a foreign key, however much it looks like ours. */
export function idInKey(prefix: string, key: string): string | null {
  if (!key.startsWith(prefix)) return null;
  const id = key.slice(prefix.length);
  return /^[0-9a-f]{20}$/.test(id) ? id : null;
}
