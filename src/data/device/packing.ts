import { decode, encode } from "base32768";
import { deflateSync, inflateSync } from "fflate";
import type { Article } from "#model/article.ts";

/**
 * Packs an article for storage: deflate, then 15 bits to each character, since localStorage counts characters.
 *
 * JSON escapes lone surrogates, so every text comes back as it was. Import this file lazily: nothing at start needs it.
 */
export function packArticle(article: Article): string {
  return encode(deflateSync(new TextEncoder().encode(JSON.stringify(article)), { level: 9 }));
}

/**
 * Unpacks what `packArticle` packed; the value has yet to be parsed.
 *
 * @throws Error where the text is damaged.
 */
export function unpackArticle(packed: string): unknown {
  const bytes = inflateSync(decode(packed));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}
