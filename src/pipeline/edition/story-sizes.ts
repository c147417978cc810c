import { dataAddress } from "#model/address.ts";
import type { Sizes } from "#model/edition.ts";
import type { Staging } from "./staging.ts";

const PICTURE = /data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)/gi;

/** Says how many bytes an article's file has, and how many the edition's own pictures that it names have together. */
export function sizesOf(id: string, staging: Staging): Sizes[number] {
  const article = staging.bytes(dataAddress.articleFile(id));
  const pictures = new Set(article.toString().match(PICTURE));
  return [article.length, [...pictures].reduce((sum, address) => sum + staging.sizeOf(address), 0)];
}
