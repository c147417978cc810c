import { type Filter, includedOf, isEmptyFilter } from "#model/filter.ts";
import type { Term, TermKind } from "#model/term.ts";

/** Says a filter in one line of plain text, such as a window's title can show; empty for the empty filter. */
export function filterWords(filter: Filter, labelOf: (term: Term) => string): string {
  if (isEmptyFilter(filter)) return "";
  const part = (words: string, kind: TermKind, joint: string) => {
    const labels = includedOf(filter, kind).map(labelOf);
    return labels.length === 0 ? "" : ` ${words} ${labels.join(` ${joint} `)}`;
  };
  const without = filter.exclude.map(labelOf).join(" or ");
  const joint = filter.match === "all" ? "and" : "or";
  return `Stories${part("about", "tag", joint)}${part("from", "source", "or")}${part("in", "section", "or")}${without && `, not ${without}`}`;
}
