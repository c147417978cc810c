import { existsSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { COPY_ENDS } from "./compressed-copies.ts";
import { DamagedError } from "./damaged-error.ts";
import { FileSet } from "./file-set.ts";
import type { EditionNotes, Former } from "./former.ts";
import { appendInventory, type Inventory, readInventory, writeInventory } from "./inventory.ts";
import { makeFolder, Place, type Placed, type PlacePlan } from "./place.ts";
import { removeFiles } from "./remove-files.ts";

/** In which order files are put in place: what is named by others comes before what names it. */
const RANKS = ["data", "document", "manifest", "index"] as const;
export type Rank = (typeof RANKS)[number];

/** What a run did to the edition's folder. */
export type StagingResult = {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
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
  readonly #files = new FileSet();
  readonly #changed: Record<Rank, FileSet> = {
    data: new FileSet(),
    document: new FileSet(),
    manifest: new FileSet(),
    index: new FileSet(),
  };
  readonly #place: Place;
  readonly #former: Former | null;
  #keptArticleFiles = 0;
  #firstArticleFiles = 0;
  /** Files that only the edition before this one has. */
  #previous: readonly string[] = [];

  /** `former` is the edition that is published, where all of it is known. */
  constructor(plan: PlacePlan, former: Former | null = null) {
    this.#former = former;
    this.#out = plan.out;
    this.#folder = plan.folder;
    this.#isFirst = plan.isFirst;
    this.#place = new Place(plan);
  }

  /** Says whether the edition has a file at a path. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Adds a file, unless it is there already. */
  put(path: string, content: string | Buffer, rank: Rank = "data"): void {
    if (!this.#files.has(path)) this.add(path, this.#place.put(path, content), rank);
  }

  /** Adds a file whose name its content decides, unless it is there already. */
  putNamed(path: string, content: string): void {
    if (this.#former?.files.has(path)) this.keepFormer(path);
    else this.put(path, content);
  }

  /** Keeps a file that the edition before has, as it is. */
  keepFormer(path: string): void {
    this.#files.add(path);
  }

  /** Keeps so many files of articles that the edition before has, as they are. */
  keepArticleFiles(count: number): void {
    this.#keptArticleFiles += count;
  }

  /** Adds a file that stands elsewhere on the disk under a name that its content decides. */
  copy(path: string, from: string): void {
    if (this.#former?.files.has(path)) this.keepFormer(path);
    else if (!this.#files.has(path)) this.add(path, this.#place.copy(path, from), "data");
  }

  /** Adds a file that was put in its place already. */
  add(path: string, { isChanged }: Placed, rank: Rank): void {
    this.#files.add(path);
    if (isChanged) this.#changed[rank].add(path);
  }

  /** Adds the file of an article, or that of its document, that was put in its place already. */
  addOfArticle(id: string, kind: "article" | "document", { isChanged }: Placed): void {
    this.#files.addOfArticle(id, kind);
    if (!isChanged) return;
    // Where there was nothing, all of them are.
    if (this.#isFirst) this.#firstArticleFiles += 1;
    else this.#changed[kind === "article" ? "data" : "document"].addOfArticle(id, kind);
  }

  /**
   * Reads a file of the edition that was added.
   *
   * @throws DamagedError where it was kept and is gone.
   */
  read(path: string): string {
    try {
      return this.bytes(path).toString();
    } catch {
      throw new DamagedError(path);
    }
  }

  bytes(path: string): Buffer {
    const staged = join(this.#folder, path);
    return readFileSync(existsSync(staged) ? staged : join(this.#out, path));
  }

  /** How many bytes a file of the edition has; none where there is no such file. */
  sizeOf(path: string): number {
    const [staged, published] = [this.#folder, this.#out].map((folder) =>
      statSync(join(folder, path), { throwIfNoEntry: false }),
    );
    return (staged ?? published)?.size ?? 0;
  }

  /** The files whose names end so, with the rank of those that are not published yet. */
  *texts(end: RegExp): Generator<[path: string, rank: Rank | null]> {
    const rankOf = (path: string) =>
      RANKS.find((rank) => this.#changed[rank].has(path)) ?? (this.#isFirst ? "document" : null);
    for (const path of this.#files) if (end.test(path)) yield [path, rankOf(path)];
  }

  /** Keeps a published file as it is; false where there is none. */
  keep(path: string): boolean {
    const stats = this.#isFirst ? null : statSync(join(this.#out, path), { throwIfNoEntry: false });
    if (!stats?.isFile()) return false;
    this.add(path, { isChanged: false }, "data");
    return true;
  }

  /** Puts everything in place. */
  commit(): StagingResult {
    const changed = RANKS.reduce((sum, rank) => sum + this.#changed[rank].size, 0);
    const written = changed + this.#firstArticleFiles;
    const unchanged = this.#files.size + this.#keptArticleFiles - written;
    if (this.#former !== null) {
      const removed = this.#publishKnown(this.#former);
      return { written, unchanged, removed };
    }
    const before = readInventory(this.#out);
    this.#previous = [...before.previous];
    const isKnown = every(this.#files, (path) => before.current.has(path));
    if (written === 0 && isKnown && before.current.size === this.#files.size) {
      return { written, unchanged, removed: 0 };
    }
    const removed = this.#isFirst ? this.#publishFirst() : this.#publish(before);
    return { written, unchanged, removed };
  }

  /** What the next run must know of the files, once they are in place. */
  notes(): Pick<EditionNotes, "files" | "previous"> {
    return { files: [...this.#files.others()], previous: this.#previous };
  }

  #publishFirst(): number {
    writeInventory(this.#folder, { current: this.#files, previous: NO_FILES, pending: NO_FILES });
    renameSync(this.#folder, this.#out);
    return 0;
  }

  #publish(before: Inventory): number {
    // Told before it is done: a run that dies in the middle leaves nothing that the next one would not know.
    writeInventory(this.#out, { ...before, pending: this.#files });
    const gone = this.#staleCopies(before);
    removeFiles(this.#out, gone);
    for (const rank of RANKS) this.#rename(this.#changed[rank]);
    const kept = new FileSet();
    for (const path of pathsIn(before.current, before.pending)) {
      if (!this.has(path) && !gone.has(path)) kept.add(path);
    }
    this.#previous = [...kept];
    const stale = [...before.previous].filter((path) => {
      return !this.has(path) && !kept.has(path) && !gone.has(path);
    });
    removeFiles(this.#out, stale);
    writeInventory(this.#out, { current: this.#files, previous: kept, pending: NO_FILES });
    return gone.size + stale.length;
  }

  /** Puts in place what is another than in the edition before; of that all is known. */
  #publishKnown(former: Former): number {
    const changed = RANKS.flatMap((rank) => [...this.#changed[rank]]);
    const gone = new Set([...former.files, ...former.gone].filter((path) => !this.has(path)));
    this.#previous = former.previous;
    if (changed.length === 0 && gone.size === 0) return 0;
    this.#previous = [...gone];
    appendInventory(this.#out, [{ sign: "+", paths: changed }]);
    this.#rename(changed);
    const dropped = former.previous.filter((path) => !this.has(path) && !gone.has(path));
    removeFiles(this.#out, dropped);
    const fresh = [...this.#files].filter((path) => !former.files.has(path));
    appendInventory(this.#out, [
      { sign: "=", paths: new Set([...changed, ...fresh]) },
      { sign: "-", paths: gone },
      { sign: "!", paths: dropped },
    ]);
    return dropped.length;
  }

  #rename(paths: Iterable<string>): void {
    const folders = new Set<string>();
    for (const path of paths) {
      const to = join(this.#out, path);
      makeFolder(dirname(to), folders);
      renameSync(join(this.#folder, path), to);
    }
  }

  /** Compressed copies of what this run changes or no longer compresses: servers would give them out for the files. */
  #staleCopies(before: Inventory): Set<string> {
    const stale = new Set<string>();
    for (const path of pathsIn(before.current, before.previous, before.pending)) {
      const source = COPY_ENDS.some((end) => path.endsWith(end)) ? stemOf(path) : null;
      if (source === null || !this.has(source)) continue;
      const isChanged = RANKS.some((rank) => this.#changed[rank].has(source));
      if (!this.has(path) || isChanged) stale.add(path);
    }
    return stale;
  }
}

const NO_FILES = new FileSet();

function* pathsIn(...sets: readonly FileSet[]): Generator<string> {
  for (const files of sets) yield* files;
}

/** The path of the file that a compressed copy is of. */
function stemOf(path: string): string {
  return path.slice(0, path.lastIndexOf("."));
}

function every(files: Iterable<string>, holds: (path: string) => boolean): boolean {
  for (const path of files) if (!holds(path)) return false;
  return true;
}
