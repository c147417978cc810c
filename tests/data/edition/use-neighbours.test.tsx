import { waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useNeighbours } from "#data/edition/use-neighbours.ts";
import { useOrder } from "#data/edition/use-order.ts";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { emptyOrder, runHook, serve } from "../../support/served-edition.tsx";

const NOW = new Date("2026-02-01T00:00:00Z");
const dateOf = (n: number) =>
  n === 0
    ? null
    : new Date(Date.UTC(2025, 10, 1) + n * 7_200_000).toISOString().replace(".000Z", "Z");
const ICE: Filter = { ...EMPTY_FILTER, include: [{ kind: "tag", key: "ice" }] };

async function neighboursOf(n: number, filter: Filter) {
  const { out, publish } = workshop({ timeZone: "Asia/Tokyo" });
  const stories = Array.from({ length: 300 }, (_, each) =>
    story(`${each}.md`, {
      title: String(each),
      date: dateOf(each),
      tags: each % 10 === 0 ? ["Ice"] : [],
    }),
  );
  await publish(stories);
  serve(out);
  const { result } = runHook((given: Filter) => {
    const order = useOrder(given, NOW);
    const article = { id: idOf(`${n}.md`), date: dateOf(n) };
    const { previous, next } = useNeighbours(
      order.status === "ready" ? order : emptyOrder,
      article,
    );
    return { isReady: order.status === "ready", titles: [previous?.title, next?.title] };
  }, filter);
  return result;
}

describe("the neighbours of an article", () => {
  it.each<[string, number, Filter, (string | undefined)[]]>([
    ["in the middle of all stories", 150, EMPTY_FILTER, ["151", "149"]],
    ["at the first, which has none before it", 299, EMPTY_FILTER, [undefined, "298"]],
    ["at the last, which has no date", 0, EMPTY_FILTER, ["1", undefined]],
    ["in the list of a tag", 150, ICE, ["160", "140"]],
  ])("are those of the list %s", async (_, n, filter, titles) => {
    const result = await neighboursOf(n, filter);
    await waitFor(() => expect(result.current.titles).toEqual(titles));
  });

  it("are none where the list does not have the article", async () => {
    const result = await neighboursOf(151, ICE);
    await waitFor(() => expect(result.current.isReady).toBe(true));
    expect(result.current.titles).toEqual([undefined, undefined]);
  });
});
