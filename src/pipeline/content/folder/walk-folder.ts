import { type Dirent, opendirSync } from "node:fs";
import { TextColumn } from "#pipeline/columns/text-column.ts";
import type { Report } from "#pipeline/report.ts";
import { isContentFile } from "./file-kind.ts";

/** The regular files of a content folder; paths are relative to it, with `/`. */
export type Folder = {
  /** Absolute. */
  readonly root: string;
  /** Files that may be pages, sorted by their path's code units. */
  readonly pages: TextColumn;
  /** All other files: a page may show them or link to them. */
  readonly others: ReadonlySet<string>;
};

type Found = { pages: string[]; others: Set<string>; folders: string[] };

/** What Hugo ignores too: hidden files, editors' backups. */
const IGNORED = /^[.#]|~$/;

/** So many entries are read at a time: all of a million at once take memory that the system does not get back. */
const READ = { bufferSize: 1024 };

/**
 * Lists a content folder. Links are never followed, since they may lead out of the folder or round in circles.
 *
 * The order of the result depends on the paths alone, not on the file system.
 */
export function walkFolder(root: string, report: Report): Folder {
  const found: Found = { pages: [], others: new Set(), folders: [""] };
  for (let folder = found.folders.pop(); folder !== undefined; folder = found.folders.pop()) {
    listFolder(root, folder, found, report);
  }
  return { root, pages: new TextColumn(found.pages.sort()), others: found.others };
}

function listFolder(root: string, folder: string, found: Found, report: Report) {
  const start = folder === "" ? "" : `${folder}/`;
  const others: Dirent[] = [];
  try {
    for (const entry of entriesOf(`${root}/${folder}`)) {
      if (IGNORED.test(entry.name)) continue;
      // All pages are sorted together at the end.
      if (entry.isFile() && isContentFile(entry.name)) found.pages.push(start + entry.name);
      else others.push(entry);
    }
  } catch (cause) {
    if (folder === "") throw cause;
    report.problem(folder, 1, `The folder can't be read (${codeOf(cause)}). Give read permission.`);
    return;
  }
  for (const entry of others.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    sortEntry(entry, start + entry.name, found, report);
  }
}

/** One after another without waiting: a promise for each takes longer than all else. */
function* entriesOf(folder: string): Generator<Dirent> {
  const opened = opendirSync(folder, READ);
  try {
    for (let entry = opened.readSync(); entry; entry = opened.readSync()) yield entry;
  } finally {
    opened.closeSync();
  }
}

function sortEntry(entry: Dirent, path: string, found: Found, report: Report): void {
  if (entry.isFile()) {
    found.others.add(path);
    return;
  }
  if (entry.isDirectory()) {
    found.folders.push(path);
    if (!isContentFile(path)) return;
    report.problem(
      path,
      1,
      "This is a folder with the name of a file. Rename it if it isn't meant.",
    );
    return;
  }
  const what = entry.isSymbolicLink()
    ? "a symbolic link, which is not followed"
    : "no regular file";
  report.problem(path, 1, `This is ${what}. Put the file itself into the content folder.`);
  if (isContentFile(path)) report.leaveOut(path, what);
}

/** The system's short word for a failure (`EACCES`), or the failure's message. */
export function codeOf(cause: unknown): string {
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string")
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
