import { type Place, safeUrl } from "./url.ts";

const LONGEST = 16_384;
const MOST_CANDIDATES = 16;
const DESCRIPTOR = /^(?:\d{1,5}w|\d{1,2}(?:\.\d{1,3})?x)$/;

type Candidate = { url: string; descriptor: string };

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

/** Reads candidates as the HTML standard's “parse a srcset attribute” does: an address may hold commas. */
function* readSrcset(value: string): Generator<Candidate> {
  let rest = value;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, "");
    const word = /^\S+/.exec(rest)?.[0];
    if (!word) return;
    rest = rest.slice(word.length);
    const url = word.replace(/,+$/, "");
    if (url !== word) {
      yield { url, descriptor: "" };
      continue;
    }
    const end = descriptorEnd(rest);
    yield { url, descriptor: rest.slice(0, end).trim() };
    rest = rest.slice(end);
  }
}

/** The place of the comma that ends a descriptor: the first outside parentheses. */
function descriptorEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")") depth--;
    if (text[at] === "," && depth <= 0) return at;
  }
  return text.length;
}
