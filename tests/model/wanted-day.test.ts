import { describe, expect, it } from "vitest";
import { page } from "#model/address.ts";
import { EMPTY_FILTER } from "#model/filter.ts";
import { dayFromSearch, withDay } from "#model/wanted-day.ts";

describe("the day in an address", () => {
  it("is read and written beside the filter", () => {
    const ice = { ...EMPTY_FILTER, include: [{ kind: "tag", key: "ice" } as const] };
    expect(page.latest.to(ice, "2024-11-20").search).toBe("?tag=ice&day=2024-11-20");
    expect(page.latest.to(EMPTY_FILTER, "2024-11-20").search).toBe("?day=2024-11-20");
    expect(page.latest.to(EMPTY_FILTER, null).search).toBe("");
    expect(dayFromSearch("?tag=ice&day=2024-11-20")).toBe("2024-11-20");
    expect(withDay("?tag=ice", undefined)).toBe("?tag=ice");
  });

  it.each([
    "",
    "?day=",
    "?day=2024-02-30",
    "?day=2024-13-01",
    "?day=20-11-2024",
    "?day=x2024-11-20",
  ])("is none in %s", (search) => expect(dayFromSearch(search)).toBeNull());
});
