import type { Article } from "./article.ts";

/** Which pictures an article shows. */
export type ArticlePictures = {
  /** The edition's own, each once, as addresses below its base. */
  readonly own: readonly string[];
  /** How many come from other hosts. */
  readonly elsewhere: number;
};

const OWN = /data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)/;
/** Bounded, so that no body makes it look far. */
const ELSEWHERE = /<img\b[^<>]{0,2000}?\ssrc\s*=\s*["']?\s*(?:https?:)?\/\//gi;

/**
 * Finds the pictures of an article. The body is searched as text, since what stands in it is not parsed before it is
 * shown: an address in its prose counts too, which costs a request and no more.
 *
 * @param base of the edition; the body's addresses begin with it.
 */
export function picturesOf({ body, picture }: Article, base: string): ArticlePictures {
  const literal = base.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const inBody = new RegExp(`["'\\s,=]${literal}(${OWN.source})(?=["'\\s,>])`, "gi");
  const own = new Set(Array.from(body.matchAll(inBody), ([, address = ""]) => address));
  const whole = new RegExp(`^${OWN.source}$`, "i");
  // What its row shows; the largest is there for whoever links to the story.
  const shown = picture?.square ?? picture?.src ?? "";
  if (whole.test(shown)) own.add(shown);
  return { own: [...own], elsewhere: Array.from(body.matchAll(ELSEWHERE)).length };
}

/** Names the picture that is at an address of the edition's own: the files of its sizes are named by it, and end in their size. */
export function pictureName(address: string): string {
  return address.replace(/^.*\/([0-9a-f]{16})-(?:\d+|square)\.webp$/, "$1");
}
