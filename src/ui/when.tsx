import { createContext, useContext, useMemo } from "react";
import { useLanguage } from "./messages/messages.tsx";

/** The edition's days and times are one zone's, the same for every reader, as in print. */
type Calendar = { timeZone: string; locale: string; today: string };

const CalendarContext = createContext<Calendar>({ timeZone: "UTC", locale: "en-GB", today: "" });

/** How instants are written in one way, and what was written so. */
type Way = { readonly format: Intl.DateTimeFormat; readonly said: Map<string, string> };

/** So many are remembered of each way; a list says the same few days and hours again with each row that it draws. */
const MOST_SAID = 500;
const ways = new Map<string, Way>();

/** An instant in words. To ask Intl is slow: it took more of a list's scrolling than the rows themselves. */
function say(locale: string, options: Intl.DateTimeFormatOptions, instant: string): string {
  const key = JSON.stringify([locale, options]);
  const way = ways.get(key) ?? {
    format: new Intl.DateTimeFormat(locale, options),
    said: new Map<string, string>(),
  };
  ways.set(key, way);
  const known = way.said.get(instant);
  if (known !== undefined) return known;
  if (way.said.size >= MOST_SAID) way.said.clear();
  const words = way.format.format(new Date(instant));
  way.said.set(instant, words);
  return words;
}

function dayOf(instant: string, timeZone: string): string {
  return say("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }, instant);
}

/** Gives everything below it the edition's zone and the reader's present day. */
export function CalendarProvider({
  timeZone,
  now,
  children,
}: {
  timeZone: string;
  now: Date;
  children: React.ReactNode;
}) {
  const today = dayOf(now.toISOString(), timeZone);
  const { locale } = useLanguage();
  const calendar = useMemo(() => ({ timeZone, locale, today }), [timeZone, locale, today]);
  return <CalendarContext value={calendar}>{children}</CalendarContext>;
}

/** Gives the functions that put an instant in words. */
export function useCalendar() {
  const calendar = useContext(CalendarContext);
  return useMemo(() => calendarOf(calendar), [calendar]);
}

const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const YEAR = { year: "numeric" } as const;

/** The functions that put an instant in words. */
export function calendarOf({ timeZone, locale, today }: Calendar) {
  const time = (date: string) => say(locale, { timeZone, ...HOUR }, date);
  const day = (date: string) => dayOf(date, timeZone);
  const inWords = (date: string, more?: Intl.DateTimeFormatOptions) => {
    const options = { timeZone, weekday: "long", day: "numeric", month: "long", ...more } as const;
    // In English "Tuesday 13 January 2026", with and without a year.
    return say(locale, options, date).replace(/^([a-z]+day),/i, "$1");
  };
  /** A day in words; the year stands only where it is another than today's. */
  const long = (date: string) =>
    inWords(date, day(date).slice(0, 4) === today.slice(0, 4) ? {} : YEAR);
  /** A content file that gives only a day stands at midnight: then no time is shown. */
  const hasTime = (date: string) => time(date) !== "00:00";
  const full = (date: string) => inWords(date, hasTime(date) ? { ...YEAR, ...HOUR } : YEAR);
  /** False too where nothing is known of the other one. */
  const isSameDay = (date: string | null, other: string | null | undefined) =>
    date === null || other === null || other === undefined
      ? date === other
      : day(date) === day(other);
  /** A day such as `2024-11-20` in words. */
  const dayInWords = (each: string) =>
    say(
      locale,
      { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" },
      `${each}T00:00:00Z`,
    );
  return { time, day, dayInWords, long, full, hasTime, isSameDay };
}

/** An instant: the hour in lists (the day stands above), the day in those without days, or all of it. */
export function When({ date, as }: { date: string; as: "hour" | "day" | "full" }) {
  const calendar = useCalendar();
  if (as === "hour" && !calendar.hasTime(date)) return null;
  return (
    <time dateTime={date} title={calendar.full(date)}>
      {as === "hour"
        ? calendar.time(date)
        : as === "day"
          ? calendar.dayInWords(calendar.day(date))
          : calendar.full(date)}
    </time>
  );
}
