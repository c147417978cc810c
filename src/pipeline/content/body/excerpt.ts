import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { cutAtWord, oneLine } from "#pipeline/content/source/plain-text.ts";
import { BLOCK, nodesIn, textIn } from "./html-tree.ts";
import type { PlainHtml } from "./plain-html.ts";

/** As many characters as two lines of the widest list hold: more is in every list and seen in none. */
const LONGEST = 210;
/** Nobody's first words. */
const SKIPPED = new Set("h1 h2 h3 h4 h5 h6 figure figcaption table pre nav sup".split(" "));

/**
 * Gives what lists show of a text, by Hugo's rule: what stands before `<!--more-->`, else the summary that the front
 * matter holds, else the first paragraphs; as plain text of at most 210 characters, cut at a word.
 */
export function excerptOf(tree: Document, summary: string | undefined): string {
  const before = textBeforeDivider(tree);
  return cutAtWord(oneLine(before ?? summary ?? firstParagraphs(tree)), LONGEST);
}

/** The same of a text without a divider, whose first paragraphs were read. */
export function plainExcerpt({ text, lead }: PlainHtml, summary: string | undefined): string {
  const first = oneLine(lead) === "" ? text.slice(0, LONGEST * 4) : lead;
  return cutAtWord(oneLine(summary ?? first), LONGEST);
}

function textBeforeDivider(tree: Document): string | null {
  const parts: string[] = [];
  for (const node of contentOf(tree)) {
    if (node.type === "comment") return parts.join("");
    if (isText(node)) parts.push(node.data);
    else if (isTag(node) && BLOCK.has(node.name)) parts.push(" ");
  }
  return null;
}

function firstParagraphs(tree: Document): string {
  let text = "";
  for (const node of contentOf(tree)) {
    if (!isTag(node) || node.name !== "p") continue;
    text += ` ${textIn(node)}`;
    if (text.length > LONGEST * 2) return text;
  }
  return oneLine(text) === "" ? textIn(tree).slice(0, LONGEST * 4) : text;
}

/** The nodes of a tree without those below headings, tables, code and the like. */
function* contentOf(tree: Document | Element): Generator<ChildNode> {
  const skipped = new Set<unknown>();
  for (const node of nodesIn(tree)) {
    if (skipped.has(node.parent) || (isTag(node) && SKIPPED.has(node.name))) skipped.add(node);
    else yield node;
  }
}
