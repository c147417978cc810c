import { lstatSync } from "node:fs";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import { type LeftOut, type Problem, Report } from "#pipeline/report.ts";
import { isSameStanding, type Standing } from "./seen.ts";
import { type Folder, walkFolder } from "./walk-folder.ts";

/** What a content folder holds, in a form that another thread gives away cheaply. */
export type Listing = {
  readonly root: string;
  /** Joined by NUL, which no path has: one text is copied faster than many. */
  readonly pages: string;
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOut[];
};

/** Of some pages, one after another: size, when it was modified and when anything of it changed, and inode; -1 for what is gone. */
export type Standings = Float64Array;

const FIELDS = 4;
/** So many pages are told of at once: whoever hears of them has work while others are asked for. */
const PAGES_AT_ONCE = 4_096;

/**
 * Lists a folder as `walkFolder` does, and then asks how each file stands that may be a page.
 *
 * @param tell hears of the folder first, and then of its pages' standings, some at a time.
 */
export function lookAt(root: string, tell: (told: Listing | Standings) => void): void {
  const report = new Report();
  const { pages, others } = walkFolder(root, report);
  const { problems, leftOut } = report;
  tell({ root, pages: [...pages].join("\0"), others: [...others], problems, leftOut });
  for (let first = 0; first < pages.count; first += PAGES_AT_ONCE) {
    const standings = new Float64Array(Math.min(PAGES_AT_ONCE, pages.count - first) * FIELDS);
    for (let place = 0; place * FIELDS < standings.length; place++) {
      const stats = lstatSync(`${root}/${pages.at(first + place)}`, { throwIfNoEntry: false });
      const { size = -1, mtimeMs = -1, ctimeMs = -1, ino = -1 } = stats ?? {};
      standings.set([size, mtimeMs, ctimeMs, ino], place * FIELDS);
    }
    tell(standings);
  }
}

/** A folder that was listed, and is looked at. */
export class Looked {
  readonly folder: Folder;
  readonly #listing: Listing;
  readonly #hear: () => Promise<Standings | null>;
  #standings: Standings | null;
  /** How many pages' standings are known. */
  #known = 0;
  #next = 0;

  /** `hear` gives the standings of the next pages, null where nothing comes of it. */
  constructor(listing: Listing, hear: () => Promise<Standings | null>) {
    this.#listing = listing;
    this.#hear = hear;
    const pages = new TextColumn(listing.pages === "" ? [] : listing.pages.split("\0"));
    this.folder = { root: listing.root, pages, others: new Set(listing.others) };
    this.#standings = new Float64Array(pages.count * FIELDS);
  }

  /** Waits until it is known how the pages up to a path stand. */
  async reach(path: string): Promise<void> {
    const { pages } = this.folder;
    const isBefore = () => this.#known === 0 || pages.at(this.#known - 1) < path;
    while (this.#standings !== null && this.#known < pages.count && isBefore()) {
      const more = await this.#hear();
      if (more === null) this.#standings = null;
      else {
        this.#standings.set(more, this.#known * FIELDS);
        this.#known += more.length / FIELDS;
      }
    }
  }

  /** Says what there is to say of the folder, as who walks through it does. */
  tell(report: Report): void {
    for (const { path, line, message } of this.#listing.problems)
      report.problem(path, line, message);
    for (const { path, reason } of this.#listing.leftOut) report.leaveOut(path, reason);
  }

  /** Says whether a page still stands as it did, null where that is not known; pages are asked for in the order of their paths. */
  isAsSeen(path: string, standing: Standing): boolean | null {
    const standings = this.#standings;
    if (standings === null) return null;
    const { pages } = this.folder;
    while (this.#next < pages.count && pages.at(this.#next) < path) this.#next += 1;
    if (pages.at(this.#next) !== path) return false;
    const from = this.#next * FIELDS;
    const at = (field: number) => standings[from + field] ?? -1;
    return isSameStanding(standing, at(0), at(1), at(2), at(3));
  }
}
