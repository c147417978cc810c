import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Pieces } from "./document-maker.ts";

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
  // Used again and again: a buffer for each of a million files is memory that collections of garbage come too late for.
  readonly #written = new Scratch();
  readonly #read = new Scratch();

  constructor(plan: PlacePlan) {
    this.#plan = plan;
  }

  put(path: string, content: string | Buffer): Placed {
    if (this.#isPublished(path, content)) return { isChanged: false };
    // One after another: for small files that is faster than to write many at once from one thread. And texts as they are.
    writeFileSync(this.#at(path), content);
    return { isChanged: true };
  }

  /** Puts a file whose content comes in pieces. */
  putPieces(path: string, pieces: Pieces): Placed {
    return this.put(path, this.#written.of(pieces));
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
    const bytes = typeof content === "string" ? this.#written.of([content]) : content;
    return this.#read.isFile(join(this.#plan.out, path), bytes);
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

/** Room for one file's bytes at a time. */
class Scratch {
  #bytes = Buffer.allocUnsafeSlow(1 << 16);

  /** The bytes of some pieces together, until others are asked for. */
  of(pieces: Pieces): Buffer {
    // No character takes more than three bytes for each of its code units.
    this.#makeRoom(pieces.reduce((sum, piece) => sum + piece.length * 3, 0));
    let end = 0;
    for (const piece of pieces) {
      end +=
        typeof piece === "string" ? this.#bytes.write(piece, end) : piece.copy(this.#bytes, end);
    }
    return this.#bytes.subarray(0, end);
  }

  /** Says whether a file holds just these bytes. */
  isFile(path: string, bytes: Buffer): boolean {
    try {
      const file = openSync(path, "r");
      try {
        return (
          fstatSync(file).size === bytes.length && this.#fill(file, bytes.length).equals(bytes)
        );
      } finally {
        closeSync(file);
      }
    } catch {
      // Absent or unreadable: either way it is written anew, and a folder in its place makes the rename say so.
      return false;
    }
  }

  #fill(file: number, length: number): Buffer {
    this.#makeRoom(length);
    let done = 0;
    for (let read = -1; read !== 0 && done < length; done += read) {
      read = readSync(file, this.#bytes, done, length - done, done);
    }
    return this.#bytes.subarray(0, done);
  }

  #makeRoom(length: number): void {
    if (length > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(length * 2);
  }
}
