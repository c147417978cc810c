/** Where a shortcode's tag stands in a text. */
export type Tag = { readonly start: number; readonly end: number; readonly isEscaped: boolean };

/** What matters within a tag: a quoted text, its end, or the start of another, which no tag holds. */
const STOP = /["`]|[>%]\}\}|\{\{[<%]/g;
const ESCAPED_END = /\*\/[>%]\}\}/g;
/** Longer ones are none. The bound keeps the work linear in a text of nothing but starts. */
const LONGEST = 20_000;
const LONGEST_QUOTE = 5000;

/** Finds the tags `{{< … >}}` and `{{% … %}}`, and the escaped ones. */
export function* tagsIn(text: string): Generator<Tag> {
  const start = /\{\{[<%](\/\*)?/g;
  const lastEnd = text.lastIndexOf("}}");
  for (let match = start.exec(text); match; match = start.exec(text)) {
    if (match.index > lastEnd) return;
    const isEscaped = match[1] !== undefined;
    const end = isEscaped ? escapedEnd(text, start.lastIndex) : tagEnd(text, start.lastIndex);
    if (end === null) continue;
    yield { start: match.index, end, isEscaped };
    start.lastIndex = end;
  }
}

function escapedEnd(text: string, from: number): number | null {
  ESCAPED_END.lastIndex = 0;
  const match = ESCAPED_END.exec(text.slice(from, from + LONGEST));
  return match ? from + match.index + match[0].length : null;
}

function tagEnd(text: string, from: number): number | null {
  let at = from;
  while (at < from + LONGEST) {
    STOP.lastIndex = at;
    const match = STOP.exec(text);
    if (!match || match[0].startsWith("{")) return null;
    if (match[0].length > 1) return STOP.lastIndex;
    const end = quoteEnd(text, match.index);
    if (end === null) return null;
    at = end;
  }
  return null;
}

/** A quoted text ends at the next quote of its kind; only in double quotes a backslash hides one. */
function quoteEnd(text: string, start: number): number | null {
  const quoted = text.slice(start, start + LONGEST_QUOTE);
  const pattern = quoted.startsWith('"') ? /^"(?:\\[\s\S]|[^"\\])*"/ : /^`[^`]*`/;
  const match = pattern.exec(quoted);
  return match ? start + match[0].length : null;
}
