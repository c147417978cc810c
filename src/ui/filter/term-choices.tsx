import { type Filter, nextState, termState, withTerm } from "#model/filter.ts";
import type { Term } from "#model/term.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import messages from "./term-choices.messages.json";

export type TermChoice = {
  term: Term;
  label: string;
  /** How many stories would be left with it; undefined while that is being found out. */
  left: number | undefined;
};

/** Terms to choose among: a press includes one, a second excludes it, a third lets it go. */
export function TermChoices({
  choices,
  filter,
  toFilter,
  name,
}: {
  choices: readonly TermChoice[];
  filter: Filter;
  toFilter: (filter: Filter) => Address;
  name: string;
}) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  return (
    <ul
      aria-label={name}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,max(11rem,40%)),1fr))] gap-x-8"
    >
      {choices.map(({ term, label, left }) => {
        const state = termState(filter, term);
        return (
          <li key={term.key} className="border-b border-rule">
            <Link
              to={toFilter(withTerm(filter, term, nextState(state)))}
              className="group flex min-h-11 items-baseline gap-3 py-2.5"
            >
              <span
                className={`min-w-0 font-serif text-lead leading-snug [overflow-wrap:anywhere] ${
                  {
                    off: left === 0 ? "text-faint" : "within-hover:text-accent",
                    included: "font-semibold text-accent",
                    excluded: "text-soft italic line-through decoration-accent",
                  }[state]
                }`}
              >
                <bdi>{label}</bdi>
              </span>
              <span className="sr-only">, {say(state)}</span>
              <span className="ms-auto text-small text-faint tabular-nums">
                {left === undefined ? "" : left.toLocaleString(locale)}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
