import { describe, expect, it } from "vitest";
import { parseListPlace } from "#model/list-place.ts";

describe("a place in a list", () => {
  it.each([
    { index: 0, offset: 0 },
    { index: 900, offset: -12.5 },
  ])("is read as it is written: %j", (place) => {
    expect(parseListPlace(JSON.parse(JSON.stringify(place)))).toEqual(place);
  });

  it.each([
    [null],
    [[]],
    [{ index: 3 }],
    [{ index: -1, offset: 0 }],
    [{ index: 1.5, offset: 0 }],
    [{ index: "3", offset: 0 }],
    [{ index: 3, offset: null }],
  ])("is refused where it is none: %j", (value) => {
    expect(() => parseListPlace(value)).toThrow("place in the list");
  });
});
