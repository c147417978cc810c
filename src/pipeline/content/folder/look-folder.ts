import { lstatSync } from "node:fs";
import { type LeftOut, type Problem, Report } from "#pipeline/report.ts";
import { isSameStanding, type Standing } from "./seen.ts";
import { type Folder, walkFolder } from "./walk-folder.ts";

/** A content folder's files and how those that may be pages stand, in a form that another thread gives away cheaply. */
export type Look = {
  readonly root: string;
  /** Joined by NUL, which no path has: one text is copied faster than many. */
  readonly pages: string;
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOut[];
  /** Of each page its size, when it was modified and when anything of it changed, and its inode; -1 for what is gone. */
  readonly standings: Float64Array;
};

const FIELDS = 4;

/** Lists a folder as `walkFolder` does, and asks how each file stands that may be a page. */
export async function lookAt(root: string): Promise<Look> {
  const report = new Report();
  const { pages, others } = await walkFolder(root, report);
  const standings = new Float64Array(pages.length * FIELDS);
  for (const [place, path] of pages.entries()) {
    const stats = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
    const { size = -1, mtimeMs = -1, ctimeMs = -1, ino = -1 } = stats ?? {};
    standings.set([size, mtimeMs, ctimeMs, ino], place * FIELDS);
  }
  const { problems, leftOut } = report;
  return { root, pages: pages.join("\0"), others: [...others], problems, leftOut, standings };
}

/** A folder that was looked at. */
export class Looked {
  readonly folder: Folder;
  readonly #look: Look;
  #next = 0;

  constructor(look: Look) {
    this.#look = look;
    const pages = look.pages === "" ? [] : look.pages.split("\0");
    this.folder = { root: look.root, pages, others: new Set(look.others) };
  }

  /** Says what there is to say of the folder, as who walks through it does. */
  tell(report: Report): void {
    for (const { path, line, message } of this.#look.problems) report.problem(path, line, message);
    for (const { path, reason } of this.#look.leftOut) report.leaveOut(path, reason);
  }

  /** Says whether a page still stands as it did; pages are asked for in the order of their paths. */
  isAsSeen(path: string, standing: Standing): boolean {
    const { pages } = this.folder;
    while (this.#next < pages.length && (pages[this.#next] ?? "") < path) this.#next += 1;
    if (pages[this.#next] !== path) return false;
    const from = this.#next * FIELDS;
    const at = (field: number) => this.#look.standings[from + field] ?? -1;
    return isSameStanding(standing, at(0), at(1), at(2), at(3));
  }
}
