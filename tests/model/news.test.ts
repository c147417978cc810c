import { expect, it } from "vitest";
import { countNews } from "#model/news.ts";

const before = { ids: ["c", "b", "a"], total: 3 };

it.each([
  ["nothing has come", { ids: ["c", "b", "a"], total: 3 }, { count: 0, isMore: false }],
  ["two have come", { ids: ["e", "d", "c", "b"], total: 5 }, { count: 2, isMore: false }],
  [
    "one has come for one that went",
    { ids: ["d", "c", "b"], total: 3 },
    { count: 1, isMore: false },
  ],
  ["one is dated back", { ids: ["c", "late", "b", "a"], total: 4 }, { count: 1, isMore: false }],
  ["the first went", { ids: ["b", "a", "older"], total: 3 }, { count: 0, isMore: false }],
  [
    "more came than the start shows",
    { ids: ["z", "y", "x"], total: 3 },
    { count: 3, isMore: false },
  ],
  ["many more came", { ids: ["z", "y", "x"], total: 90 }, { count: 87, isMore: true }],
])("%s", (_, now, news) => {
  expect(countNews(before, now)).toEqual(news);
});

it("a list that was empty has got all that it has", () => {
  expect(countNews({ ids: [], total: 0 }, { ids: ["a"], total: 1 })).toEqual({
    count: 1,
    isMore: false,
  });
});
