import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";

const COMMENT = /<!--[\s\S]*?-->/g;
/** Ends at the next `<` too, so that a lone one does not swallow the rest of a text. */
const TAG = /<\/?[a-z][^<>]*>/gi;
const BREAKING = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|hr)\b[^<>]*>/gi;
/** C0 and C1 controls; overrides and isolates of direction; invisible characters, but not the joiners U+200C and U+200D. */
const INVISIBLE = /[\p{Cc}\u00AD\u180E\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Makes one line of plain text of what may hold tags, entities and invisible characters; at most `longest` UTF-16
 * units, cut at a word.
 */
export function plainText(text: string, longest: number): string {
  // Nobody's title: what is cut here would be cut below anyway, after much work.
  const start = text.length > longest * 20 ? text.slice(0, longest * 20) : text;
  return cutAtWord(oneLine(withoutMarkup(start)), longest);
}

/** Makes one line of a text: invisible characters go, white space is collapsed. */
export function oneLine(text: string): string {
  return text
    .replace(/(?:[^\S\uFEFF]|\u0085)+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/ {2,}/g, " ")
    .trim();
}

function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const bare = text.replace(COMMENT, "").replace(BREAKING, " ").replace(TAG, "");
  return bare.includes("&") ? textContent(parseDocument(bare.replaceAll("<", "&lt;"))) : bare;
}

/** Cuts a text between words, where there are any, and marks the cut. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = start.lastIndexOf(" ");
  const end = space > longest * 0.6 ? start.slice(0, space) : start;
  return `${end.replace(/[\s,;:.–—-]+$/u, "")}…`;
}
