import { inflateSync } from "fflate";
import type { Article } from "#model/article.ts";
import { decode, encode } from "./base32768.ts";

/**
 * Packs an article for storage: deflate, then 15 bits to each character, since localStorage counts characters.
 *
 * JSON escapes lone surrogates, so every text comes back as it was. Import this file lazily: nothing at start needs it.
 */
export async function packArticle(article: Article): Promise<string> {
  // The browser's own, which needs no warming up: what is written in JavaScript holds a slow phone up for 80 ms.
  const deflating = new CompressionStream("deflate-raw");
  const writer = deflating.writable.getWriter();
  const [deflated] = await Promise.all([
    new Response(deflating.readable).arrayBuffer(),
    writer.write(new TextEncoder().encode(JSON.stringify(article))),
    writer.close(),
  ]);
  return encode(new Uint8Array(deflated));
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
