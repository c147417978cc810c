import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DayHeading, ListHeading } from "#ui/story/day-heading.tsx";
import { CalendarProvider } from "#ui/when.tsx";

function show(date: string | null, timeZone = "UTC") {
  return render(
    <CalendarProvider timeZone={timeZone} now={new Date("2026-11-22T12:00:00Z")}>
      <DayHeading date={date} />
    </CalendarProvider>,
  );
}

describe("a day's heading", () => {
  it.each([
    ["2026-01-13T09:40:00Z", "Tuesday 13 January"],
    ["2024-02-29T09:40:00Z", "Thursday 29 February 2024"],
    [null, "Without a date"],
  ])("of %j is %j", (date, words) => {
    show(date);
    expect(screen.getByRole("heading", { level: 2, name: words })).toBeInTheDocument();
  });

  it("names the day that it is where the edition is made", () => {
    show("2026-01-13T20:00:00Z", "Asia/Tokyo");
    expect(screen.getByRole("heading", { name: "Wednesday 14 January" })).toBeInTheDocument();
  });
});

it("a part of the list that is no day has a heading like one", () => {
  render(<ListHeading>First of all</ListHeading>);
  expect(screen.getByRole("heading", { level: 2, name: "First of all" })).toBeInTheDocument();
});
