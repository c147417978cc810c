import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragOf, isPulled, isSwiped, pullOf } from "#model/drag.ts";

describe("a finger that moves over a list", () => {
  it.each([
    ["that trembles is about nothing yet", 6, -9, true, "undecided"],
    ["that goes sideways swipes", 20, 8, true, "swipe"],
    ["that goes sideways to the left swipes too", -20, -8, false, "swipe"],
    ["that goes aslant scrolls", 20, 18, false, "scroll"],
    ["that goes down where there is nothing above pulls", 3, 30, true, "pull"],
    ["that goes down elsewhere scrolls", 3, 30, false, "scroll"],
    ["that goes up scrolls", 3, -30, true, "scroll"],
  ] as const)("%s", (_, x, y, isAtTop, drag) => {
    expect(dragOf(x, y, isAtTop)).toBe(drag);
  });

  it("means the same to the left as to the right", () => {
    const px = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(px, px, fc.boolean(), (x, y, isAtTop) => {
        expect(dragOf(x, y, isAtTop)).toBe(dragOf(-x, y, isAtTop));
      }),
    );
  });
});

it("a row stays swiped that went far enough, on a narrow screen sooner", () => {
  expect(isSwiped(95, 390)).toBe(false);
  expect(isSwiped(-96, 390)).toBe(true);
  expect(isSwiped(61, 200)).toBe(true);
});

it("a list gives way to a pull less and less, and is asked for anew only where it was meant", () => {
  expect(pullOf(-50)).toBe(0);
  expect(isPulled(pullOf(100))).toBe(false);
  expect(isPulled(pullOf(160))).toBe(true);
  expect(pullOf(10_000)).toBe(pullOf(5_000));
});
