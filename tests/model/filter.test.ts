import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Summary } from "#model/article.ts";
import {
  EMPTY_FILTER,
  type Filter,
  filterFromSearch,
  filterToSearch,
  includedOf,
  isEmptyFilter,
  letsThrough,
  nextState,
  showingAll,
  termState,
  withTerm,
} from "#model/filter.ts";
import { TERM_KINDS, type Term } from "#model/term.ts";

const tag = (key: string): Term => ({ kind: "tag", key });
const source = (key: string): Term => ({ kind: "source", key });
const section = (key: string): Term => ({ kind: "section", key });
const filter = (given: Partial<Filter>): Filter => ({ ...EMPTY_FILTER, ...given });

describe("a filter in an address", () => {
  it.each<[string, Filter]>([
    ["", EMPTY_FILTER],
    ["?tag=ice", filter({ include: [tag("ice")] })],
    [
      "?tag=ice&tag=deep-sea&not-tag=owls",
      filter({ include: [tag("ice"), tag("deep-sea")], exclude: [tag("owls")] }),
    ],
    [
      "?source=field-notes&section=craft",
      filter({ include: [source("field-notes"), section("craft")] }),
    ],
    ["?tag=c%2B%2B&tag=%C3%A9t%C3%A9", filter({ include: [tag("c++"), tag("été")] })],
    ["?tag=ice&match=any", filter({ include: [tag("ice")], match: "any" })],
  ])("%j is read and written alike", (search, expected) => {
    expect(filterFromSearch(search)).toEqual(expected);
    expect(filterToSearch(expected)).toBe(search);
  });

  it.each<[string, string]>([
    ["?tag=", "an empty key"],
    ["?colour=red", "another name"],
    ["?not-colour=red", "another name, excluded"],
    ["?match=none", "another way to match"],
    [`?tag=${"x".repeat(201)}`, "a key longer than any"],
    ["?__proto__=x&constructor=y", "names of every object"],
    ["?%E0%A4%A=x", "broken escapes"],
  ])("passes over %s, %s", (search) => {
    expect(filterFromSearch(search)).toEqual(EMPTY_FILTER);
  });

  it("names a term once: what it says first counts", () => {
    expect(filterFromSearch("?tag=ice&tag=ice&not-tag=ice")).toEqual(
      filter({ include: [tag("ice")] }),
    );
  });

  it("has no more than 24 terms, however long the address is", () => {
    const search = `?${Array.from({ length: 5_000 }, (_, n) => `tag=t${n}`).join("&")}`;
    expect(filterFromSearch(search).include).toHaveLength(24);
  });

  it("does not say how to match where there is nothing to match", () => {
    expect(filterToSearch(filter({ match: "any" }))).toBe("");
  });

  it("comes back as it was, whatever its terms are", () => {
    const anyTerm = fc.record({
      kind: fc.constantFrom(...TERM_KINDS),
      key: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    });
    const unlike = (term: Term) => `${term.kind} ${term.key}`;
    const check = ([terms, cut]: [Term[], number]) => {
      const given = filter({ include: terms.slice(0, cut), exclude: terms.slice(cut) });
      expect(filterFromSearch(filterToSearch(given))).toEqual(given);
    };
    const terms = fc.uniqueArray(anyTerm, { maxLength: 8, selector: unlike });
    fc.assert(fc.property(fc.tuple(terms, fc.nat(8)), check), { seed: 4 });
  });
});

describe("a term in a filter", () => {
  it("is included by a first press, excluded by a second, let go by a third", () => {
    const states = ["included", "excluded", "off"] as const;
    let now = EMPTY_FILTER;
    for (const expected of states) {
      now = withTerm(now, tag("ice"), nextState(termState(now, tag("ice"))));
      expect(termState(now, tag("ice"))).toBe(expected);
    }
    expect(isEmptyFilter(now)).toBe(true);
  });

  it("keeps the others as they were, in the order in which they were chosen", () => {
    const given = filter({
      include: [tag("b"), source("s"), tag("a")],
      exclude: [tag("x")],
      match: "any",
    });
    expect(withTerm(given, tag("b"), "excluded")).toEqual(
      filter({ include: [source("s"), tag("a")], exclude: [tag("x"), tag("b")], match: "any" }),
    );
    expect(includedOf(given, "tag")).toEqual([tag("b"), tag("a")]);
  });
});

describe("a filter lets a story through", () => {
  const story: Summary = {
    id: "0".repeat(20),
    digest: "0".repeat(16),
    title: "",
    date: null,
    tags: ["Ice", "Deep Sea"],
    source: "Field Notes",
    section: "craft",
    excerpt: "",
    minutes: 1,
  };
  it.each<[string, Partial<Filter>, boolean]>([
    ["that has its tag", { include: [tag("deep-sea")] }, true],
    ["not without its tag", { include: [tag("owls")] }, false],
    ["that has all of its tags", { include: [tag("ice"), tag("deep-sea")] }, true],
    ["not with one of two, all-of", { include: [tag("ice"), tag("owls")] }, false],
    ["with one of two, any-of", { include: [tag("ice"), tag("owls")], match: "any" }, true],
    ["not with none of two, any-of", { include: [tag("bees"), tag("owls")], match: "any" }, false],
    ["with one of two sources, all-of", { include: [source("x"), source("field-notes")] }, true],
    ["with one of two sections, all-of", { include: [section("craft"), section("x")] }, true],
    ["not of another source", { include: [tag("ice"), source("x")], match: "any" }, false],
    ["not with an excluded tag", { include: [tag("ice")], exclude: [tag("deep-sea")] }, false],
    ["without what is excluded", { exclude: [tag("owls"), source("x")] }, true],
    ["when it is empty", {}, true],
  ])("%s", (_, given, expected) => {
    expect(letsThrough(filter(given), story)).toBe(expected);
  });

  it("whose source and section are unknown only where neither is asked for", () => {
    const { source: _, section: __, ...bare } = story;
    expect(letsThrough(filter({ include: [source("field-notes")] }), bare)).toBe(false);
    expect(letsThrough(filter({ include: [section("craft")] }), bare)).toBe(false);
    expect(letsThrough(filter({ exclude: [section("craft")] }), bare)).toBe(true);
  });
});

describe("what a list hides", () => {
  it("stands in its address, and lets the same stories through", () => {
    const filter = filterFromSearch("?tag=ice&read=hide&muted=show");
    expect(filter).toMatchObject({ hidesRead: true, showsMuted: true });
    expect(filterToSearch(filter)).toBe("?tag=ice&read=hide&muted=show");
    expect(filterToSearch(showingAll(filter))).toBe("?tag=ice");
    expect(filterFromSearch("?read=no&muted=1")).toEqual(EMPTY_FILTER);
  });
});
