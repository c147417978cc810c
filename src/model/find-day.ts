import { type Month, UNDATED } from "./edition.ts";
import type { Order, Ref } from "./order.ts";

/** Where a list stands on a day: the number of the day's newest story, and the day, which may be another than the one asked for. */
export type DayPlace = { readonly index: number; readonly day: string };

/** Gives a month's file; null where the edition has no such month. */
export type MonthReader = (month: string) => Promise<Month | null>;

/**
 * Finds the newest story of a day in a list; where there is none, that of the nearest day that has one, of two as near the
 * earlier. Null where no story of the list has a date.
 */
export async function findDay(
  order: Order,
  day: string,
  monthOf: MonthReader,
): Promise<DayPlace | null> {
  const index = await firstUpTo(order, day, monthOf);
  const [earlier, later] = await Promise.all([
    dayAt(order.refAt(index), monthOf),
    dayAt(order.refAt(index - 1), monthOf),
  ]);
  if (earlier !== null && (later === null || apart(day, earlier) <= apart(day, later))) {
    return { index, day: earlier };
  }
  return later === null ? null : { index: await firstUpTo(order, later, monthOf), day: later };
}

/** The number of the newest story that is of a day or of one before it. */
async function firstUpTo(order: Order, day: string, monthOf: MonthReader): Promise<number> {
  const month = day.slice(0, 7);
  const number = Number(day.slice(8));
  const file = await monthOf(month);
  const [, next] = file?.days.find(([each]) => each > number) ?? [0, Number.POSITIVE_INFINITY];
  return order.newerThan({ month, place: file ? next - 1 : -1 });
}

/** The day on which a story is listed; null for none. */
async function dayAt(ref: Ref | null, monthOf: MonthReader): Promise<string | null> {
  if (ref === null || ref.month === UNDATED) return null;
  const file = await monthOf(ref.month);
  const [day] = file?.days.findLast(([, first]) => first <= ref.place) ?? [];
  return day === undefined ? null : `${ref.month}-${String(day).padStart(2, "0")}`;
}

function apart(day: string, other: string): number {
  return Math.abs(Date.parse(`${day}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`));
}
