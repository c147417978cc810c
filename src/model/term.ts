/** What a story can be filtered by. */
export const TERM_KINDS = ["tag", "source", "section"] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** One thing to filter by: a tag, a source or a section, by its key. */
export type Term = { readonly kind: TermKind; readonly key: string };

/**
 * Makes the key of a term: two labels with one key are the same term.
 *
 * Lower case, white space as single hyphens, and only letters, marks, digits and `. / \ _ # + ~ - @`, as Hugo's
 * `urlize` does. A label of none of these keeps its lower-case form.
 */
export function termKey(label: string): string {
  if (PLAIN.test(label)) return label.replaceAll(" ", "-");
  const lower = label.normalize("NFC").trim().toLowerCase();
  const key = lower
    .replace(/\s+/gu, "-")
    .replace(/[^\p{L}\p{M}\p{N}./\\_#+~@-]/gu, "")
    .replace(/-{2,}/gu, "-")
    .replace(/^-|-$/gu, "");
  return key || lower;
}

/** Needs nothing done to it but for its spaces: most labels of a million stories are such. */
const PLAIN = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/;

/** Says whether two terms are the same. */
export function isSameTerm(a: Term, b: Term): boolean {
  return a.kind === b.kind && a.key === b.key;
}

/** The part of a key that names its place in the directory of terms: its first two characters. */
export function termPrefix(key: string): string {
  return Array.from(key).slice(0, 2).join("");
}
