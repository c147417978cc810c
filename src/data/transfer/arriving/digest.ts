import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Article } from "#model/article.ts";

// The browser's own digest is given to secure pages alone, and an edition may be served in a network at home.

/** The id of an article that is known by its address: the same however the address is written. */
export function idOfAddress(address: string): string {
  return hexOf(plainForm(address)).slice(0, 20);
}

/** The digest of an article that no edition holds. */
export function digestOf(article: Article): string {
  return hexOf(JSON.stringify(article)).slice(0, 16);
}

function hexOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** Two addresses with one such form lead to one article: scheme, `www.`, fragment and last slash tell nothing. */
function plainForm(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, "");
  return `${url.host.replace(/^www\./, "")}${path}${url.search}`;
}
