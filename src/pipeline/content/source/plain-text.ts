import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";

/** Goes to the end where nothing ends it, or each that never ends would be looked through; one such is text. */
const COMMENT = /<!--(?:[\s\S]*?-->|([\s\S]*))/g;
/** Ends at the next `<` too, so that a lone one does not swallow the rest of a text. */
const TAG = /<\/?[a-z][^<>]*>/gi;
/** What feeds write in titles. Other tags there are words of the title: “the <title> element”. */
const FORMATTING =
  /<(\/?)(a|b|br|cite|code|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?\/?>/gi;
const BREAKING = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|hr)\b[^<>]*>/gi;
/** C0 and C1 controls; overrides and isolates of direction; invisible characters, but not the joiners U+200C and U+200D. */
const INVISIBLE = /[\p{Cc}\u00AD\u180E\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Makes one line of plain text of what may hold entities, invisible characters and closed formatting tags; any other
 * tag is text. At most `longest` UTF-16 units, cut at a word.
 */
export function plainText(text: string, longest: number): string {
  return cutAtWord(oneLine(withoutEntities(withoutFormatting(startOf(text, longest)))), longest);
}

/** The same of what is HTML: every tag goes. */
export function htmlText(html: string, longest: number): string {
  return cutAtWord(oneLine(withoutEntities(withoutTags(startOf(html, longest)))), longest);
}

/** Nobody's title: what is cut here would be cut in the end anyway, after much work. */
function startOf(text: string, longest: number): string {
  return text.length > longest * 20 ? text.slice(0, longest * 20) : text;
}

/**
 * What words of common characters, one space between two, don't have: without it nothing is to be done. It is looked
 * for, since to try whether a text is made of such words alone takes a step back's memory for each.
 */
const NOT_ONE_LINE = /[^ -~\u00C0-\u024F\u2010-\u2027]| {2}/;

/** Makes one line of a text: invisible characters go, white space is collapsed. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || !NOT_ONE_LINE.test(trimmed)) return trimmed;
  return text
    .replace(/(?:[^\S\uFEFF]|\u0085)+/gu, " ")
    .replace(INVISIBLE, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/ {2,}/g, " ")
    .trim();
}

function withoutTags(html: string): string {
  if (!html.includes("<")) return html;
  return html
    .replace(COMMENT, (_, rest = "") => rest)
    .replace(BREAKING, " ")
    .replace(TAG, "");
}

/** Takes off the formatting tags that belong together. */
function withoutFormatting(text: string): string {
  if (!text.includes("<")) return text;
  const open = new Map<string, number[]>();
  const paired = new Set<number>();
  for (const { index, 1: slash, 2: written = "" } of text.matchAll(FORMATTING)) {
    const name = written.toLowerCase();
    const begun = open.get(name) ?? [];
    const start = slash ? begun.pop() : index;
    if (start === undefined) continue;
    if (slash || name === "br" || name === "wbr") paired.add(index).add(start);
    else open.set(name, begun).get(name)?.push(index);
  }
  return text.replace(FORMATTING, (tag, _, name: string, index: number) => {
    if (!paired.has(index)) return tag;
    return /^(?:br|p)$/i.test(name) ? " " : "";
  });
}

/** Reads a text's entities; whatever looks like a tag in it is text. */
export function withoutEntities(text: string): string {
  return text.includes("&") ? textContent(parseDocument(text.replaceAll("<", "&lt;"))) : text;
}

/** Cuts a text between words, where there are any, and marks the cut. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = start.lastIndexOf(" ");
  const end = space > longest * 0.6 ? start.slice(0, space) : start;
  return `${end.replace(/[\s,;:.–—-]+$/u, "")}…`;
}
