import { isTag, isText, type ParentNode } from "domhandler";
import { parseDocument } from "htmlparser2";

/** What lists show of a text, and where in it one is. */
export type HtmlText = {
  readonly excerpt: string;
  readonly words: number;
  readonly minutes: number;
  /** The place after so much of it, from 0 to 1; null at its start. */
  readonly placeAt: (progress: number) => { block: number; fraction: number } | null;
};

const LONGEST_EXCERPT = 280;
/** The pipeline's own figures, which are Hugo's. */
const WORDS_A_MINUTE = 213;
const CHARACTERS_A_MINUTE = 501;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const UNREAD = new Set(["script", "style", "template", "noscript", "head", "title"]);
const INLINE = new Set(
  "a abbr b bdi cite code em i kbd mark q s samp small span strong sub sup u".split(" "),
);

/** Reads the words of HTML. What it gives is plain text; the HTML itself is cleaned when it is shown. */
export function readHtml(html: string): HtmlText {
  if (html.trim() === "") return { excerpt: "", words: 0, minutes: 1, placeAt: placeIn(1) };
  const tree = parseDocument(html);
  const text = textOf(tree);
  const characters = text.match(CJK)?.length ?? 0;
  const words = text
    .replace(CJK, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return {
    excerpt: cutAtWord(text.replace(/\s+/g, " ").trim()),
    words: words + characters,
    minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)),
    placeAt: placeIn(Math.max(1, tree.children.filter(isTag).length)),
  };
}

function placeIn(blocks: number): HtmlText["placeAt"] {
  return (progress) => {
    if (progress <= 0) return null;
    const at = Math.min(progress, 1) * blocks;
    const block = Math.min(blocks - 1, Math.floor(at));
    return { block, fraction: Math.min(1, Math.round((at - block) * 1000) / 1000) };
  };
}

/** Walks with a list of its own: strangers' elements are nested as deep as they like. */
function textOf(root: ParentNode): string {
  const parts: string[] = [];
  const waiting: ParentNode["children"] = [...root.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) parts.push(node.data);
    if (!isTag(node) || UNREAD.has(node.name)) continue;
    if (!INLINE.has(node.name)) parts.push(" ");
    for (let child = node.lastChild; child; child = child.prev) waiting.push(child);
  }
  return parts.join("");
}

function cutAtWord(text: string): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const cut = text.slice(0, LONGEST_EXCERPT).replace(/\s+\S*$/, "");
  return `${cut.replace(/\p{Cs}/gu, "")}…`;
}
