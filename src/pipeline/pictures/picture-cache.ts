import { hash } from "node:crypto";
import { mkdir, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { digestOf } from "#pipeline/edition/digest.ts";
import { tidyCache } from "./cache-tidying.ts";
import { type MadePicture, RECIPE } from "./make-sizes.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** So old, what is in use is marked as used. */
const WORTH_NOTING_MS = 30 * DAY_MS;

const SizeSchema = v.object({
  width: v.number(),
  /** Of its bytes, and how many those are. */
  digest: v.string(),
  bytes: v.number(),
  /** Its name in the picture's folder. */
  file: v.pipe(v.string(), v.regex(/^\w+\.webp$/)),
});
const PictureSchema = v.object({
  width: v.number(),
  height: v.number(),
  sizes: v.array(SizeSchema),
  square: SizeSchema,
});
/** A picture that was made, its files by their paths. */
export type KeptPicture = v.InferOutput<typeof PictureSchema>;

const FindingSchema = v.object({
  address: v.string(),
  /** In milliseconds since 1970: when its host was asked the last time. */
  asked: v.number(),
  etag: v.exactOptional(v.string()),
  modified: v.exactOptional(v.string()),
  /** The digest of what was found there; absent where nothing was. */
  digest: v.exactOptional(v.string()),
  /** Why nothing was, and when it is worth asking again. */
  fault: v.exactOptional(v.object({ words: v.string(), until: v.number() })),
});
/** What is known of a picture's address. */
export type Finding = v.InferOutput<typeof FindingSchema>;

/**
 * What earlier runs fetched and made, in a folder of its own. All of it can be had again: what is not there, or not as it
 * was written, counts as never made.
 */
export class PictureCache {
  readonly #folder: string;
  readonly #now: Date;
  #written = 0;

  constructor(folder: string, now: Date) {
    this.#folder = folder;
    this.#now = now;
  }

  async finding(address: string): Promise<Finding | null> {
    const finding = await readAs(this.#findingFile(address), FindingSchema);
    return finding?.address === address ? finding : null;
  }

  async note(finding: Finding): Promise<void> {
    await this.#write(this.#findingFile(finding.address), JSON.stringify(finding));
  }

  /** Finds what was made of the picture that has this digest; null where a part of it is missing. */
  async picture(digest: string): Promise<KeptPicture | null> {
    const folder = this.#pictureFolder(digest);
    const list = join(folder, "picture.json");
    const picture = await readAs(list, PictureSchema);
    if (!picture) return null;
    const at = ({ file, ...size }: KeptPicture["square"]) => ({
      ...size,
      file: join(folder, file),
    });
    const [sizes, square] = [picture.sizes.map(at), at(picture.square)];
    for (const { file, bytes } of [...sizes, square])
      if ((await sizeOf(file)) !== bytes) return null;
    await this.#markUsed(list);
    return { ...picture, sizes, square };
  }

  /** Keeps what was made of a picture. */
  async keep(digest: string, { sizes, square, ...shown }: MadePicture): Promise<void> {
    const folder = this.#pictureFolder(digest);
    const kept: KeptPicture["sizes"] = [];
    for (const { width, bytes } of [...sizes, square]) {
      const file = `${kept.length < sizes.length ? width : "square"}.webp`;
      await this.#write(join(folder, file), bytes);
      kept.push({ width, digest: digestOf(bytes), bytes: bytes.length, file });
    }
    const list = { ...shown, sizes: kept.slice(0, -1), square: kept.at(-1) };
    // Last, so that whoever finds it finds the files.
    await this.#write(join(folder, "picture.json"), JSON.stringify(list));
  }

  /** Removes what no run used for long; that is looked for now and then. */
  async tidy(): Promise<void> {
    await tidyCache(this.#folder, this.#now);
  }

  #findingFile(address: string): string {
    const name = hash("sha256", address).slice(0, 32);
    return join(this.#folder, "addresses", name.slice(0, 2), `${name}.json`);
  }

  #pictureFolder(digest: string): string {
    return join(this.#folder, `pictures-${RECIPE}`, digest.slice(0, 2), digest);
  }

  /** Writes a file whole or not at all; another run may do the same. */
  async #write(path: string, content: string | Buffer): Promise<void> {
    this.#written += 1;
    const part = `${path}.${process.pid}-${this.#written}.part`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, content);
    await utimes(part, this.#now, this.#now);
    await rename(part, path);
  }

  async #markUsed(file: string): Promise<void> {
    const { mtimeMs } = await stat(file);
    if (this.#now.getTime() - mtimeMs > WORTH_NOTING_MS) await utimes(file, this.#now, this.#now);
  }
}

async function readAs<T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
  try {
    const read = v.safeParse(schema, JSON.parse(await readFile(path, "utf8")));
    return read.success ? read.output : null;
  } catch {
    // Not there, or damaged: either way it is made anew.
    return null;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
