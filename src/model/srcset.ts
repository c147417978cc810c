/** One of the pictures that a `srcset` offers: its address as written, and how wide or how dense it says it is. */
export type Candidate = { readonly url: string; readonly descriptor: string };

/** Reads candidates as the HTML standard's “parse a srcset attribute” does: an address may hold commas. */
export function* readSrcset(value: string): Generator<Candidate> {
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
