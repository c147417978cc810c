import { describe, expect, it } from "vitest";
import type { SavedRecord } from "#model/saved.ts";
import {
  inOrder,
  isInView,
  lengthOf,
  narrows,
  PLAIN_VIEW,
  type SavedView,
  type Sort,
  viewFromSearch,
  viewToSearch,
} from "#model/saved-view.ts";

type Parts = Partial<Omit<SavedRecord, "summary">> & { summary?: Partial<SavedRecord["summary"]> };

function record(order: number, { summary, ...rest }: Parts = {}): SavedRecord {
  const id = order.toString(16).padStart(20, "0");
  const digest = "0123456789abcdef";
  return {
    v: 2,
    id,
    rev: order,
    order,
    savedAt: "2026-11-22T12:00:00Z",
    digest,
    body: "local",
    size: 1,
    ...rest,
    summary: {
      id,
      title: `Story ${order}`,
      date: null,
      tags: [],
      excerpt: "",
      minutes: 3,
      digest,
      ...summary,
    },
  };
}

const FULL: SavedView = {
  filter: { include: [{ kind: "tag", key: "maps" }], exclude: [], match: "all" },
  shelf: "archived",
  sort: "title",
  length: "long",
  labels: ["train", "öl & co"],
  words: "cafe's lit",
};

describe("the address of a view", () => {
  it("says nothing of the plain one", () => {
    expect(viewToSearch(PLAIN_VIEW)).toBe("");
    expect(viewFromSearch("")).toEqual(PLAIN_VIEW);
  });

  it("says all of another, and is read as it was written", () => {
    const search =
      "?tag=maps&show=archived&sort=title&length=long&label=train&label=%C3%B6l+%26+co&q=cafe%27s+lit";
    expect(viewToSearch(FULL)).toBe(search);
    expect(viewFromSearch(search)).toEqual(FULL);
    expect(viewFromSearch(`${search}&story=${record(1).id}`)).toEqual(FULL);
  });

  it.each(["?show=__proto__&sort=constructor&length=endless", "?show=&sort=&length=&label=&q="])(
    "%s counts as not said",
    (search) => {
      expect(viewFromSearch(search)).toEqual(PLAIN_VIEW);
    },
  );

  it("is bounded, however long it is", () => {
    const many = Array.from({ length: 500 }, (_, at) => `label=${at}`).join("&");
    const view = viewFromSearch(`?${many}&q=${"x".repeat(9_000)}`);
    expect([view.labels.length, view.words.length]).toEqual([12, 300]);
  });
});

describe("a view shows", () => {
  it.each([
    ["what is to be read", {}, {}, false, true],
    ["what is read too, as long as it is not archived", {}, {}, true, true],
    ["nothing archived", {}, { archived: true }, false, false],
    ["the unread", { shelf: "unread" }, {}, false, true],
    ["not what was read, among the unread", { shelf: "unread" }, {}, true, false],
    ["the archive", { shelf: "archived" }, { archived: true }, true, true],
    ["in the archive nothing else", { shelf: "archived" }, {}, true, false],
    ["all", { shelf: "all" }, { archived: true }, true, true],
    ["short ones", { length: "short" }, { summary: { minutes: 5 } }, false, true],
    ["medium ones", { length: "medium" }, { summary: { minutes: 15 } }, false, true],
    ["long ones", { length: "long" }, { summary: { minutes: 16 } }, false, true],
    [
      "no address as a short one",
      { length: "short" },
      { link: "https://a.example/" },
      false,
      false,
    ],
    [
      "its own tags",
      { labels: ["for-the-train"] },
      { labels: ["For the Train", "x"] },
      false,
      true,
    ],
    ["what has all of them", { labels: ["a", "b"] }, { labels: ["a"] }, false, false],
    ["its tags", { filter: FULL.filter }, { summary: { tags: ["Maps"] } }, false, true],
  ] satisfies [string, Partial<SavedView>, Parts, boolean, boolean][])(
    "%s",
    (_, view, parts, isRead, isShown) => {
      expect(isInView({ ...PLAIN_VIEW, ...view }, record(1, parts), isRead)).toBe(isShown);
    },
  );

  it("is narrowed by what can be taken back with one press, not by its order and shelf", () => {
    expect(narrows({ ...PLAIN_VIEW, shelf: "all", sort: "title", words: " " })).toBe(false);
    for (const part of ["filter", "length", "labels", "words"] as const) {
      expect(narrows({ ...PLAIN_VIEW, [part]: FULL[part] }), part).toBe(true);
    }
  });
});

it.each([
  ["saved", [4, 3, 2, 1]],
  ["oldest", [1, 2, 3, 4]],
  ["published", [2, 1, 3, 4].reverse()],
  ["longest", [2, 3, 1, 4]],
  ["shortest", [3, 1, 2, 4]],
  ["title", [4, 1, 2, 3]],
] satisfies [Sort, number[]][])("by %s the order is %j", (sort, orders) => {
  const records = [
    record(1, { summary: { title: "Story 9", date: "2026-01-02T00:00:00Z", minutes: 4 } }),
    record(2, { summary: { title: "story 10", minutes: 9 } }),
    record(3, { summary: { title: "Stöße", date: "2026-01-03T00:00:00Z", minutes: 4 } }),
    record(4, {
      summary: { title: "A", date: "2026-01-04T00:00:00Z", minutes: 1 },
      link: "https://a.example/",
    }),
  ];
  expect(records.sort(inOrder(sort)).map(({ order }) => order)).toEqual(orders);
});

it("an address alone has no length", () => {
  expect(lengthOf(record(1, { link: "https://a.example/" }))).toBeNull();
});
