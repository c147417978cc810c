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

/** Of each page its size, when it was modified and when anything of it changed, and its inode; -1 for what is gone. */
export type Standings = Float64Array;

const FIELDS = 4;

/**
 * Lists a folder as `walkFolder` does, and then asks how each file stands that may be a page.
 *
 * @param list hears of the folder before the standings are known, which takes longer.
 */
export async function lookAt(root: string, list: (listing: Listing) => void): Promise<Standings> {
  const report = new Report();
  const { pages, others } = await walkFolder(root, report);
  const { problems, leftOut } = report;
  list({ root, pages: [...pages].join("\0"), others: [...others], problems, leftOut });
  const standings = new Float64Array(pages.count * FIELDS);
  for (let place = 0; place < pages.count; place++) {
    const stats = lstatSync(`${root}/${pages.at(place)}`, { throwIfNoEntry: false });
    const { size = -1, mtimeMs = -1, ctimeMs = -1, ino = -1 } = stats ?? {};
    standings.set([size, mtimeMs, ctimeMs, ino], place * FIELDS);
  }
  return standings;
}

/** A folder that was listed, and is looked at. */
export class Looked {
  readonly folder: Folder;
  readonly #listing: Listing;
  readonly #asked: Promise<Standings | null>;
  #standings: Standings | null = null;
  #next = 0;

  /** `asked` gives null where nothing comes of it. */
  constructor(listing: Listing, asked: Promise<Standings | null>) {
    this.#listing = listing;
    this.#asked = asked;
    const pages = new TextColumn(listing.pages === "" ? [] : listing.pages.split("\0"));
    this.folder = { root: listing.root, pages, others: new Set(listing.others) };
  }

  /** Waits until all is known. */
  async end(): Promise<void> {
    this.#standings = await this.#asked;
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
