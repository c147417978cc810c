import {
  EMPTY_FILTER,
  type Filter,
  filterFromSearch,
  filterToSearch,
  letsThrough,
} from "./filter.ts";
import { byOrder, type SavedRecord } from "./saved.ts";
import { termKey } from "./term.ts";

/** Which part of what is saved is listed: to be read, of that the unread, what was archived, or all; or what was removed. */
export const SHELVES = ["toread", "unread", "archived", "all", "removed"] as const;
export type ShelfName = (typeof SHELVES)[number];

export const SORTS = ["saved", "oldest", "published", "longest", "shortest", "title"] as const;
export type Sort = (typeof SORTS)[number];

/** By reading time: at most 5 minutes, more than that and at most 15, more. */
export const LENGTHS = ["short", "medium", "long"] as const;
export type Length = (typeof LENGTHS)[number];
const SHORT_MINUTES = 5;
const MEDIUM_MINUTES = 15;

/** What the list of saved stories shows and in which order; all of it stands in the address. */
export type SavedView = {
  readonly filter: Filter;
  readonly shelf: ShelfName;
  readonly sort: Sort;
  readonly length: Length | null;
  /** Keys of the reader's own tags: a story has all of them. */
  readonly labels: readonly string[];
  readonly words: string;
};

export const PLAIN_VIEW: SavedView = {
  filter: EMPTY_FILTER,
  shelf: "toread",
  sort: "saved",
  length: null,
  labels: [],
  words: "",
};

const MOST_LABELS = 12;
const LONGEST_WORDS = 300;

/** Reads a view from an address; what it does not know counts as not said. */
export function viewFromSearch(search: string): SavedView {
  const params = new URLSearchParams(search);
  const one = <T extends string>(known: readonly T[], name: string): T | undefined =>
    known.find((each) => each === params.get(name));
  return {
    filter: filterFromSearch(search),
    shelf: one(SHELVES, "show") ?? PLAIN_VIEW.shelf,
    sort: one(SORTS, "sort") ?? PLAIN_VIEW.sort,
    length: one(LENGTHS, "length") ?? null,
    labels: [...new Set(params.getAll("label").filter(Boolean))].slice(0, MOST_LABELS),
    words: (params.get("q") ?? "").slice(0, LONGEST_WORDS),
  };
}

/** Writes a view as the search part of an address, with its `?`; empty for the plain one. */
export function viewToSearch(view: SavedView): string {
  const params = new URLSearchParams(filterToSearch(view.filter));
  if (view.shelf !== PLAIN_VIEW.shelf) params.set("show", view.shelf);
  if (view.sort !== PLAIN_VIEW.sort) params.set("sort", view.sort);
  if (view.length) params.set("length", view.length);
  for (const label of view.labels) params.append("label", label);
  if (view.words !== "") params.set("q", view.words);
  const text = params.toString();
  return text && `?${text}`;
}

/** Says whether anything but the order and the shelf is chosen. */
export function narrows({ filter, length, labels, words }: SavedView): boolean {
  return (
    filterToSearch(filter) !== "" || length !== null || labels.length > 0 || words.trim() !== ""
  );
}

/** Says whether a view shows a record, but for its words, which may stand in the text. */
export function isInView(view: SavedView, record: SavedRecord, isRead: boolean): boolean {
  return (
    isOnShelf(view.shelf, record, isRead) &&
    (view.length === null || lengthOf(record) === view.length) &&
    hasLabels(record, view.labels) &&
    letsThrough(view.filter, record.summary)
  );
}

/** The order of a view; what is equal in it stands as it was saved. */
export function inOrder(sort: Sort): (a: SavedRecord, b: SavedRecord) => number {
  const compare = COMPARE[sort];
  return (a, b) => compare(a, b) || byOrder(a, b);
}

/** How long a saved story is; null for an address alone, of which it is not known. */
export function lengthOf({ summary: { minutes }, link }: SavedRecord): Length | null {
  if (link !== undefined) return null;
  if (minutes <= SHORT_MINUTES) return "short";
  return minutes <= MEDIUM_MINUTES ? "medium" : "long";
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const COMPARE: Record<Sort, (a: SavedRecord, b: SavedRecord) => number> = {
  saved: byOrder,
  oldest: (a, b) => byOrder(b, a),
  published: (a, b) => compareText(b.summary.date ?? "", a.summary.date ?? ""),
  longest: (a, b) => minutesOf(b) - minutesOf(a),
  // What has no known length is no short story.
  shortest: (a, b) => (minutesOf(a) || Infinity) - (minutesOf(b) || Infinity) || 0,
  title: (a, b) => collator.compare(a.summary.title, b.summary.title),
};

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function minutesOf({ summary, link }: SavedRecord): number {
  return link === undefined ? summary.minutes : 0;
}

function isOnShelf(shelf: ShelfName, { archived }: SavedRecord, isRead: boolean): boolean {
  switch (shelf) {
    case "toread":
      return archived !== true;
    case "unread":
      return archived !== true && !isRead;
    case "archived":
      return archived === true;
    case "all":
      return true;
    case "removed":
      return false;
  }
}

function hasLabels({ labels = [] }: SavedRecord, keys: readonly string[]): boolean {
  if (keys.length === 0) return true;
  const own = new Set(labels.map(termKey));
  return keys.every((key) => own.has(key));
}
