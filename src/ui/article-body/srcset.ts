import { readSrcset } from "#model/srcset.ts";
import { type Place, safeUrl } from "./url.ts";

const LONGEST = 16_384;
const MOST_CANDIDATES = 16;
const DESCRIPTOR = /^(?:\d{1,5}w|\d{1,2}(?:\.\d{1,3})?x)$/;

/** Makes a `srcset` safe: its candidates are read, those that may stay are written anew. Null where none may. */
export function safeSrcset(value: string, place: Place): string | null {
  const kept: string[] = [];
  for (const { url, descriptor } of readSrcset(value.slice(0, LONGEST))) {
    if (descriptor && !DESCRIPTOR.test(descriptor)) continue;
    const safe = safeUrl(url, "picture", place);
    if (!safe || safe.startsWith("data:") || /^,|,$|\s/.test(safe)) continue;
    kept.push(descriptor ? `${safe} ${descriptor}` : safe);
    if (kept.length === MOST_CANDIDATES) break;
  }
  return kept.length > 0 ? kept.join(", ") : null;
}
