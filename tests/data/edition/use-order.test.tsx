import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useOrder } from "#data/edition/use-order.ts";
import { RowError, useRows } from "#data/edition/use-rows.ts";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { emptyOrder, runHook, serve } from "../../support/served-edition.tsx";

const NOW = new Date("2026-02-01T00:00:00Z");
const at = (hour: number) =>
  new Date(Date.UTC(2025, 10, 1) + hour * 3_600_000).toISOString().replace(".000Z", "Z");

/** Story n is n hours young; every third is about ice, every 50th about owls. */
function manyStories(count: number) {
  return Array.from({ length: count }, (_, number) =>
    story(`${number}.md`, {
      title: `Story ${number}`,
      date: at(number),
      tags: [...(number % 3 === 0 ? ["Ice"] : []), ...(number % 50 === 0 ? ["Owls"] : [])],
    }),
  );
}

const filterOf = (include: string[], exclude: string[] = []): Filter => ({
  include: include.map((key) => ({ kind: "tag", key })),
  exclude: exclude.map((key) => ({ kind: "tag", key })),
  match: "all",
});

type Props = { filter: Filter; from: number; to: number; now?: Date };

/** A list as a page has it: the titles of its rows once the order is there. */
function useList({ filter, from, to, now = NOW }: Props) {
  const order = useOrder(filter, now);
  const rows = useRows(order.status === "ready" ? order : emptyOrder, from, to);
  const shown = Array.from({ length: to - from }, (_, index) => rows(from + index));
  return {
    order,
    rows: shown,
    titles: shown.map((row) => (row instanceof RowError ? row : row?.title)),
  };
}

