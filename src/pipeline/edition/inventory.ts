import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import { FileSet } from "./file-set.ts";

/** Below the edition's folder: what only the pipeline reads. Its presence says that the folder is ours. */
export const MARKER = ".offprint";
/** The list of the files that runs have put into the folder; below the marker. */
export const INVENTORY = "files.gz";
const FILE = join(MARKER, INVENTORY);
const FIRST_LINE = "offprint files 1";
const LINES_AT_ONCE = 10_000;

/** The files that runs have put into an edition's folder, as paths below it. */
export type Inventory = {
  /** Those of the edition that is published. */
  readonly current: FileSet;
  /** Those that only the edition before it has: kept for readers who still have that one open. */
  readonly previous: FileSet;
  /** Those that a run was about to put in place; empty once it is done. */
  readonly pending: FileSet;
};

const NOTHING: Inventory = {
  current: new FileSet(),
  previous: new FileSet(),
  pending: new FileSet(),
};

/** Reads the list of an edition's files; an unreadable one counts as empty, so that nothing unknown is removed. */
export function readInventory(out: string): Inventory {
  const lines = readLines(join(out, FILE));
  if (lines.shift() !== FIRST_LINE) return NOTHING;
  const files = {
    current: new FileSet(),
    previous: new FileSet(),
    pending: new FileSet(),
  };
  const signs: Record<string, FileSet | undefined> = {
    "=": files.current,
    "-": files.previous,
    "+": files.pending,
  };
  // A later line about a file holds; “!” says that it is gone.
  for (const line of lines) {
    const path = line.slice(1);
    for (const set of Object.values(files)) set.delete(path);
    signs[line.slice(0, 1)]?.add(path);
  }
  return files;
}

/** What later runs say of some files: those of the edition, of the one before, about to be put in place, or gone. */
type Lines = { readonly sign: "=" | "-" | "+" | "!"; readonly paths: Iterable<string> };

/** Adds lines at the list's end; one that dies on the way leaves what was there before, and a part of the rest. */
export function appendInventory(out: string, lines: readonly Lines[]): void {
  const text = lines.flatMap(({ sign, paths }) => [...paths].sort().map((path) => sign + path));
  if (text.length === 0) return;
  const file = openSync(join(out, FILE), "a");
  try {
    writeLines(file, text);
  } finally {
    closeSync(file);
  }
}

/** Writes the list, whole or not at all. */
export function writeInventory(out: string, { current, previous, pending }: Inventory): void {
  mkdirSync(join(out, MARKER), { recursive: true });
  const part = join(out, `${FILE}.part`);
  const file = openSync(part, "w");
  try {
    writeLines(file, [FIRST_LINE]);
    writePaths(file, "=", current);
    writePaths(file, "-", previous);
    writePaths(file, "+", pending);
  } finally {
    closeSync(file);
  }
  renameSync(part, join(out, FILE));
}

function writePaths(file: number, sign: string, paths: Iterable<string>): void {
  let lines: string[] = [];
  for (const path of paths) {
    if (lines.push(sign + path) < LINES_AT_ONCE) continue;
    writeLines(file, lines);
    lines = [];
  }
  if (lines.length > 0) writeLines(file, lines);
}

/** A gzip file may consist of several, one behind the other: so the whole text never stands in memory. */
function writeLines(file: number, lines: readonly string[]): void {
  writeFileSync(file, gzipSync(`${lines.join("\n")}\n`, { level: 1 }));
}

function readLines(path: string): string[] {
  try {
    // What breaks off in the middle is read up to there, and its last line, of which a part may be missing, passed over.
    const text = gunzipSync(readFileSync(path), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    return text.split("\n").slice(0, -1);
  } catch {
    // Lost or damaged: the run goes on, and only leaves files behind that it no longer knows to be ours.
    return [];
  }
}
