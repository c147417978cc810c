import { type Filter, includedOf, isEmptyFilter } from "#model/filter.ts";
import { localeOf } from "#model/language.ts";
import type { Term, TermKind } from "#model/term.ts";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import messages from "./filter.messages.json";

/** Which parts of its sentence a filter has, as the message asks for them. */
export function presence(filter: Filter) {
  const isThere = (terms: readonly Term[]) => (terms.length > 0 ? "yes" : "no");
  return {
    tags: isThere(includedOf(filter, "tag")),
    sources: isThere(includedOf(filter, "source")),
    sections: isThere(includedOf(filter, "section")),
    without: isThere(filter.exclude),
    some: isThere(filter.include),
  };
}

/** The parts of a list of which one is enough, with what stands between them: "a, b or c". */
export function listParts(locale: string, names: readonly string[]) {
  return new Intl.ListFormat(locale, { type: "disjunction" }).formatToParts(names);
}

/** Says a filter in one line of plain text, such as a window's title can show; empty for the empty filter. */
export function filterWords(
  filter: Filter,
  labelOf: (term: Term) => string,
  speech: Speech,
): string {
  if (isEmptyFilter(filter)) return "";
  const { say, plain } = messagesOf(messages, speech);
  const anyOf = (terms: readonly Term[]) =>
    listParts(localeOf(speech.language), terms.map(labelOf))
      .map(({ value }) => value)
      .join("");
  const included = (kind: TermKind) => includedOf(filter, kind);
  const joint = ` ${say(filter.match === "all" ? "and" : "or")} `;
  return plain("sentence", {
    subject: say("stories"),
    ...presence(filter),
    t: () => included("tag").map(labelOf).join(joint),
    s: () => anyOf(included("source")),
    c: () => anyOf(included("section")),
    n: () => anyOf(filter.exclude),
  });
}
