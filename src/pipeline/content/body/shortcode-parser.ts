import { lineAt } from "#pipeline/content/source/split-source.ts";
import { tagsIn } from "./shortcode-tags.ts";

/** The parameters of a shortcode: by place, or by name. */
export type Params = {
  readonly list: readonly string[];
  readonly named: ReadonlyMap<string, string>;
};

/** A call of a shortcode. */
export type Shortcode = {
  readonly name: string;
  readonly params: Params;
  /** What stands between its opening and its closing tag, shortcodes within rendered; null where it has none. */
  readonly inner: string | null;
  /** Within the body, from 1. */
  readonly line: number;
};

type Open = {
  readonly kind: "open";
  readonly name: string;
  readonly params: Params;
  readonly line: number;
};
type Token =
  | Open
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "close"; readonly name: string };

const PARAM = /(?:([\w-]+)=)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`]+))/gs;

/**
 * Replaces every shortcode of a text by what `render` makes of it. An escaped one becomes the text that it shows,
 * through `show`. Nested ones are rendered from the inside out.
 */
export function replaceShortcodes(
  text: string,
  render: (shortcode: Shortcode) => string,
  show: (text: string) => string,
): string {
  if (!text.includes("{{")) return text;
  const tokens = [...tokensOf(text, show)];
  const paired = pairsOf(tokens);
  const open: { readonly token: Open; text: string }[] = [];
  const whole = { text: "" };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "open" && paired.has(index)) open.push({ token, text: "" });
    else {
      const piece = pieceOf(token, paired.has(index) ? open.pop() : undefined, render);
      (open.at(-1) ?? whole).text += piece;
    }
  }
  return whole.text;
}

/** What a token leaves in the text; `opened` is what its closing tag ends. A stray closing tag leaves nothing. */
function pieceOf(
  token: Token,
  opened: { readonly token: Open; readonly text: string } | undefined,
  render: (shortcode: Shortcode) => string,
): string {
  if (token.kind === "text") return token.text;
  if (token.kind === "open") return render({ ...token, inner: null });
  return opened ? render({ ...opened.token, inner: opened.text }) : "";
}

function* tokensOf(text: string, show: (text: string) => string): Generator<Token> {
  let end = 0;
  let line = 1;
  for (const tag of tagsIn(text)) {
    const before = text.slice(end, tag.start);
    line += linesIn(before);
    if (before !== "") yield { kind: "text", text: before };
    const inside = text.slice(tag.start + 3, tag.end - 3);
    if (tag.isEscaped)
      yield { kind: "text", text: show(shownForm(text.slice(tag.start, tag.end))) };
    else yield tokenOf(inside, line);
    line += linesIn(inside);
    end = tag.end;
  }
  yield { kind: "text", text: text.slice(end) };
}

function linesIn(text: string): number {
  return lineAt(text, text.length) - 1;
}

/** `{{</* x *\/>}}` without its comment marks. */
function shownForm(tag: string): string {
  return `${tag.slice(0, 3)}${tag.slice(5, -5)}${tag.slice(-3)}`;
}

function tokenOf(inside: string, line: number): Token {
  const trimmed = inside.trim().replace(/\s*\/$/, "");
  const close = /^\/\s*(\S*)/.exec(trimmed);
  if (close) return { kind: "close", name: close[1] ?? "" };
  const name = /^\S*/.exec(trimmed)?.[0] ?? "";
  return { kind: "open", name, params: paramsOf(trimmed.slice(name.length)), line };
}

function paramsOf(text: string): Params {
  const list: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, quoted, raw, bare] of text.matchAll(PARAM)) {
    const value = quoted?.replace(/\\(.)/gs, "$1") ?? raw ?? bare ?? "";
    if (name) named.set(name.toLowerCase(), value);
    else list.push(value);
  }
  return { list, named };
}

/** The places of the tags that belong together: a closing tag and the nearest opening one of its name. */
function pairsOf(tokens: readonly Token[]): Set<number> {
  const paired = new Set<number>();
  const open: { name: string; index: number }[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number): number => {
    const sum = (counts.get(name) ?? 0) + by;
    counts.set(name, sum);
    return sum;
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "open") {
      open.push({ name: token.name, index });
      count(token.name, 1);
    }
    if (token.kind !== "close" || (counts.get(token.name) ?? 0) === 0) continue;
    for (let top = open.pop(); top; top = open.pop()) {
      count(top.name, -1);
      if (top.name !== token.name) continue;
      paired.add(top.index).add(index);
      break;
    }
  }
  return paired;
}
