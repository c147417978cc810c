import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import pLimit from "p-limit";
import type { Dispatcher } from "undici";
import type { LocalPicture, PictureHouse } from "#pipeline/story.ts";
import { publicDispatcher } from "./ask-picture.ts";
import { FarPictures } from "./far-pictures.ts";
import { PictureCache } from "./picture-cache.ts";
import { PictureError } from "./picture-error.ts";
import { PictureMaker } from "./picture-maker.ts";

const PAUSE_MS = 150;
const LARGEST_FILE = 100_000_000;
const READ_AT_ONCE = 2;
/** So many are remembered; what was forgotten is found in the cache. */
const MOST_KNOWN = 20_000;

/** What a run's pictures need from outside. */
export type PictureNeeds = {
  /** The folder of the cache. */
  readonly cache: string;
  readonly now: Date;
  /** What connects to hosts; without one, only such as are public are connected to. */
  readonly dispatcher?: Dispatcher;
  /** Waits between two questions to one host. */
  readonly pause?: () => Promise<unknown>;
  /** Told each time that a picture is looked for or settled. */
  readonly onProgress?: (settled: number, all: number) => void;
};

/** Makes pictures the edition's own: fetches them, makes their sizes, and keeps both for the next run. */
export class Pictures implements PictureHouse {
  readonly #cache: PictureCache;
  readonly #maker: PictureMaker;
  readonly #far: FarPictures;
  /** What this run opened itself, and has to close. */
  readonly #opened: Dispatcher | null;
  readonly #onProgress: PictureNeeds["onProgress"];
  readonly #reading = pLimit(READ_AT_ONCE);
  /** By address, or path: each is looked for once, as long as there is no end of them. */
  readonly #known = new Map<string, Promise<LocalPicture | string>>();
  #all = 0;
  #own = 0;
  #settled = 0;

  constructor(needs: PictureNeeds) {
    const { cache, now, pause = () => setTimeout(PAUSE_MS) } = needs;
    this.#cache = new PictureCache(cache, now);
    this.#maker = new PictureMaker(this.#cache);
    const dispatcher = needs.dispatcher ?? publicDispatcher();
    this.#opened = needs.dispatcher ? null : dispatcher;
    this.#far = new FarPictures(this.#cache, this.#maker, dispatcher, now.getTime(), pause);
    this.#onProgress = needs.onProgress;
  }

  fromAddress(address: string): Promise<LocalPicture | string> {
    return this.#once(address, () => this.#far.find(address));
  }

  fromFile(from: string): Promise<LocalPicture | string> {
    return this.#once(from, () =>
      this.#reading(async () => (await this.#maker.make(await readOwn(from))).picture),
    );
  }

  /** How many were made the edition's own. */
  get count(): number {
    return this.#own;
  }

  /** Ends the run's work: notes what is known of silent hosts, and lets go of what is not used any more. */
  async end(): Promise<void> {
    try {
      await this.#far.end();
      await this.#cache.tidy();
    } catch (error) {
      // What a cache can't keep is had again another time; that it can't was told of each picture.
      if (!isSystemError(error)) throw error;
    } finally {
      await this.#opened?.close();
    }
  }

  #once(name: string, find: () => Promise<LocalPicture>): Promise<LocalPicture | string> {
    const found = this.#known.get(name) ?? this.#lookFor(find);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(name, found);
    return found;
  }

  async #lookFor(find: () => Promise<LocalPicture>): Promise<LocalPicture | string> {
    this.#all += 1;
    this.#onProgress?.(this.#settled, this.#all);
    try {
      const picture = await find();
      this.#own += 1;
      return picture;
    } catch (error) {
      if (error instanceof PictureError) return error.message;
      // A full disk, say: the story is published all the same.
      if (isSystemError(error)) return `it can't be kept (${error.code})`;
      throw error;
    } finally {
      this.#settled += 1;
      this.#onProgress?.(this.#settled, this.#all);
    }
  }
}

async function readOwn(from: string): Promise<Buffer> {
  try {
    const { size } = await stat(from);
    if (size > LARGEST_FILE) throw new PictureError("unusable", "it is too large");
    return await readFile(from);
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    throw new PictureError("unusable", "it can't be read", { cause });
  }
}

function isSystemError(error: unknown): error is Error & { readonly code: unknown } {
  return error instanceof Error && "syscall" in error && "code" in error;
}
