import { describe, expect, it } from "vitest";
import { filterFromSearch } from "#model/filter.ts";
import { filterWords } from "#ui/filter/filter-words.ts";
import { ENGLISH } from "#ui/messages/messages.tsx";

describe("a filter in a window's title", () => {
  it.each([
    ["", ""],
    ["?tag=tides", "Stories about tides"],
    ["?tag=tides&tag=maps&match=any&not-tag=sport", "Stories about tides or maps, not sport"],
    ["?source=grain&section=sea", "Stories from grain in sea"],
    ["?not-tag=a&not-tag=b", "Stories not a or b"],
  ])("%j is %j", (search, words) => {
    expect(filterWords(filterFromSearch(search), (term) => term.key, ENGLISH)).toBe(words);
  });
});
