import type { Sizes } from "#model/edition.ts";
import type { Resource } from "#pipeline/story.ts";
import type { Staging } from "./staging.ts";

/** How many bytes an article's file has, and how many the edition's own pictures in it have together. */
export type StorySize = Sizes[number];

const FOLDER = "data/files/";
const PICTURE = /data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)/gi;
const NONE: readonly string[] = [];

/** The addresses of the edition's own pictures that stand in an article's JSON, each once. */
export function picturesIn(article: string): readonly string[] {
  return article.includes(FOLDER) ? [...new Set(article.match(PICTURE))] : NONE;
}

/** How many bytes the pictures have that came with a story, once its files are in place. */
export function bytesOf(
  pictures: readonly string[],
  resources: readonly Resource[],
  staging: Staging,
): number {
  const own = pictures.filter((address) => resources.some(({ to }) => to === address));
  return own.reduce((sum, address) => sum + staging.sizeOf(address), 0);
}
