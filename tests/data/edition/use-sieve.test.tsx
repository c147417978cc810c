import { act, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { useOrder } from "#data/edition/use-order.ts";
import { useSieve } from "#data/edition/use-sieve.ts";
import type { Summary } from "#model/article.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { emptyOrder, runHook, serve } from "../../support/served-edition.tsx";

const NOW = new Date("2026-02-01T00:00:00Z");
const dateOf = (n: number) =>
  new Date(Date.UTC(2025, 10, 1) + n * 7_200_000).toISOString().replace(".000Z", "Z");

/** Stories 699 to 0, newest first. */
async function openSieve(isHidden: (n: number) => boolean) {
  const { out, publish } = workshop({});
  await publish(
    Array.from({ length: 700 }, (_, n) => story(`${n}.md`, { title: String(n), date: dateOf(n) })),
  );
  const { asked } = serve(out);
  type Judge = (story: Summary) => "out" | null;
  const judge: Judge = ({ title }) => (isHidden(Number(title)) ? "out" : null);
  const { result, rerender } = runHook((given: Judge) => {
    const state = useOrder(EMPTY_FILTER, NOW);
    return useSieve(state.status === "ready" ? state : emptyOrder, given, NOW);
  }, judge);
  await waitFor(() => expect(result.current.order.total).toBe(1));
  const goOn = async () => {
    const before = result.current;
    act(() => before.order.loadRest());
    await waitFor(() => expect(result.current).not.toBe(before));
  };
  return { result, rerender, goOn, asked };
}

it("what is hidden is left out, and only so much is looked at as is shown", async () => {
  const { result, goOn, asked } = await openSieve((n) => n % 2 === 0);
  await goOn();
  const { order, hidden, isWhole } = result.current;
  expect(order.total).toBe(31);
  expect(hidden.out).toBe(29);
  expect(isWhole).toBe(false);
  expect(order.order.refAt(30)).toBeNull();
  const [first] = order.known.values();
  expect(first?.title).toBe("699");
  // Of some 22 files of rows.
  expect(asked.filter((address) => address.includes("/rows/")).length).toBeLessThan(4);
});

it("where all is hidden it is looked at in steps, and the reader says whether to go on", async () => {
  const { result, goOn } = await openSieve((n) => n > 100);
  await goOn();
  expect(result.current.order.total).toBe(0);
  expect(result.current.hidden.out).toBe(300);
  expect(result.current.goOn).not.toBeNull();
  await goOn();
  expect(result.current.goOn).toBeNull();
  // What was found is enough to go on by itself.
  expect(result.current.order.total).toBe(2);
  for (let step = 0; step < 4; step++) await goOn();
  expect(result.current).toMatchObject({ isWhole: true, hidden: { out: 599 } });
  expect(result.current.order.total).toBe(101);
});

it("what is hidden otherwise since is neither fetched again nor looked for anew", async () => {
  const { result, rerender, goOn, asked } = await openSieve((n) => n % 2 === 0);
  await goOn();
  const before = asked.length;
  rerender(() => null);
  expect(result.current.hidden).toEqual({});
  expect(result.current.order.total).toBe(60);
  expect(asked).toHaveLength(before);
});
