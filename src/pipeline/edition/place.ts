import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the files of a run go; threads are given it and make their own `Place` of it. */
export type PlacePlan = {
  /** The edition's folder. */
  readonly out: string;
  /** The folder in which files wait; on the file system of `out`. */
  readonly folder: string;
  /** Whether there is no edition yet. */
  readonly isFirst: boolean;
};

/** A file that was put, and whether it differs from what is published. */
export type Placed = { readonly isChanged: boolean };

/** So many folders are remembered to be there; of those that hold one document each, none is met twice. */
const MOST_KNOWN = 2_000;

/** Writes files beside the published ones; those that are the same already are not written. */
export class Place {
  readonly #plan: PlacePlan;
  readonly #folders = new Set<string>();

  constructor(plan: PlacePlan) {
    this.#plan = plan;
  }

  put(path: string, content: string | Buffer): Placed {
    if (this.#isPublished(path, content)) return { isChanged: false };
    // One after another: for small files that is faster than to write many at once from one thread. And texts as they are.
    writeFileSync(this.#at(path), content);
    return { isChanged: true };
  }

  /** Puts a file that stands elsewhere on the disk under a name that its content decides. */
  copy(path: string, from: string): Placed {
    const { size } = statSync(from);
    if (this.#isThere(path, size)) return { isChanged: false };
    copyFileSync(from, this.#at(path));
    return { isChanged: true };
  }

  #isPublished(path: string, content: string | Buffer): boolean {
    if (this.#plan.isFirst) return false;
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    return readIfThere(join(this.#plan.out, path))?.equals(bytes) ?? false;
  }

  #isThere(path: string, size: number): boolean {
    if (this.#plan.isFirst) return false;
    const stats = statSync(join(this.#plan.out, path), { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === size;
  }

  #at(path: string): string {
    if (path.split("/").includes(".."))
      throw new Error(`${path} would lie outside of the edition.`);
    const place = join(this.#plan.folder, path);
    makeFolder(dirname(place), this.#folders);
    return place;
  }
}

/** Makes a folder and those above it, and remembers them in `known`. */
export function makeFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  if (known.size >= MOST_KNOWN) known.clear();
  const above = dirname(folder);
  try {
    if (known.has(above)) mkdirSync(folder);
    else mkdirSync(folder, { recursive: true });
  } catch (error) {
    // Another thread, or an earlier file, made it.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  known.add(folder).add(above);
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
