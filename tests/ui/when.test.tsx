import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CalendarProvider, calendarOf, When } from "#ui/when.tsx";

const now = new Date("2026-11-22T12:00:00Z");

function show(node: React.ReactNode, timeZone = "UTC") {
  return render(
    <CalendarProvider timeZone={timeZone} now={now}>
      {node}
    </CalendarProvider>,
  );
}

describe("an instant", () => {
  it("shows the hour in a list and everything on hover", () => {
    show(<When date="2026-01-13T09:40:00Z" as="hour" />);
    const time = screen.getByText("09:40");
    expect(time).toHaveAttribute("datetime", "2026-01-13T09:40:00Z");
    expect(time).toHaveAttribute("title", "Tuesday 13 January 2026 at 09:40");
  });

  it("shows no hour where the content file gave only a day", () => {
    const { container } = show(<When date="2026-01-13T00:00:00Z" as="hour" />);
    expect(container).toBeEmptyDOMElement();
  });

  it("stands in the edition's zone, not the reader's", () => {
    show(<When date="2026-01-13T20:00:00Z" as="full" />, "Asia/Tokyo");
    expect(screen.getByText("Wednesday 14 January 2026 at 05:00")).toBeInTheDocument();
  });

  it.each([
    ["de", "Freitag, 20. November 2026 um 06:02"],
    ["fr", "vendredi 20 novembre 2026 à 06:02"],
    ["es", "viernes, 20 de noviembre de 2026, 06:02"],
    ["ja", "2026年11月20日金曜日 06:02"],
    ["ar", "الجمعة، 20 نوفمبر 2026 في 06:02"],
  ])("has between its day and its hour what the language puts there: %s", (locale, words) => {
    const { full } = calendarOf({ timeZone: "UTC", locale, today: "" });
    expect(full("2026-11-20T06:02:00Z")).toBe(words);
  });
});
