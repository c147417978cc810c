/** The languages that front matter is written in. */
export type FrontMatterFormat = "yaml" | "toml" | "json";

/** A content file cut in two. */
export type SplitSource = {
  readonly format: FrontMatterFormat | null;
  readonly frontMatter: string;
  /** The line of the file on which the front matter's text begins, from 1. */
  readonly frontMatterLine: number;
  readonly body: string;
  readonly bodyLine: number;
};

/** Says that front matter was opened and never closed. */
export type Unclosed = { readonly unclosed: string; readonly line: number };

const DELIMITED = /(?:(-{3})(?!-)|(\+{3})(?!\+))/y;

/**
 * Cuts a content file into front matter and body as Hugo's lexer does (`pagelexer_intro.go`): blank lines before it
 * and a comment around it are allowed; without front matter the whole file is body.
 */
export function splitSource(text: string): SplitSource | Unclosed {
  const open = /^\uFEFF?\s*(?:<!--[^\n]*\n\s*)?/.exec(text)?.[0] ?? "";
  const start = open.length;
  const isCommented = open.includes("<!--");
  DELIMITED.lastIndex = start;
  const delimiter = DELIMITED.exec(text)?.[0];
  const line = lineAt(text, start);
  if (delimiter) return splitDelimited(text, start, delimiter, line, isCommented);
  // `{{` opens a shortcode, which no JSON begins with.
  if (text[start] === "{" && text[start + 1] !== "{") {
    return splitJson(text, start, line, isCommented);
  }
  const body = text.replace(/^\uFEFF/, "");
  return { format: null, frontMatter: "", frontMatterLine: 1, body, bodyLine: 1 };
}

function splitDelimited(
  text: string,
  start: number,
  delimiter: string,
  line: number,
  isCommented: boolean,
): SplitSource | Unclosed {
  const end = /\r\n?|\n/.exec(text.slice(start));
  const from = end ? start + end.index + end[0].length : text.length;
  const close = new RegExp(`^${delimiter === "---" ? "---" : "\\+\\+\\+"}`, "m");
  const at = close.exec(text.slice(from));
  if (!at) return { unclosed: delimiter, line };
  const to = from + at.index;
  const format = delimiter === "---" ? "yaml" : "toml";
  // A word behind the opening delimiter is part of the front matter, and wrong there.
  const first = text.slice(start + 3, from).trim() === "" ? from : start + 3;
  return {
    format,
    frontMatter: text.slice(first, to),
    frontMatterLine: first === from ? line + 1 : line,
    ...bodyFrom(text, to + 3, isCommented),
  };
}

function splitJson(
  text: string,
  start: number,
  line: number,
  isCommented: boolean,
): SplitSource | Unclosed {
  const length = jsonLength(text.slice(start));
  if (length === null) return { unclosed: "{", line };
  return {
    format: "json",
    frontMatter: text.slice(start, start + length),
    frontMatterLine: line,
    ...bodyFrom(text, start + length, isCommented),
  };
}

/** How far the braces balance outside strings; null where they never do. One pass: a text may be all quotation marks. */
function jsonLength(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at);
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** The body behind the closing delimiter: from the next line on, and behind the comment's end. */
function bodyFrom(text: string, end: number, isCommented: boolean) {
  const rest = text.slice(end);
  const skipped = isCommented ? /^[\s\S]*?-->[^\S\n]*(?:\r?\n)?/ : /^[^\S\r\n]*(?:\r\n?|\n)?/;
  const start = end + (skipped.exec(rest)?.[0].length ?? 0);
  return { body: text.slice(start), bodyLine: lineAt(text, start) };
}

/** The line, from 1, on which the character at an index stands. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < index; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}
