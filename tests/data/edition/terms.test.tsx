import { waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useChoiceCounts } from "#data/edition/use-choice-counts.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { useTermSearch } from "#data/edition/use-term-search.ts";
import type { TermEntry } from "#model/edition.ts";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { runHook, serve } from "../../support/served-edition.tsx";

/** 150 terms: every story has “Ice”, every second “Deep Sea”; the rest are used once each. */
async function published() {
  const { out, publish } = workshop();
  const rare = (n: number) => `${["Čapek", "Cape", "Zebra", "Wide Sea"][n % 4]} ${n}`;
  await publish(
    Array.from({ length: 150 }, (_, n) =>
      story(`${n}.md`, {
        tags: ["Ice", ...(n % 2 ? [] : ["Deep Sea"]), rare(n)],
        source: "Field Notes",
      }),
    ),
  );
  return serve(out);
}

/** Nothing has expired by then. */
const NOW = new Date("2026-02-01T00:00:00Z");
const entry = (key: string): TermEntry => ({ key, label: key, count: 7, file: "0123456789abcdef" });
const filterOf = (include: string[], exclude: string[] = []): Filter => ({
  include: include.map((key) => ({ kind: "tag", key })),
  exclude: exclude.map((key) => ({ kind: "tag", key })),
  match: "all",
});

describe("looking for a tag", () => {
  const search = (text: string) => runHook((given: string) => useTermSearch("tag", given), text);
  const labels = (entries: readonly TermEntry[]) => entries.map(({ label }) => label);

  it("begins with the most used ones", async () => {
    const { asked } = await published();
    const { result } = search("");
    await waitFor(() => expect(result.current.entries).toHaveLength(50));
    expect(labels(result.current.entries).slice(0, 2)).toEqual(["Ice", "Deep Sea"]);
    expect(asked.filter((address) => /directories/.test(address))).toHaveLength(1);
  });

  it("finds every tag that begins so, whatever its accents and its case", async () => {
    await published();
    const { result } = search("CAPE");
    await waitFor(() => expect(result.current.isLoading).toBe(false));
    const found = labels(result.current.entries);
    expect(found).toHaveLength(50);
    expect(new Set(found.map((label) => label.replace(/ \d+/, "")))).toEqual(
      new Set(["Čapek", "Cape"]),
    );
  });

  it("finds an accented tag by its exact spelling too", async () => {
    await published();
    const { result } = search("čapek 148");
    await waitFor(() => expect(labels(result.current.entries)).toEqual(["Čapek 148"]));
  });

  it("finds the most used tags by any of their words", async () => {
    await published();
    const { result } = search("sea");
    await waitFor(() => expect(labels(result.current.entries)[0]).toBe("Deep Sea"));
  });

  it("finds nothing where there is nothing, and says so", async () => {
    await published();
    const { result } = search("xylophone");
    await waitFor(() =>
      expect(result.current).toEqual({ entries: [], isLoading: false, error: null }),
    );
  });

  it("says why it can't look", async () => {
    const { answer } = await published();
    answer((address) => (/directories/.test(address) ? new Response("", { status: 404 }) : null));
    const { result } = search("ice");
    await waitFor(() => expect(result.current.error).toMatchObject({ kind: "missing" }));
  });
});

describe("the terms of a filter", () => {
  it("are shown as their stories write them, and by their keys until that is known", async () => {
    await published();
    const filter = filterOf(["deep-sea", "nobody's"], ["zebra-2"]);
    const { result } = runHook((given: Filter) => useTermLabels(given), filter);
    const shown = () => [...filter.include, ...filter.exclude].map((term) => result.current(term));
    expect(shown()).toEqual(["deep-sea", "nobody's", "zebra-2"]);
    await waitFor(() => expect(shown()).toEqual(["Deep Sea", "nobody's", "Zebra 2"]));
  });
});

describe("how many stories a choice would leave", () => {
  const counts = (filter: Filter, keys: readonly string[]) =>
    runHook((given: Filter) => {
      const countOf = useChoiceCounts(given, "tag", keys.map(entry), NOW);
      return keys.map((key) => countOf(key));
    }, filter);

  it("is what the directory says where there is no filter", async () => {
    const { asked } = await published();
    const { result } = counts(EMPTY_FILTER, ["ice"]);
    expect(result.current).toEqual([7]);
    expect(asked.filter((address) => /terms/.test(address))).toEqual([]);
  });

  it("is counted from their places where there is one", async () => {
    await published();
    const { result } = counts(filterOf(["deep-sea"]), ["ice", "zebra-2", "cape-1", "nobody's"]);
    expect(result.current).toEqual([undefined, undefined, undefined, undefined]);
    await waitFor(() => expect(result.current).toEqual([75, 1, 0, 0]));
  });

  it("heeds what is left out, and any-of", async () => {
    await published();
    const without = counts(filterOf([], ["deep-sea"]), ["ice"]);
    await waitFor(() => expect(without.result.current).toEqual([75]));
    const anyOf = counts({ ...filterOf(["deep-sea"]), match: "any" }, ["cape-1"]);
    await waitFor(() => expect(anyOf.result.current).toEqual([76]));
  });
});
