import { describe, expect, it } from "vitest";
import type { TermStories } from "#model/edition.ts";
import { EMPTY_FILTER, type Filter } from "#model/filter.ts";
import { countOfFew } from "#model/pair-count.ts";
import type { Term } from "#model/term.ts";

const ice: Term = { kind: "tag", key: "ice" };
const owls: Term = { kind: "tag", key: "owls" };
const quay: Term = { kind: "source", key: "quay" };

const file = (count: number, more: Partial<TermStories> = {}): TermStories => ({
  key: "",
  label: "",
  count,
  newest: [],
  places: [],
  older: [],
  ...more,
});
const ICE = file(9_000, { older: ["00000000000000aa"], beside: [["source", "quay", 300]] });
const OWLS = file(50, { beside: [["tag", "ice", 20]] });
const QUAY = file(400, { beside: [["tag", "ice", 300]] });

const filter = (include: Term[], exclude: Term[] = [], match: "all" | "any" = "all"): Filter => ({
  include,
  exclude,
  match,
});

describe("the number of stories of few terms", () => {
  it.each<[string, Filter, (TermStories | null)[], number | null]>([
    ["one", filter([ice]), [ICE], 9_000],
    ["all but one", filter([], [ice]), [ICE], 1_000],
    ["two tags", filter([ice, owls]), [ICE, OWLS], 20],
    ["any of two tags", filter([ice, owls], [], "any"), [ICE, OWLS], 9_030],
    ["one without another", filter([owls], [ice]), [OWLS, ICE], 30],
    ["a tag from a source", filter([ice, quay], [], "any"), [ICE, QUAY], 300],
    ["two of which neither is frequent", filter([owls, quay]), [OWLS, QUAY], null],
    ["a rare one without a file of its own", filter([ice, owls]), [ICE, file(3)], null],
    ["two that share none", filter([ice, owls]), [ICE, { ...OWLS, beside: [] }], 0],
    ["one that nobody uses", filter([ice, owls]), [ICE, null], null],
    ["three", filter([ice, owls], [quay]), [ICE, OWLS, QUAY], null],
    ["all but two", filter([], [ice, owls]), [ICE, OWLS], null],
    ["none", EMPTY_FILTER, [], null],
  ])("is said by their files: %s", (_, wanted, found, expected) => {
    expect(countOfFew(wanted, found, 10_000)).toBe(expected);
  });
});
