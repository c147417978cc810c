import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { useChoiceCounts } from "#data/edition/use-choice-counts.ts";
import { useOrder } from "#data/edition/use-order.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { useTermSearch } from "#data/edition/use-term-search.ts";
import { page } from "#model/address.ts";
import { type Filter, filterFromSearch, includedOf, isEmptyFilter } from "#model/filter.ts";
import type { TermKind } from "#model/term.ts";
import { failureWords } from "#ui/failure-words.ts";
import filterMessages from "#ui/filter/filter.messages.json";
import { FilterSentence } from "#ui/filter/filter-sentence.tsx";
import { TermChoices } from "#ui/filter/term-choices.tsx";
import { useDeedNow } from "#ui/keys/deeds.ts";
import { Link } from "#ui/link.tsx";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { Drawing, Icon } from "#ui/shell/icon.tsx";
import messages from "./tags.messages.json";

const KINDS = [
  { kind: "tag", find: "findTag" },
  { kind: "source", find: "findSource" },
  { kind: "section", find: "findSection" },
] as const;

const WAY = "inline-flex min-h-11 items-center gap-1.5 hover:text-ink";

/** Where one chooses what the list shows: by tag, source and section. */
export function TagsPage() {
  const { say } = useMessages(messages);
  const { say: sayOfFilter } = useMessages(filterMessages);
  const findAnything = useDeedNow("palette");
  const { search } = useLocation();
  const filter = filterFromSearch(search);
  const labelOf = useTermLabels(filter);
  const [now] = useState(() => new Date());
  const order = useOrder(filter, now);
  const [chosen, setKind] = useState<TermKind | null>(null);
  const manifest = useQuery(manifestQuery());
  // An edition need not have tags: then one begins with what it has.
  const isUsed = (each: { kind: TermKind }) => manifest.data?.counts.terms[each.kind] !== 0;
  const used = KINDS.find(isUsed);
  const kind = chosen ?? used?.kind ?? "tag";
  useEffect(() => {
    document.title = say("windowTitle");
  }, [say]);
  return (
    <div className="mx-auto max-w-[40.4rem] px-5 wide:px-10">
      <header className="sticky top-0 z-10 border-b border-rule bg-page pt-6 pb-2 wide:pt-12">
        <h1 tabIndex={-1} className="font-serif text-title font-medium tracking-tight outline-none">
          {say("title")}
        </h1>
        <p className="mt-1 font-serif text-lead text-soft wide:hidden">
          <FilterSentence
            filter={filter}
            labelOf={labelOf}
            toFilter={page.tags.to}
            plain={say("all")}
            subject={sayOfFilter("stories")}
          />
        </p>
        <p className="flex min-h-11 flex-wrap items-center gap-x-5 text-small text-soft">
          <span role="status">
            {order.status === "ready"
              ? say("count", { count: order.count })
              : order.status === "loading" && "…"}
          </span>
          <Link
            to={page.latest.to(filter)}
            className="inline-flex min-h-11 items-center text-ink underline decoration-accent underline-offset-4 wide:hidden"
          >
            {say("show")}
          </Link>
          {isEmptyFilter(filter) ? null : (
            <Link
              to={page.tags.to()}
              className="ms-auto inline-flex min-h-11 items-center hover:text-ink"
            >
              {say("clear")}
            </Link>
          )}
        </p>
        {includedOf(filter, "tag").length < 2 ? null : <MatchChoice filter={filter} />}
      </header>
      <p className="mt-2 flex flex-wrap gap-x-6 text-small text-soft">
        <Link to={page.views.to()} className={WAY}>
          <Drawing className="!size-4">
            <path d="M4 6h16M7.5 12h9M10.5 18h3" />
          </Drawing>
          {say("views")}
        </Link>
        <Link to={page.minutes.to()} className={WAY}>
          <Icon name="clock" className="!size-4" />
          {say("minutes")}
        </Link>
        {findAnything ? (
          <button type="button" onClick={findAnything} className={WAY}>
            <Icon name="search" className="!size-4" />
            {say("anything")}
          </button>
        ) : null}
      </p>
      <p className="mt-2 font-serif text-lead text-soft text-pretty">{say("how")}</p>
      <fieldset className="mt-3 flex min-w-0 flex-wrap gap-x-6">
        <legend className="sr-only">{say("filterBy")}</legend>
        {KINDS.filter(isUsed).map((each) => (
          <label
            key={each.kind}
            className="inline-flex min-h-11 cursor-pointer items-center border-b-2 border-transparent text-soft has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="kind"
              className="sr-only"
              checked={each.kind === kind}
              onChange={() => setKind(each.kind)}
            />
            {say(each.kind)}
          </label>
        ))}
      </fieldset>
      {KINDS.filter((each) => each.kind === kind).map((each) => (
        <Finder key={each.kind} kind={each.kind} find={say(each.find)} filter={filter} now={now} />
      ))}
    </div>
  );
}

/** Whether stories must have all of the chosen tags or any one of them. */
function MatchChoice({ filter }: { filter: Filter }) {
  const { say } = useMessages(messages);
  const choices = [
    { match: "all", words: say("matchAll") },
    { match: "any", words: say("matchAny") },
  ] as const;
  return (
    <p className="flex gap-6 text-small">
      {choices.map(({ match, words }) => (
        <Link
          key={match}
          to={page.tags.to({ ...filter, match })}
          aria-current={filter.match === match ? "true" : undefined}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent text-soft aria-[current]:border-accent aria-[current]:text-ink"
        >
          {words}
        </Link>
      ))}
    </p>
  );
}

/** So many choices are counted at a time: each costs the places of its stories. */
const MOST_SHOWN = 40;

function Finder({
  kind,
  find,
  filter,
  now,
}: {
  kind: TermKind;
  find: string;
  filter: Filter;
  now: Date;
}) {
  const speech = useSpeech();
  const { say } = useMessages(messages);
  const name = say(kind);
  const [text, setText] = useState("");
  const { entries, isLoading, error } = useTermSearch(kind, text);
  const shown = entries.slice(0, MOST_SHOWN);
  const leftBy = useChoiceCounts(filter, kind, shown, now);
  return (
    <section aria-label={name} className="pb-16">
      <label className="mt-3 flex min-h-11 items-center gap-3 border-b border-ink text-faint focus-within:border-accent">
        <Icon name="search" />
        <span className="sr-only">{find}</span>
        <input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={find}
          autoComplete="off"
          spellCheck={false}
          className="min-h-11 w-full bg-transparent text-lead text-ink outline-none placeholder:text-faint"
        />
      </label>
      <p role="status" className="mt-4 mb-1 min-h-5 text-small text-faint">
        {error
          ? say("failed", { reason: failureWords(error, speech) })
          : !isLoading && shown.length === 0
            ? text === ""
              ? say("none")
              : say("noneFound")
            : text === ""
              ? say("mostUsed")
              : ""}
      </p>
      <TermChoices
        name={name}
        filter={filter}
        toFilter={page.tags.to}
        choices={shown.map(({ key, label }) => ({ term: { kind, key }, label, left: leftBy(key) }))}
      />
    </section>
  );
}