describe("a list of an edition", () => {
  it("shows its first screen from the manifest and the head alone", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { asked } = serve(out);
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 0, to: 30 });
    await waitFor(() => expect(result.current.titles[29]).toBe("Story 170"));
    expect(result.current.titles[0]).toBe("Story 199");
    expect(result.current.order).toMatchObject({ status: "ready", total: 200 });
    expect(asked.map((address) => address.replace(/[0-9a-f]{16}/, "*"))).toEqual([
      "data/manifest.json",
      "data/head/*.json",
    ]);
  });

  it("fetches further rows as they are scrolled to, each file once", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { asked } = serve(out);
    const { result, rerender } = runHook(useList, { filter: EMPTY_FILTER, from: 0, to: 30 });
    await waitFor(() => expect(result.current.titles[0]).toBe("Story 199"));
    for (let from = 0; from < 200; from += 20) {
      const expected = Array.from({ length: 20 }, (_, index) => `Story ${199 - from - index}`);
      rerender({ filter: EMPTY_FILTER, from, to: from + 20 });
      await waitFor(() => expect(result.current.titles).toEqual(expected));
    }
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("needs no rows for the first stories of a tag", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { asked } = serve(out);
    const { result } = runHook(useList, { filter: filterOf(["ice"]), from: 0, to: 30 });
    await waitFor(() => expect(result.current.titles[29]).toBe("Story 111"));
    expect(result.current.titles[0]).toBe("Story 198");
    expect(result.current.order).toMatchObject({ total: 67 });
    expect(asked.filter((address) => /rows|months/.test(address))).toEqual([]);
  });

  it("shows every story of a rare tag, also with another excluded, without rows", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { asked } = serve(out);
    const { result } = runHook(useList, { filter: filterOf(["owls"], ["ice"]), from: 0, to: 2 });
    await waitFor(() => expect(result.current.titles).toEqual(["Story 100", "Story 50"]));
    expect(result.current.order).toMatchObject({ total: 2 });
    expect(asked.filter((address) => /rows/.test(address))).toEqual([]);
  });

  it("shows the start of a very frequent tag without the files of its older places, and fetches them when scrolled to", {
    timeout: 60_000,
  }, async () => {
    const { out, publish } = workshop();
    const documents = { index: () => "", article: () => null, text: () => "", alias: () => "" };
    const many = Array.from({ length: 9_000 }, (_, n) =>
      story(`${n}.md`, {
        title: `Story ${n}`,
        date: at(n - 8_000),
        tags: n % 3 === 0 ? ["Ice", "Wind"] : ["Ice"],
      }),
    );
    await publish(many, new Map(), { documents });
    const { asked } = serve(out);
    const { result, rerender } = runHook(useList, { filter: filterOf(["ice"]), from: 0, to: 20 });
    await waitFor(() => expect(result.current.titles[0]).toBe("Story 8999"));
    expect(result.current.order).toMatchObject({ total: 9_000 });
    expect(asked.filter((address) => /terms/.test(address))).toHaveLength(1);
    // So much does the file of each say of the other that the number of both is known from the first files alone.
    for (const [filter, total, first] of [
      [filterOf(["ice", "wind"]), 3_000, "Story 8997"],
      [filterOf(["ice"], ["wind"]), 6_000, "Story 8999"],
    ] as const) {
      rerender({ filter, from: 0, to: 20 });
      await waitFor(() => expect(result.current.titles[0]).toBe(first));
      expect(result.current.order).toMatchObject({ total, isWhole: false });
    }
    expect(asked.filter((address) => /terms/.test(address))).toHaveLength(2);
    rerender({ filter: filterOf(["ice", "wind"]), from: 2_998, to: 3_000 });
    await waitFor(() => expect(result.current.titles).toEqual(["Story 3", "Story 0"]));
    rerender({ filter: filterOf(["ice"]), from: 8_998, to: 9_000 });
    await waitFor(() => expect(result.current.titles).toEqual(["Story 1", "Story 0"]));
    expect(asked.filter((address) => /terms/.test(address))).toHaveLength(3);
  });

  it("is empty for a tag that nobody uses", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(10));
    serve(out);
    const { result } = runHook(useList, { filter: filterOf(["unknown"]), from: 0, to: 1 });
    await waitFor(() => expect(result.current.order).toMatchObject({ status: "ready", total: 0 }));
  });

  it("puts what became due since the edition was made on top, and counts it", async () => {
    const { out, publish } = workshop();
    const scheduled = (name: string, appears: string) =>
      story(name, { title: name, appears, date: appears, tags: ["Ice"] });
    await publish([
      ...manyStories(5),
      scheduled("tomorrow", "2026-02-02T08:00:00Z"),
      scheduled("next week", "2026-02-08T08:00:00Z"),
    ]);
    serve(out);
    const first: Props = { filter: filterOf(["ice"]), from: 0, to: 3 };
    const { result, rerender } = runHook(useList, first);
    await waitFor(() => expect(result.current.titles).toEqual(["Story 3", "Story 0", undefined]));
    rerender({ ...first, now: new Date("2026-02-02T09:00:00Z") });
    await waitFor(() => expect(result.current.titles).toEqual(["tomorrow", "Story 3", "Story 0"]));
    rerender({ ...first, now: new Date("2026-02-09T09:00:00Z") });
    await waitFor(() =>
      expect(result.current.titles).toEqual(["next week", "tomorrow", "Story 3"]),
    );
    expect(result.current.order).toMatchObject({ total: 4 });
  });

  it("says why it can't be shown, and tries again when asked to", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(40));
    const { answer } = serve(out);
    answer((address) => (/head/.test(address) ? new TypeError("network gone") : null));
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 0, to: 1 });
    await waitFor(() => expect(result.current.order).toMatchObject({ error: { kind: "offline" } }));
    answer(() => null);
    if (result.current.order.status === "error") result.current.order.retry();
    await waitFor(() => expect(result.current.titles).toEqual(["Story 39"]));
  });

  it("marks the rows that can't be had, shows the others, and gets them when asked again", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { answer } = serve(out);
    answer((address) => (/rows/.test(address) ? new Response("", { status: 500 }) : null));
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 28, to: 32 });
    await waitFor(() => expect(result.current.rows[2]).toBeInstanceOf(RowError));
    expect(result.current.titles.slice(0, 2)).toEqual(["Story 171", "Story 170"]);
    const [, , row] = result.current.rows;
    expect(row).toMatchObject({ error: { kind: "server" } });
    answer(() => null);
    if (row instanceof RowError) row.retry();
    await waitFor(() => expect(result.current.titles[2]).toBe("Story 169"));
  });
});

