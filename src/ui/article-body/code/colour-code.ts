import { readCode } from "./read-code.ts";
import type { Token } from "./tokens.ts";

/** Longer codes are data, and busy the browser for too long. */
const LONGEST = 30_000;

/** Which of the few colours a stretch has, by the first part of its scope's name; all others have the text's. */
const COLOURS = new Map<string, string>([
  ...["keyword", "name", "selector-tag", "section", "meta", "doctag"].map(
    (scope) => [scope, "code-word"] as const,
  ),
  ...["string", "regexp", "link", "symbol", "addition", "char"].map(
    (scope) => [scope, "code-string"] as const,
  ),
  ...["number", "literal", "bullet", "deletion"].map((scope) => [scope, "code-number"] as const),
  ...["comment", "quote"].map((scope) => [scope, "code-comment"] as const),
  ...[
    "title",
    "type",
    "attr",
    "attribute",
    "property",
    "selector-class",
    "selector-id",
    "built_in",
  ].map((scope) => [scope, "code-title"] as const),
]);

/**
 * Colours the codes of an article that say which language they are in, until what it returns is called. The text is
 * left as it is: the browser is told which stretches of it have which colour.
 */
export function colourCode(codes: readonly Element[]): () => void {
  const coloured: [Highlight, Range][] = [];
  for (const code of codes) {
    const text = code.textContent ?? "";
    const language = languageOf(code);
    if (language === null || text.length > LONGEST) continue;
    for (const [token, range] of rangesOf(code, readCode(text, language))) {
      const name = COLOURS.get(token.scope.replace(/\..*$/, ""));
      if (name === undefined) continue;
      const highlight = highlightOf(name);
      highlight.add(range);
      coloured.push([highlight, range]);
    }
  }
  return () => {
    for (const [highlight, range] of coloured) highlight.delete(range);
  };
}

/** The language that a code's class names; Markdown writes it on the code, others on the block around it. */
export function languageOf(code: Element): string | null {
  const named = `${code.className} ${code.parentElement?.className ?? ""}`;
  return /(?:^|\s)lang(?:uage)?-([\w+#-]+)/.exec(named)?.[1]?.toLowerCase() ?? null;
}

/** All articles of the page have these in common. */
function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

function* rangesOf(code: Element, tokens: readonly Token[]): Generator<[Token, Range]> {
  const texts = textsOf(code);
  // What is within another stands upon it: it must be coloured later.
  const inOrder = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const token of inOrder) {
    const range = document.createRange();
    const [first, last] = [placeOf(texts, token.start, true), placeOf(texts, token.end, false)];
    if (!(first && last)) continue;
    range.setStart(first.node, token.start - first.start);
    range.setEnd(last.node, token.end - last.start);
    yield [token, range];
  }
}

type TextPlace = { node: Node; start: number; end: number };

function textsOf(code: Element): TextPlace[] {
  const found: TextPlace[] = [];
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const end = start + (node.nodeValue?.length ?? 0);
    found.push({ node, start, end });
    start = end;
  }
  return found;
}

/** The text node that holds a place; at the border of two, the one that begins or the one that ends there. */
function placeOf(texts: readonly TextPlace[], at: number, isStart: boolean) {
  return texts.find(({ start, end }) =>
    isStart ? start <= at && at < end : start < at && at <= end,
  );
}
