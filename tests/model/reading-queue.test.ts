import { describe, expect, it } from "vitest";
import {
  fillQueue,
  minutesFrom,
  parseQueue,
  type QueuedStory,
  queueFrom,
} from "#model/reading-queue.ts";

const idOf = (n: number) => `${n}`.padStart(20, "0");
const storyOf = (n: number, minutes: number, isSaved = false): QueuedStory => ({
  id: idOf(n),
  title: `Story ${n}`,
  minutes,
  isSaved,
});

describe("a queue", () => {
  it("takes saved and new stories by turns, and what fits, until the minutes are full", () => {
    const saved = [storyOf(1, 6, true), storyOf(2, 9, true), storyOf(3, 1, true)];
    const newest = [storyOf(4, 4), storyOf(5, 5), storyOf(1, 6), storyOf(6, 4)];
    const { stories } = fillQueue(15, saved, newest);
    expect(stories.map(({ id }) => Number(id))).toEqual([1, 4, 5]);
  });

  it("has no story twice, and none that is longer than there is time", () => {
    const { stories } = fillQueue(5, [storyOf(1, 2, true)], [storyOf(1, 2), storyOf(2, 9)]);
    expect(stories).toEqual([storyOf(1, 2, true)]);
    expect(fillQueue(5, [], [storyOf(2, 9)]).stories).toEqual([]);
  });

  it("is read as it was written, and refused where it is not one", () => {
    const queue = fillQueue(10, [storyOf(1, 2, true)], []);
    expect(parseQueue(JSON.parse(JSON.stringify(queue)))).toEqual(queue);
    expect(() => parseQueue({ ...queue, minutes: 7 })).toThrow(/queue/);
    expect(() => parseQueue({ ...queue, v: 2 })).toThrow("has version 2");
  });
});

it.each([
  ["?n=30", 30],
  ["", 15],
  ["?n=-1", 15],
  ["?n=1e9", 15],
])("the address %j asks for %i minutes", (search, minutes) => {
  expect(minutesFrom(search)).toBe(minutes);
});

it("an address says in which queue it opens a story, or in none", () => {
  expect(queueFrom("?queue=15")).toBe(15);
  expect(queueFrom("?queue=x")).toBeNull();
  expect(queueFrom("")).toBeNull();
});
