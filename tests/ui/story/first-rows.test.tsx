import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { FirstRows } from "#ui/story/first-rows.tsx";

function show(count: number, total: number) {
  render(<FirstRows count={count} total={total} label="Stories" renderRow={(at) => `Row ${at}`} />);
  return screen.getAllByRole("listitem");
}

it("the first rows are drawn, and each says which of how many it is", () => {
  const rows = show(2, 40);
  expect(rows.map(({ textContent }) => textContent)).toEqual(["Row 0", "Row 1"]);
  expect(rows[1]).toHaveAttribute("aria-posinset", "2");
  expect(rows[1]).toHaveAttribute("aria-setsize", "40");
  expect(screen.getByRole("list", { name: "Stories" })).toBeInTheDocument();
});

it("a short list has no more rows than stories", () => {
  expect(show(12, 3)).toHaveLength(3);
});
