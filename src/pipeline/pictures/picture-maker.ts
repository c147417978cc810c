import pLimit from "p-limit";
import { dataAddress } from "#model/address.ts";
import { digestOf } from "#pipeline/edition/digest.ts";
import type { LocalPicture } from "#pipeline/story.ts";
import { makeSizes } from "./make-sizes.ts";
import type { KeptPicture, PictureCache } from "./picture-cache.ts";

/** Pictures worked on at a time: each takes memory, and a processor. */
const MADE_AT_ONCE = 2;
/** So many are remembered; what was forgotten is found in the cache. */
const MOST_KNOWN = 20_000;

/** A picture, and the digest of what it was made of. */
export type Made = { readonly picture: LocalPicture; readonly digest: string };

/** Makes the sizes of pictures, of each that is the same but once, whatever its addresses. */
export class PictureMaker {
  readonly #cache: PictureCache;
  readonly #inTurn = pLimit(MADE_AT_ONCE);
  readonly #made = new Map<string, Promise<LocalPicture>>();

  constructor(cache: PictureCache) {
    this.#cache = cache;
  }

  /** @throws PictureError */
  async make(bytes: Buffer): Promise<Made> {
    const digest = digestOf(bytes);
    const making = this.#made.get(digest) ?? this.#make(digest, bytes);
    if (this.#made.size >= MOST_KNOWN) this.#made.clear();
    this.#made.set(digest, making);
    return { picture: await making, digest };
  }

  /** Finds what an earlier run made; null where it is not there any more. */
  async kept(digest: string): Promise<LocalPicture | null> {
    const kept = await this.#cache.picture(digest);
    return kept && localPicture(digest, kept);
  }

  async #make(digest: string, bytes: Buffer): Promise<LocalPicture> {
    const kept = await this.kept(digest);
    if (kept) return kept;
    await this.#inTurn(async () => this.#cache.keep(digest, await makeSizes(bytes)));
    const made = await this.kept(digest);
    if (!made) throw new Error("The cache of pictures does not keep what is put into it.");
    return made;
  }
}

/** All files of one picture begin with one name, its digest, by which they are known to belong together. */
function localPicture(digest: string, { width, height, sizes, square }: KeptPicture): LocalPicture {
  const resourceOf = (size: KeptPicture["square"], name: string) => ({
    from: size.file,
    to: dataAddress.resource(size.digest, `${digest}-${name}.webp`),
  });
  return {
    width,
    height,
    sizes: sizes.map((size) => ({ width: size.width, ...resourceOf(size, `${size.width}`) })),
    square: resourceOf(square, "square"),
  };
}
