import { parseBounded } from "./parse-bounded.ts";

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
  const { text, blocks } = wordsOf(html) ?? wordsOf(html.replace(TAGS, " ")) ?? NOTHING;
  const characters = text.match(CJK)?.length ?? 0;
  const words = text
    .replace(CJK, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return {
    excerpt: cutAtWord(text.replace(/\s+/g, " ").trim()),
    words: words + characters,
    minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)),
    placeAt: placeIn(Math.max(1, blocks)),
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

type Words = { readonly text: string; readonly blocks: number };

const NOTHING: Words = { text: "", blocks: 0 };
/** For when there are too many to be parsed; ends where the text ends, or each that never does would be looked through. */
const TAGS = /<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[^<>]*>?/gi;

/** Gives the text, and of how many elements it is made; null where they are nested deeper than can be read. */
function wordsOf(html: string): Words | null {
  const parts: string[] = [];
  let open = 0;
  let unread = 0;
  let blocks = 0;
  const isWhole = parseBounded(html, {
    onopentag: (name) => {
      if (open === 0) blocks += 1;
      open += 1;
      if (UNREAD.has(name)) unread += 1;
      else if (unread === 0 && !INLINE.has(name)) parts.push(" ");
    },
    ontext: (text) => {
      if (unread === 0) parts.push(text);
    },
    onclosetag: (name) => {
      open -= 1;
      if (UNREAD.has(name)) unread -= 1;
    },
  });
  return isWhole ? { text: parts.join(""), blocks } : null;
}

function cutAtWord(text: string): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const cut = text.slice(0, LONGEST_EXCERPT).replace(/\s+\S*$/, "");
  return `${cut.replace(/\p{Cs}/gu, "")}…`;
}