describe("an edition that was published anew while it is read", () => {
  it.each([
    ["its rows lack", /data\/rows/, (rows: unknown[]) => rows.slice(1)],
    [
      "its month leaves out",
      /data\/months/,
      (month: { chunks: unknown[] }) => ({ ...month, chunks: [] }),
    ],
  ])("passes over no story in silence that %s", async (_, pattern, without) => {
    const { out, publish } = workshop();
    await publish(manyStories(60));
    const { answer } = serve(out);
    answer((address) => {
      if (!pattern.test(address)) return null;
      const whole = JSON.parse(readFileSync(join(out, address), "utf8"));
      return new Response(JSON.stringify(without(whole)));
    });
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 0, to: 60 });
    await waitFor(() => expect(result.current.titles.every(Boolean)).toBe(true));
    const { rows } = result.current;
    expect(rows.filter((row) => row instanceof RowError).length).toBeGreaterThan(0);
    for (const [index, row] of rows.entries()) {
      if (!(row instanceof RowError)) expect(row?.title).toBe(`Story ${59 - index}`);
    }
  });

  it("is read on by its new names where an old file is gone", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { answer, asked } = serve(out);
    const { result, rerender } = runHook(useList, { filter: EMPTY_FILTER, from: 0, to: 3 });
    await waitFor(() => expect(result.current.titles[0]).toBe("Story 199"));
    const [oldMonth] =
      result.current.order.status === "ready" ? result.current.order.manifest.months : [];
    await publish(manyStories(203));
    answer((address) =>
      oldMonth && address.includes(oldMonth[2]) ? new Response("", { status: 404 }) : null,
    );
    rerender({ filter: EMPTY_FILTER, from: 60, to: 63 });
    await waitFor(() =>
      expect(result.current.titles).toEqual(["Story 142", "Story 141", "Story 140"]),
    );
    expect(asked.filter((address) => /manifest/.test(address))).toHaveLength(2);
  });

  it("asks for the manifest once more, not for ever, where a file is missing for good", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const { answer, asked } = serve(out);
    answer((address) => (/months/.test(address) ? new Response("<p>app</p>") : null));
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 60, to: 63 });
    await waitFor(() => expect(result.current.rows[0]).toBeInstanceOf(RowError));
    expect(result.current.rows[0]).toMatchObject({ error: { kind: "missing" } });
    expect(asked.filter((address) => /manifest/.test(address))).toHaveLength(2);
  });

  it("does not go round for ever between two editions that both lack a file", async () => {
    const { out, publish } = workshop();
    await publish(manyStories(200));
    const first = readFileSync(join(out, "data/manifest.json"), "utf8");
    await publish(manyStories(203));
    const second = readFileSync(join(out, "data/manifest.json"), "utf8");
    const { answer, asked } = serve(out);
    const isManifest = (address: string) => /manifest/.test(address);
    answer((address) => {
      if (/months/.test(address)) return new Response("", { status: 404 });
      const isSecond = asked.filter(isManifest).length % 2 === 0;
      return isManifest(address) ? new Response(isSecond ? second : first) : null;
    });
    const { result } = runHook(useList, { filter: EMPTY_FILTER, from: 60, to: 63 });
    await waitFor(() => expect(asked.filter(isManifest)).toHaveLength(3));
    await waitFor(() => expect(result.current.rows[0]).toBeInstanceOf(RowError));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked.filter(isManifest)).toHaveLength(3);
  });
});
