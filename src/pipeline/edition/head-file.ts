import { dataAddress } from "#model/address.ts";
import { digestOf } from "./digest.ts";
import type { Staging } from "./staging.ts";
import type { Arrangement } from "./story-index.ts";

/** So many stories does the first screen have, of the edition and of a term. */
export const HEAD_LENGTH = 30;
const MOST_PINNED = 8;

/** Writes the newest stories, and gives the file's digest and text. */
export function writeHead(arrangement: Arrangement, staging: Staging) {
  const newest: string[] = [];
  for (let number = arrangement.count - 1; number >= 0 && newest.length < HEAD_LENGTH; number--) {
    newest.push(arrangement.summaryAt(number));
  }
  const pinned = arrangement.pinned.slice(0, MOST_PINNED).map(arrangement.summaryAt);
  const text = `{"pinned":[${pinned.join(",")}],"newest":[${newest.join(",")}]}`;
  const digest = digestOf(text);
  staging.putNamed(dataAddress.head(digest), text);
  return { digest, text };
}
