import { type ReactNode, useDeferredValue, useId, useMemo } from "react";
import { page } from "#model/address.ts";
import { type Filter, nextState, termState, withTerm } from "#model/filter.ts";
import type { SavedRecord } from "#model/saved.ts";
import { LENGTHS, type SavedView, SHELVES, SORTS, viewToSearch } from "#model/saved-view.ts";
import type { TermKind } from "#model/term.ts";
import { Link } from "#ui/link.tsx";
import { useLanguage, useMessages } from "#ui/messages/messages.tsx";
import { labelCounts, type TermCount, termCounts } from "./saved-terms.ts";
import messages from "./view-panel.messages.json";

/** So many of the tags and of the sources stand there to choose; the others are reached by the stories that have them. */
const MOST_TERMS = 14;
const NONE: readonly SavedRecord[] = [];

/** Gives the address of a view of the saved stories. */
export function toView(view: SavedView) {
  return page.saved.to(undefined, viewToSearch(view));
}

/** What the list shows and in which order; a panel that opens over it. */
export function ViewPanel({
  id,
  view,
  records,
}: {
  id: string;
  view: SavedView;
  records: readonly SavedRecord[];
}) {
  const { say } = useMessages(messages);
  // Behind the list's rows, which need none of it.
  const counted = useDeferredValue(records, NONE);
  const { own, tags, sources } = useMemo(
    () => ({
      own: labelCounts(counted),
      tags: termCounts(counted, "tag"),
      sources: termCounts(counted, "source"),
    }),
    [counted],
  );
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={say("name")}
      className="fixed inset-x-3 top-auto bottom-20 mx-auto my-0 max-h-[70dvh] w-auto max-w-[42rem] space-y-4 overflow-y-auto border border-rule bg-raised p-5 text-ink wide:inset-x-auto wide:top-28 wide:mx-0 wide:bottom-auto wide:start-[calc(64px+clamp(320px,38vw,400px)-23rem)] wide:w-[22rem] full:start-[calc(clamp(216px,13.5rem,20vw)+428px-23rem)]"
    >
      <Choice legend={say("which")}>
        {SHELVES.map((shelf) => (
          <Option key={shelf} to={{ ...view, shelf }} isChosen={view.shelf === shelf}>
            {say(shelf)}
          </Option>
        ))}
      </Choice>
      <Choice legend={say("order")}>
        {SORTS.map((sort) => (
          <Option key={sort} to={{ ...view, sort }} isChosen={view.sort === sort}>
            {say(sort)}
          </Option>
        ))}
      </Choice>
      <Choice legend={say("howLong")}>
        <Option to={{ ...view, length: null }} isChosen={view.length === null}>
          {say("anyLength")}
        </Option>
        {LENGTHS.map((length) => (
          <Option key={length} to={{ ...view, length }} isChosen={view.length === length}>
            {say(length)}
          </Option>
        ))}
      </Choice>
      {own.length === 0 ? null : (
        <Choice legend={say("ownTags")}>
          {own.slice(0, MOST_TERMS).map(({ key, label, count }) => {
            const isChosen = view.labels.includes(key);
            const labels = isChosen
              ? view.labels.filter((each) => each !== key)
              : [...view.labels, key];
            return (
              <Option key={key} to={{ ...view, labels }} isChosen={isChosen}>
                <Counted label={label} count={count} />
              </Option>
            );
          })}
        </Choice>
      )}
      <Terms legend={say("tags")} kind="tag" view={view} terms={tags} />
      <Terms legend={say("sources")} kind="source" view={view} terms={sources} />
    </div>
  );
}

function Terms({
  legend,
  kind,
  view,
  terms,
}: {
  legend: string;
  kind: TermKind;
  view: SavedView;
  terms: readonly TermCount[];
}) {
  if (terms.length === 0) return null;
  const next = (key: string): Filter => {
    const term = { kind, key };
    return withTerm(view.filter, term, nextState(termState(view.filter, term)));
  };
  return (
    <Choice legend={legend}>
      {terms.slice(0, MOST_TERMS).map(({ key, label, count }) => {
        const state = termState(view.filter, { kind, key });
        return (
          <Option key={key} to={{ ...view, filter: next(key) }} isChosen={state === "included"}>
            <Counted label={label} count={count} isOut={state === "excluded"} />
          </Option>
        );
      })}
    </Choice>
  );
}

function Counted({ label, count, isOut = false }: Omit<TermCount, "key"> & { isOut?: boolean }) {
  const { say } = useMessages(messages);
  const { locale } = useLanguage();
  return (
    <>
      <bdi className={isOut ? "italic line-through" : ""}>{label}</bdi>
      {isOut ? <span className="sr-only">{say("leftOut")}</span> : null}
      <span className="ms-1.5 text-faint tabular-nums">{count.toLocaleString(locale)}</span>
    </>
  );
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-small font-semibold text-ink">
        {legend}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-5">{children}</ul>
    </section>
  );
}

function Option({
  to,
  isChosen,
  children,
}: {
  to: SavedView;
  isChosen: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        to={toView(to)}
        aria-current={isChosen ? "true" : undefined}
        className="inline-flex min-h-11 min-w-8 items-center border-b-2 border-transparent text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
      >
        {children}
      </Link>
    </li>
  );
}
