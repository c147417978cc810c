import { describe, expect, it } from "vitest";
import type { Month } from "#model/edition.ts";
import {
  candidatesOf,
  FIRST_CHOICE,
  type KeepChoice,
  type KeepGround,
  type KeepState,
  MOST_OF_TAG,
  parseKeepChoice,
  planKeeping,
  type SizedStory,
} from "#model/keep-offline.ts";
import { FormatError, NewerVersionError } from "#model/parse.ts";

const DIGEST = "0123456789abcdef";
const NOTHING: KeepChoice = { v: 1, newest: 0, tags: [], megabytes: 10 };

describe("a choice of what is kept offline", () => {
  it("is read as it was written", () => {
    const choice = { ...FIRST_CHOICE, tags: ["deep-sea"], unreadSince: "2026-01-09" };
    expect(parseKeepChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  });

  it.each([
    ["more than can be asked for", { newest: 5000 }],
    ["a size that is none", { megabytes: -1 }],
    ["a day that is none", { unreadSince: "Friday" }],
    ["too many tags", { tags: Array.from({ length: 21 }, String) }],
  ])("is refused with %s", (_, fault) => {
    expect(() => parseKeepChoice({ ...FIRST_CHOICE, ...fault })).toThrow(FormatError);
  });

  it("of a newer version is told apart", () => {
    expect(() => parseKeepChoice({ v: 2 })).toThrow(NewerVersionError);
  });
});

describe("what a choice means", () => {
  const january: Month = {
    month: "2026-01",
    chunks: [[0, 6, DIGEST]],
    days: [
      [3, 0],
      [8, 2],
      [12, 5],
    ],
  };
  const ground: KeepGround = {
    months: [
      ["2026-02", 3, DIGEST],
      ["2026-01", 6, DIGEST],
      ["undated", 2, DIGEST],
    ],
    placesOf: (tag) =>
      new Map(
        tag === "ice"
          ? [
              ["2026-02", [1]],
              ["2026-01", [4, 0]],
            ]
          : [],
      ),
    firstMonth: january,
  };
  const placesIn = (choice: Partial<KeepChoice>) =>
    candidatesOf({ ...NOTHING, ...choice }, ground).map(
      ({ month, place, isForUnread }) => `${month}/${place}${isForUnread ? " unread" : ""}`,
    );

  it("is nothing where nothing is chosen", () => {
    expect(placesIn({})).toEqual([]);
  });

  it("is the newest, though the edition may have fewer", () => {
    expect(placesIn({ newest: 25 })).toHaveLength(11);
    expect(placesIn({ newest: 25 }).slice(0, 4)).toEqual([
      "2026-02/2",
      "2026-02/1",
      "2026-02/0",
      "2026-01/5",
    ]);
  });

  it("is the stories of each tag, and of one that there is none of nothing", () => {
    expect(placesIn({ tags: ["ice", "gone"] })).toEqual(["2026-02/1", "2026-01/4", "2026-01/0"]);
  });

  it("is of a tag with many stories its newest", () => {
    const many = { ...ground, months: [["2026-02", 500, DIGEST] as [string, number, string]] };
    const places = new Map([["2026-02", Array.from({ length: 500 }, (_, n) => 499 - n)]]);
    const found = candidatesOf(
      { ...NOTHING, tags: ["ice"] },
      { ...many, placesOf: () => places, firstMonth: null },
    );
    expect(found).toHaveLength(MOST_OF_TAG);
    expect(found.at(-1)?.place).toBe(500 - MOST_OF_TAG);
  });

  it("is what is unread from a day on: that day's and all later ones', none without a date", () => {
    expect(placesIn({ unreadSince: "2026-01-08" })).toEqual([
      "2026-02/2 unread",
      "2026-02/1 unread",
      "2026-02/0 unread",
      "2026-01/5 unread",
      "2026-01/4 unread",
      "2026-01/3 unread",
      "2026-01/2 unread",
    ]);
  });

  it("is from a day without stories on those of the days behind it", () => {
    expect(placesIn({ unreadSince: "2026-01-09" }).at(-1)).toBe("2026-01/5 unread");
    expect(placesIn({ unreadSince: "2026-01-31" }).at(-1)).toBe("2026-02/0 unread");
  });

  it("holds each story once, newest first, and what is wanted anyhow also when it was read", () => {
    const found = placesIn({ tags: ["ice"], unreadSince: "2026-01-12" });
    expect(found).toEqual([
      "2026-02/2 unread",
      "2026-02/1",
      "2026-02/0 unread",
      "2026-01/5 unread",
      "2026-01/4",
      "2026-01/0",
    ]);
  });
});

describe("what is kept of it", () => {
  const story = (number: number, size: [number, number], more: Partial<SizedStory> = {}) => ({
    story: { id: String(number).padStart(20, "0"), digest: DIGEST },
    size,
    isForUnread: false,
    ...more,
  });
  const state: KeepState = {
    isRead: () => false,
    isSaved: () => false,
    now: new Date("2026-02-01T12:00:00Z"),
  };
  const idsIn = (stories: readonly SizedStory[], more: Partial<KeepState> = {}) =>
    planKeeping(NOTHING, stories, { ...state, ...more }).stories.map(({ id }) => Number(id));

  it("is told with its size: text and pictures apart", () => {
    const plan = planKeeping(NOTHING, [story(1, [5_000, 0]), story(2, [4_000, 90_000])], state);
    expect(plan).toMatchObject({ textBytes: 9_000, pictureBytes: 90_000, left: 0 });
    expect(plan.stories.map(({ bytes }) => bytes)).toEqual([5_000, 94_000]);
  });

  it("never takes more than was allowed; what does not fit is counted, and smaller ones come in", () => {
    const stories = [story(1, [1, 6_000_000]), story(2, [1, 6_000_000]), story(3, [1, 3_000_000])];
    const plan = planKeeping(NOTHING, stories, state);
    expect(plan.stories.map(({ id }) => Number(id))).toEqual([1, 3]);
    expect(plan.left).toBe(1);
    expect(plan.textBytes + plan.pictureBytes).toBeLessThanOrEqual(10_000_000);
  });

  it("leaves out what was read, where only the unread are meant", () => {
    const stories = [story(1, [1, 0]), story(2, [1, 0], { isForUnread: true })];
    expect(idsIn(stories, { isRead: () => true })).toEqual([1]);
  });

  it("leaves out what is saved, which is there anyhow", () => {
    expect(idsIn([story(1, [1, 0])], { isSaved: () => true })).toEqual([]);
  });

  it("leaves out what has expired", () => {
    const { story: expired, ...rest } = story(1, [1, 0]);
    const over = { story: { ...expired, expires: "2026-02-01T11:00:00Z" }, ...rest };
    expect(idsIn([over])).toEqual([]);
  });
});
