import { Fragment, type ReactNode } from "react";
import {
  EMPTY_FILTER,
  type Filter,
  includedOf,
  isEmptyFilter,
  nextState,
  termState,
  withTerm,
} from "#model/filter.ts";
import type { Term, TermKind } from "#model/term.ts";
import { type Address, Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { Icon } from "#ui/shell/icon.tsx";
import messages from "./filter.messages.json";
import { listParts, presence } from "./filter-words.ts";

type SentenceProps = {
  filter: Filter;
  labelOf: (term: Term) => string;
  toFilter: (filter: Filter) => Address;
};

/** The filter as a sentence, every word of which can be pressed: a term to exclude it or let it go, the "and" to make it "or". */
export function FilterSentence({
  plain,
  subject,
  ...props
}: SentenceProps & {
  /** What the list is called when nothing filters it: "The latest stories". */
  plain: string;
  /** What the sentence is about when something does: "Stories". */
  subject: string;
}) {
  const { rich } = useMessages(messages);
  const { filter } = props;
  if (isEmptyFilter(filter)) return <>{plain}</>;
  return (
    <>
      {rich("sentence", {
        subject,
        ...presence(filter),
        t: () => <Included kind="tag" {...props} />,
        s: () => <Included kind="source" {...props} />,
        c: () => <Included kind="section" {...props} />,
        n: () => <Terms terms={filter.exclude} {...props} />,
      })}
    </>
  );
}

function Included({ kind, ...props }: SentenceProps & { kind: TermKind }) {
  const terms = includedOf(props.filter, kind);
  if (kind !== "tag") return <Terms terms={terms} {...props} />;
  return terms.map((term, index) => (
    <Fragment key={term.key}>
      {index === 0 ? null : (
        <>
          {" "}
          <MatchSwitch {...props} />{" "}
        </>
      )}
      <Token term={term} {...props} />
    </Fragment>
  ));
}

/** Terms of which one is enough: "a, b or c", as the language writes it. */
function Terms({ terms, ...props }: SentenceProps & { terms: readonly Term[] }) {
  const { locale } = useLanguage();
  const parts = listParts(
    locale,
    terms.map(({ kind, key }) => kind + key),
  );
  let next = 0;
  return parts.map(({ type, value }) => {
    const term = type === "element" ? terms[next++] : undefined;
    return term ? <Token key={value} term={term} {...props} /> : value;
  });
}

function MatchSwitch({ filter, toFilter }: SentenceProps) {
  const { say } = useMessages(messages);
  const isAll = filter.match === "all";
  return (
    <Link
      to={toFilter({ ...filter, match: isAll ? "any" : "all" })}
      aria-label={say(isAll ? "andToOr" : "orToAnd")}
      title={say(isAll ? "showAny" : "showAll")}
      className="relative border-b border-dotted border-faint after:absolute after:-inset-x-2 after:-inset-y-3 hover:text-accent"
    >
      {say(isAll ? "and" : "or")}
    </Link>
  );
}

/** As high as a line, so that a finger finds it. */
const TOKEN =
  "relative border-b-[1.5px] border-accent italic after:absolute after:inset-x-0 after:-inset-y-2";

function Token({ term, filter, labelOf, toFilter }: SentenceProps & { term: Term }) {
  const state = termState(filter, term);
  const label = labelOf(term);
  const next = nextState(state);
  const { say } = useMessages(messages);
  return (
    <span className="inline-block max-w-full [overflow-wrap:anywhere]">
      <Link
        to={toFilter(withTerm(filter, term, next))}
        title={say(next === "excluded" ? "leaveOut" : "letIn", { label })}
        className={
          state === "excluded"
            ? `${TOKEN} border-dashed text-soft line-through decoration-1`
            : TOKEN
        }
      >
        <bdi>{label}</bdi>
      </Link>
      <Link
        to={toFilter(withTerm(filter, term, "off"))}
        aria-label={say("removeFromFilter", { label })}
        title={say("remove", { label })}
        // A comma stands below it, close to the word.
        className="relative -top-[0.55em] -ms-0.5 -me-1.5 inline-grid h-3 w-3 place-items-center text-faint after:absolute after:-inset-y-4 after:-start-1 after:-end-3 hover:text-accent"
      >
        <Icon name="close" className="!size-3" />
      </Link>
    </span>
  );
}

/** The head of a list: the sentence, the true count, and what one can do about the filter. */
export function ListHead({
  total,
  toChoose,
  onDay,
  isAskingDay,
  onMore,
  note,
  children,
  ...props
}: SentenceProps & {
  plain: string;
  subject: string;
  /** Undefined as long as it is not known; null where it can't be had. */
  total: number | null | undefined;
  toChoose?: Address | undefined;
  /** Asks for the day to go to, or no longer. */
  onDay?: (() => void) | undefined;
  isAskingDay?: boolean;
  /** Opens what else one can do with the list, beside the button that was pressed. */
  onMore?: ((button: HTMLElement) => void) | undefined;
  /** A further line below. */
  note?: ReactNode;
  children?: ReactNode;
}) {
  const { say, rich } = useMessages(messages);
  return (
    <header className="sticky top-0 z-20 border-b border-rule bg-page px-4 pt-4 pb-1 wide:px-6 wide:pt-6">
      <h1
        tabIndex={-1}
        className={`font-serif text-head leading-[1.36] font-normal text-pretty outline-none ${onMore ? "pe-9" : ""}`}
      >
        <FilterSentence {...props} />
      </h1>
      {onMore ? (
        <button
          type="button"
          aria-label={say("moreForList")}
          aria-haspopup="menu"
          title={say("moreForList")}
          onClick={(event) => onMore(event.currentTarget)}
          className="absolute end-1 top-2 grid size-11 place-items-center rounded-full text-faint hover:text-ink wide:end-3 wide:top-4"
        >
          <Icon name="more" />
        </button>
      ) : null}
      <div className="mt-2 flex min-h-11 flex-wrap items-center gap-x-4 text-small text-soft">
        <span aria-live="polite">
          {total === undefined
            ? "…"
            : total !== null &&
              rich("count", {
                count: total,
                b: (words) => <b className="font-semibold text-ink tabular-nums">{words}</b>,
              })}
        </span>
        {children}
        <span className="no-print ms-auto -me-2 flex empty:hidden">
          {onDay ? (
            <button
              type="button"
              aria-label={say("toDay")}
              aria-expanded={isAskingDay}
              onClick={onDay}
              className="min-h-11 min-w-11 px-2 hover:text-ink"
            >
              {say("day")}
            </button>
          ) : null}
          {isEmptyFilter(props.filter) ? null : (
            <Link
              to={props.toFilter(EMPTY_FILTER)}
              className="inline-flex min-h-11 min-w-11 items-center justify-center px-2 hover:text-ink"
            >
              {say("clear")}
            </Link>
          )}
          {toChoose ? (
            <Link
              to={toChoose}
              className="inline-flex min-h-11 min-w-11 items-center justify-center px-2 hover:text-ink"
            >
              {say(isEmptyFilter(props.filter) ? "filter" : "change")}
            </Link>
          ) : null}
        </span>
      </div>
      {note}
    </header>
  );
}
