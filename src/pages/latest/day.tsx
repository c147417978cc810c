import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useNavigate } from "react-router-dom";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { useDay } from "#data/edition/use-day.ts";
import type { StoryOrder } from "#data/edition/use-order.ts";
import { page } from "#model/address.ts";
import { type Manifest, UNDATED } from "#model/edition.ts";
import type { Filter } from "#model/filter.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { useCalendar } from "#ui/when.tsx";
import messages from "./day.messages.json";
import { ListError } from "./list-error.tsx";

// What takes a list to a day; loaded when a reader asks for one, or an address names one.

/** Asks for the day to go to, in place of the line under the list's name. */
export function DayForm({
  day,
  filter,
  onEnd,
}: {
  day: string | null;
  filter: Filter;
  onEnd: () => void;
}) {
  const { say } = useMessages(messages);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const { first, last } = span(useQuery(manifestQuery()).data);
  useEffect(() => {
    const asked = document.activeElement;
    field.current?.focus();
    return () => {
      if (asked instanceof HTMLElement) asked.focus({ preventScroll: true });
    };
  }, []);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (field.current) void navigate(page.latest.to(filter, field.current.value));
    onEnd();
  };
  return (
    <form
      onSubmit={go}
      onKeyDown={({ key }) => {
        if (key === "Escape") onEnd();
      }}
      className="flex items-center gap-2 border-t border-rule py-1 text-small text-soft"
    >
      <input
        ref={field}
        type="date"
        aria-label={say("which")}
        required
        min={first}
        max={last}
        defaultValue={day ?? last}
        className="min-h-11 min-w-0 rounded-[3px] border border-rule bg-page px-2 text-base text-ink"
      />
      <button type="submit" className="min-h-11 min-w-11 font-semibold text-ink">
        {say("go")}
      </button>
      <button type="button" onClick={onEnd} className="ms-auto min-h-11 min-w-11 hover:text-ink">
        {say("cancel")}
      </button>
    </form>
  );
}

/** The first and the last day that can be gone to; the last month is taken for whole, since its file says more than is asked. */
function span(manifest: Manifest | undefined) {
  const months = (manifest?.months ?? [])
    .map(([month]) => month)
    .filter((name) => name !== UNDATED);
  const [newest] = months;
  const oldest = months.at(-1);
  if (newest === undefined || oldest === undefined) return {};
  const [year = 0, month = 0] = newest.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { first: `${oldest}-01`, last: `${newest}-${days}` };
}

/** Says on which day the list stands, and why it is not the one that was asked for. */
export function DayNote({
  order,
  day,
  filter,
}: {
  order: StoryOrder;
  day: string;
  filter: Filter;
}) {
  const { say, rich } = useMessages(messages);
  const state = useDay(order, day);
  const calendar = useCalendar();
  const inWords = (each: string) => (
    <b className="font-semibold text-ink">{calendar.dayInWords(each)}</b>
  );
  const found = state.status === "found" ? (state.place?.day ?? null) : undefined;
  return (
    <p className="mb-1 flex items-center gap-4 border-t border-rule text-small text-soft">
      <span role="status" className="py-2">
        {found === undefined ? "…" : null}
        {found === null ? say("noDates") : null}
        {found === day ? rich("from", { d: () => inWords(day) }) : null}
        {found && found !== day
          ? rich("nothing", { d: () => inWords(day), f: () => inWords(found) })
          : null}
      </span>
      <Link
        to={page.latest.to(filter)}
        className="ms-auto inline-flex min-h-11 min-w-11 items-center justify-end hover:text-ink"
      >
        {say("newest")}
      </Link>
    </p>
  );
}

/** Draws a list where it stands on a day, once that is known. */
export function AtDay({
  order,
  day,
  loading,
  children,
}: {
  order: StoryOrder;
  day: string;
  loading: ReactNode;
  /** Gets the number of the day's newest story. */
  children: (start: number) => ReactNode;
}) {
  const state = useDay(order, day);
  if (state.status === "loading") return loading;
  if (state.status === "error") return <ListError error={state.error} onRetry={state.retry} />;
  return children(state.place?.index ?? 0);
}
