import { existsSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { COPY_ENDS, OF_AN_ARTICLE } from "./compressed-copies.ts";
import type { EditionNotes, Former } from "./former.ts";
import { appendInventory, type Inventory, readInventory, writeInventory } from "./inventory.ts";
import { makeFolder, Place, type Placed, type PlacePlan } from "./place.ts";

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
  readonly #files = new Set<string>();
  readonly #changed: Record<Rank, string[]> = { data: [], document: [], manifest: [], index: [] };
  readonly #place: Place;
  readonly #former: Former | null;
  #keptArticleFiles = 0;
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
    if (isChanged) this.#changed[rank].push(path);
  }

  /** Reads a file of the edition that was added. */
  read(path: string): string {
    return this.bytes(path).toString();
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
    const ranks = new Map<string, Rank>();
    for (const rank of RANKS) for (const path of this.#changed[rank]) ranks.set(path, rank);
    for (const path of [...this.#files]) if (end.test(path)) yield [path, ranks.get(path) ?? null];
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
    const written = RANKS.reduce((sum, rank) => sum + this.#changed[rank].length, 0);
    const unchanged = this.#files.size + this.#keptArticleFiles - written;
    if (this.#former !== null) {
      const removed = this.#publishKnown(this.#former);
      return { written, unchanged, removed };
    }
    const before = readInventory(this.#out);
    this.#previous = [...before.previous];
    const isKnown = [...this.#files].every((path) => before.current.has(path));
    if (written === 0 && isKnown && before.current.size === this.#files.size) {
      return { written, unchanged, removed: 0 };
    }
    const removed = this.#isFirst ? this.#publishFirst() : this.#publish(before);
    return { written, unchanged, removed };
  }

  /** What the next run must know of the files, once they are in place. */
  notes(): Pick<EditionNotes, "files" | "previous"> {
    const files = [...this.#files].filter((path) => !OF_AN_ARTICLE.test(path));
    return { files, previous: this.#previous };
  }

  #publishFirst(): number {
    writeInventory(this.#folder, { current: this.#files, previous: new Set(), pending: new Set() });
    renameSync(this.#folder, this.#out);
    return 0;
  }

  #publish(before: Inventory): number {
    // Told before it is done: a run that dies in the middle leaves nothing that the next one would not know.
    writeInventory(this.#out, { ...before, pending: this.#files });
    const gone = this.#staleCopies(before);
    for (const path of gone) removeFile(this.#out, path);
    this.#rename(RANKS.flatMap((rank) => this.#changed[rank]));
    const kept = new Set(
      [...before.current, ...before.pending].filter((path) => !this.has(path) && !gone.has(path)),
    );
    this.#previous = [...kept];
    let removed = gone.size;
    for (const path of before.previous) {
      if (this.has(path) || kept.has(path) || gone.has(path)) continue;
      removeFile(this.#out, path);
      removed += 1;
    }
    writeInventory(this.#out, { current: this.#files, previous: kept, pending: new Set() });
    return removed;
  }

  /** Puts in place what is another than in the edition before; of that all is known. */
  #publishKnown(former: Former): number {
    const changed = RANKS.flatMap((rank) => this.#changed[rank]);
    const gone = new Set([...former.files, ...former.gone].filter((path) => !this.has(path)));
    this.#previous = former.previous;
    if (changed.length === 0 && gone.size === 0) return 0;
    this.#previous = [...gone];
    appendInventory(this.#out, [{ sign: "+", paths: changed }]);
    this.#rename(changed);
    const dropped = former.previous.filter((path) => !this.has(path) && !gone.has(path));
    for (const path of dropped) removeFile(this.#out, path);
    const fresh = [...this.#files].filter((path) => !former.files.has(path));
    appendInventory(this.#out, [
      { sign: "=", paths: new Set([...changed, ...fresh]) },
      { sign: "-", paths: gone },
      { sign: "!", paths: dropped },
    ]);
    return dropped.length;
  }

  #rename(paths: readonly string[]): void {
    const folders = new Set<string>();
    for (const path of paths) {
      const to = join(this.#out, path);
      makeFolder(dirname(to), folders);
      renameSync(join(this.#folder, path), to);
    }
  }

  /** Compressed copies of what this run changes or no longer compresses: servers would give them out for the files. */
  #staleCopies(before: Inventory): Set<string> {
    const known = [...before.current, ...before.previous, ...before.pending];
    const copies = known.filter((path) => COPY_ENDS.some((end) => path.endsWith(end)));
    const changed = new Set(copies.length > 0 ? Object.values(this.#changed).flat() : []);
    return new Set(
      copies.filter((path) => {
        const source = path.slice(0, path.lastIndexOf("."));
        return this.has(source) && (!this.has(path) || changed.has(source));
      }),
    );
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
