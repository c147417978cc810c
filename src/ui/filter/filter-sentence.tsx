import { Fragment, type ReactNode } from "react";
import { Link } from "react-router-dom";
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
import { Icon } from "#ui/shell/icon.tsx";

type Address = { pathname: string; search?: string };

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
  /** What begins the sentence when something does: "Stories". */
  subject: string;
}) {
  const { filter } = props;
  if (isEmptyFilter(filter)) return <>{plain}</>;
  return (
    <>
      {subject}
      <Part words=" about " kind="tag" {...props} />
      <Part words=" from " kind="source" {...props} />
      <Part words=" in " kind="section" {...props} />
      {filter.exclude.length === 0 ? null : (
        <>
          {filter.include.length === 0 ? " " : ", "}not{" "}
          {filter.exclude.map((term, index) => (
            <Fragment key={term.kind + term.key}>
              {index === 0 ? null : index === filter.exclude.length - 1 ? " or " : ", "}
              <Token term={term} {...props} />
            </Fragment>
          ))}
        </>
      )}
    </>
  );
}

function Part({ words, kind, ...props }: SentenceProps & { words: string; kind: TermKind }) {
  const terms = includedOf(props.filter, kind);
  if (terms.length === 0) return null;
  const joint: ReactNode = kind === "tag" ? <MatchSwitch {...props} /> : "or";
  return (
    <>
      {words}
      {terms.map((term, index) => (
        <Fragment key={term.key}>
          {index === 0 ? null : <> {joint} </>}
          <Token term={term} {...props} />
        </Fragment>
      ))}
    </>
  );
}

function MatchSwitch({ filter, toFilter }: SentenceProps) {
  const other = filter.match === "all" ? "any" : "all";
  return (
    <Link
      to={toFilter({ ...filter, match: other })}
      aria-label={`${filter.match === "all" ? "and" : "or"}: press for stories with ${other} of them`}
      title={`Show stories with ${other} of them`}
      className="relative border-b border-dotted border-faint after:absolute after:-inset-x-2 after:-inset-y-3 hover:text-accent"
    >
      {filter.match === "all" ? "and" : "or"}
    </Link>
  );
}

function Token({ term, filter, labelOf, toFilter }: SentenceProps & { term: Term }) {
  const state = termState(filter, term);
  const label = labelOf(term);
  const next = nextState(state);
  return (
    <span className="whitespace-nowrap">
      <Link
        to={toFilter(withTerm(filter, term, next))}
        title={next === "excluded" ? `Leave out ${label}` : `Stop leaving out ${label}`}
        className={
          state === "excluded"
            ? "border-b-[1.5px] border-dashed border-accent text-soft italic line-through decoration-1"
            : "border-b-[1.5px] border-accent italic"
        }
      >
        <bdi>{label}</bdi>
      </Link>
      <Link
        to={toFilter(withTerm(filter, term, "off"))}
        aria-label={`Remove ${label} from the filter`}
        title={`Remove ${label}`}
        className="relative -top-[0.45em] ms-1 inline-grid h-3 w-3 place-items-center text-faint after:absolute after:-inset-y-4 after:-start-1 after:-end-3 hover:text-accent"
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
  total: number | undefined;
  toChoose?: Address | undefined;
  /** Asks for the day to go to, or no longer. */
  onDay?: (() => void) | undefined;
  isAskingDay?: boolean;
  /** Opens what else one can do with the list, beside the button that was pressed. */
  onMore?: (button: HTMLElement) => void;
  /** A further line below. */
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="sticky top-0 z-20 border-b border-rule bg-page px-4 pt-4 pb-1 wide:px-6 wide:pt-6">
      <h1
        tabIndex={-1}
        className="font-serif text-head leading-[1.36] font-normal text-pretty outline-none"
      >
        <FilterSentence {...props} />
      </h1>
      <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-4 text-small text-soft">
        <span aria-live="polite">
          {total === undefined ? (
            "…"
          ) : (
            <>
              <b className="font-semibold text-ink tabular-nums">{total.toLocaleString("en-GB")}</b>{" "}
              {total === 1 ? "story" : "stories"}
            </>
          )}
        </span>
        {children}
        <span className="ms-auto flex gap-4">
          {onDay ? (
            <button
              type="button"
              aria-label="Go to a day"
              aria-expanded={isAskingDay}
              onClick={onDay}
              className="min-h-11 min-w-11 text-end hover:text-ink"
            >
              Day
            </button>
          ) : null}
          {isEmptyFilter(props.filter) ? null : (
            <Link
              to={props.toFilter(EMPTY_FILTER)}
              className="inline-flex min-h-11 min-w-11 items-center justify-end hover:text-ink"
            >
              Clear
            </Link>
          )}
          {toChoose ? (
            <Link
              to={toChoose}
              className="inline-flex min-h-11 min-w-11 items-center justify-end hover:text-ink"
            >
              {isEmptyFilter(props.filter) ? "Filter" : "Change"}
            </Link>
          ) : null}
          {onMore ? (
            <button
              type="button"
              aria-label="More for this list"
              aria-haspopup="menu"
              title="More"
              onClick={(event) => onMore(event.currentTarget)}
              className="-me-3 -ms-3 grid size-11 place-items-center rounded-full text-faint hover:text-ink"
            >
              <Icon name="more" />
            </button>
          ) : null}
        </span>
      </div>
      {note}
    </header>
  );
}
