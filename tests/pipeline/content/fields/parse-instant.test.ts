import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { parseInstant } from "#pipeline/content/fields/parse-instant.ts";

describe("every form that Hugo reads", () => {
  test.each([
    ["2023-10-15T13:18:50-07:00", "2023-10-15T20:18:50Z"],
    ["2023-10-15T13:18:50Z", "2023-10-15T13:18:50Z"],
    ["2023-10-15T13:18:50.999Z", "2023-10-15T13:18:50Z"],
    ["2006-01-02T15:04:05", "2006-01-02T14:04:05Z"],
    ["Mon, 02 Jan 2006 15:04:05 -0700", "2006-01-02T22:04:05Z"],
    ["Mon, 02 Jan 2006 15:04:05 GMT", "2006-01-02T15:04:05Z"],
    ["02 Jan 06 15:04 -0700", "2006-01-02T22:04:00Z"],
    ["02 Jan 06 15:04 MST", "2006-01-02T14:04:00Z"],
    ["Monday, 02-Jan-06 15:04:05 MST", "2006-01-02T14:04:05Z"],
    ["2006-01-02 15:04:05.999999999 -0700 MST", "2006-01-02T22:04:05Z"],
    ["2006-01-02 15:04:05.9 +0000 UTC m=+0.000042", "2006-01-02T15:04:05Z"],
    ["2006-01-02T15:04:05-0700", "2006-01-02T22:04:05Z"],
    ["2006-01-02 15:04:05Z", "2006-01-02T15:04:05Z"],
    ["2006-01-02 15:04:05-0700", "2006-01-02T22:04:05Z"],
    ["2006-01-02 15:04:05", "2006-01-02T14:04:05Z"],
    ["Mon Jan  2 15:04:05 2006", "2006-01-02T14:04:05Z"],
    ["Mon Jan  2 15:04:05 MST 2006", "2006-01-02T14:04:05Z"],
    ["Mon Jan 02 15:04:05 -0700 2006", "2006-01-02T22:04:05Z"],
    ["2006-01-02", "2006-01-01T23:00:00Z"],
    ["02 Jan 2006", "2006-01-01T23:00:00Z"],
    ["2006-01-02 15:04:05 -07:00", "2006-01-02T22:04:05Z"],
    ["2006-01-02 15:04:05 +01:00", "2006-01-02T14:04:05Z"],
    ["2013-12-02 7:37:00 -0400", "2013-12-02T11:37:00Z"],
    ["2024-07-01 10:00", "2024-07-01T08:00:00Z"],
    ["2016-3-23", "2016-03-22T23:00:00Z"],
  ])("%s", (text, expected) => {
    expect(parseInstant(text, "Europe/Berlin")).toBe(expected);
  });
});

test.each([
  "2024-13-45",
  "2024-02-30",
  "2024-01-01T25:00:00Z",
  "2024-01-01T10:00:00+99:99",
  "0",
  "20240101",
  "0000-00-00",
  "next Tuesday",
  "02 Foo 2006",
  "2024-01-01 and more",
  "0500-01-01",
  "-2024-01-01",
  `2024-01-01${" ".repeat(200)}x`,
])("“%s” is no date", (text) => {
  expect(parseInstant(text, "UTC")).toBeNull();
});

test("Go's zero time means that there is no date", () => {
  expect(parseInstant("0001-01-01T00:00:00Z", "UTC")).toBeUndefined();
});

test("the commonest forms are read without luxon, and alike", () => {
  const two = (most: number) =>
    fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
  const year = fc.integer({ min: 990, max: 9999 }).map((n) => String(n).padStart(4, "0"));
  const zone = fc.oneof(
    fc.constant("Z"),
    fc.tuple(fc.constantFrom("+", "-"), two(16), two(61)).map(([sign, h, m]) => `${sign}${h}:${m}`),
  );
  const clock = fc
    .tuple(two(25), two(61), two(61), zone)
    .map(([h, m, s, z]) => `T${h}:${m}:${s}${z}`);
  const date = fc.tuple(year, two(13), two(32)).map((parts) => parts.join("-"));
  fc.assert(
    fc.property(date, fc.option(clock, { nil: "" }), (day, time) => {
      const text = `${day}${time}`;
      const [, hours = 0, minutes = 0] = /[+-](\d\d):(\d\d)$/.exec(time)?.map(Number) ?? [];
      const read = DateTime.fromISO(text, { zone: "utc" });
      const isRead = read.isValid && !/T24/.test(time) && hours <= 15 && minutes <= 59;
      const isWritable = isRead && read.year >= 1000 && read.year <= 9999;
      const expected = isWritable ? read.toISO({ suppressMilliseconds: true }) : null;
      expect(parseInstant(text, "UTC")).toBe(expected);
    }),
    { seed: 11, numRuns: 3_000 },
  );
});
