import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Inventory, readInventory, writeInventory } from "./inventory.ts";

/** In which order files are put in place: what is named by others comes before what names it. */
const RANKS = ["data", "document", "manifest", "index"] as const;
type Rank = (typeof RANKS)[number];

/** What a run did to the edition's folder. */
export type StagingResult = {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Of all files of the edition. */
  readonly bytes: number;
};

/**
 * The files of an edition on their way: written beside the published ones, then put in place by renames.
 *
 * Until `commit` nothing published is touched, and during it only what no longer names anything goes, last.
 */
export class Staging {
  readonly #out: string;
  readonly #folder: string;
  readonly #isFirst: boolean;
  readonly #files = new Set<string>();
  readonly #changed: Record<Rank, string[]> = { data: [], document: [], manifest: [], index: [] };
  readonly #folders = new Set<string>();
  #bytes = 0;

  /** `folder` must be empty and on the file system of `out`. */
  constructor(out: string, folder: string) {
    this.#out = out;
    this.#folder = folder;
    this.#isFirst = !existsSync(out);
  }

  /** Says whether the edition has a file at a path. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Adds a file, unless it is there already. */
  put(path: string, content: string | Buffer, rank: Rank = "data"): void {
    if (this.#files.has(path)) return;
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.#bytes += bytes.length;
    this.#files.add(path);
    if (this.#isPublished(path, bytes)) return;
    this.#changed[rank].push(path);
    // One after another: for small files that is faster than to write many at once from one thread.
    writeFileSync(this.#place(path), bytes);
  }

  /** Adds a file that stands elsewhere on the disk under a name that its content decides. */
  copy(path: string, from: string): void {
    if (this.#files.has(path)) return;
    const { size } = statSync(from);
    this.#files.add(path);
    this.#bytes += size;
    if (this.#isThere(path, size)) return;
    this.#changed.data.push(path);
    copyFileSync(from, this.#place(path));
  }

  /** Reads a file of the edition that was added. */
  read(path: string): string {
    const staged = join(this.#folder, path);
    return readFileSync(existsSync(staged) ? staged : join(this.#out, path), "utf8");
  }

  /** Puts everything in place. */
  commit(): StagingResult {
    const written = RANKS.reduce((sum, rank) => sum + this.#changed[rank].length, 0);
    const unchanged = this.#files.size - written;
    const before = readInventory(this.#out);
    const isKnown = [...this.#files].every((path) => before.current.has(path));
    if (written === 0 && isKnown && before.current.size === this.#files.size) {
      return { written, unchanged, removed: 0, bytes: this.#bytes };
    }
    const removed = this.#isFirst ? this.#publishFirst() : this.#publish(before);
    return { written, unchanged, removed, bytes: this.#bytes };
  }

  #publishFirst(): number {
    writeInventory(this.#folder, { current: this.#files, previous: new Set(), pending: new Set() });
    renameSync(this.#folder, this.#out);
    return 0;
  }

  #publish(before: Inventory): number {
    // Told before it is done: a run that dies in the middle leaves nothing that the next one would not know.
    writeInventory(this.#out, { ...before, pending: this.#files });
    const folders = new Set<string>();
    for (const path of RANKS.flatMap((rank) => this.#changed[rank])) {
      const to = join(this.#out, path);
      makeFolder(dirname(to), folders);
      renameSync(join(this.#folder, path), to);
    }
    const kept = new Set([...before.current, ...before.pending].filter((path) => !this.has(path)));
    let removed = 0;
    for (const path of before.previous) {
      if (this.has(path) || kept.has(path)) continue;
      removeFile(this.#out, path);
      removed += 1;
    }
    writeInventory(this.#out, { current: this.#files, previous: kept, pending: new Set() });
    return removed;
  }

  #isPublished(path: string, bytes: Buffer): boolean {
    if (this.#isFirst) return false;
    const there = readIfThere(join(this.#out, path));
    return there?.equals(bytes) ?? false;
  }

  #isThere(path: string, size: number): boolean {
    const stats = this.#isFirst ? null : statSync(join(this.#out, path), { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === size;
  }

  #place(path: string): string {
    if (path.split("/").includes(".."))
      throw new Error(`${path} would lie outside of the edition.`);
    const place = join(this.#folder, path);
    makeFolder(dirname(place), this.#folders);
    return place;
  }
}

function makeFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  known.add(folder);
}

/** Reads a file; null where there is none. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    // Absent or unreadable: either way it is written anew, and a folder in its place makes the rename say so.
    return null;
  }
}

/** Removes a file, and the folders that it leaves empty. */
function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      // Not empty, or gone: then those above are not to be removed either.
      return;
    }
  }
}
