import { expect, it } from "vitest";
import { isNearby } from "#data/edition/use-unread.ts";
import type { Order, Ref } from "#model/order.ts";

function listOf(total: number, refAt: (index: number) => Ref | null) {
  const order: Order = { total, refAt, indexOf: () => -1, newerThan: () => 0 };
  return { total, due: [], order };
}
const inOneMonth = (apart: number) => (index: number) => ({
  month: "2026-01",
  place: index * apart,
});

it.each([
  ["a list that came whole is counted, wherever its stories stand", 30, inOneMonth(500), true],
  ["stories that follow each other are counted to the last", 100, inOneMonth(1), true],
  ["stories that stand in as many files are not", 88, inOneMonth(500), false],
  [
    "stories of many months are not",
    60,
    (index: number) => ({ month: `m${index}`, place: 0 }),
    false,
  ],
  ["a long list is not", 101, inOneMonth(1), false],
  [
    "an order that is not known to its end is not",
    40,
    (index: number) => (index < 35 ? inOneMonth(1)(index) : null),
    false,
  ],
])("%s", (_, total, refAt, isIt) => {
  expect(isNearby(listOf(total, refAt))).toBe(isIt);
});
