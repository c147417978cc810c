import { describe, expect, it } from "vitest";
import { dayIn } from "#model/day.ts";

describe("the day on which a story is listed", () => {
  it.each([
    ["UTC", "2026-01-31T23:59:59Z", "2026-01", 31],
    ["Asia/Tokyo", "2026-01-31T14:59:59Z", "2026-01", 31],
    ["Asia/Tokyo", "2026-01-31T15:00:00Z", "2026-02", 1],
    ["America/New_York", "2026-03-01T04:59:00Z", "2026-02", 28],
    ["Asia/Kathmandu", "2026-01-31T18:15:00Z", "2026-02", 1],
    ["Asia/Kathmandu", "2026-01-31T18:14:59Z", "2026-01", 31],
    ["America/New_York", "0001-01-01T00:00:00Z", "0001-01", 1],
    ["Asia/Tokyo", "9999-12-31T23:59:59Z", "9999-12", 31],
    ["UTC", "0099-02-03T00:00:00Z", "0099-02", 3],
  ])("in %s of %s is in %s the %ith", (zone, instant, month, day) => {
    expect(dayIn(zone)(instant)).toEqual({ month, day });
  });

  it("is found for one instant after another", () => {
    const dayOf = dayIn("Asia/Kathmandu");
    const days = ["2026-01-31T18:14:59Z", "2026-01-31T18:15:00Z", "2026-01-31T18:14:59Z"].map(
      dayOf,
    );
    expect(days.map(({ day }) => day)).toEqual([31, 1, 31]);
  });

  it("is none without a date", () => {
    expect(dayIn("UTC")(null)).toEqual({ month: "undated", day: 0 });
  });
});
