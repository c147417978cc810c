import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { page } from "#model/address.ts";
import { filterFromSearch } from "#model/filter.ts";
import { FilterSentence, ListHead } from "#ui/filter/filter-sentence.tsx";

function sentence(search: string) {
  const { container } = render(
    <MemoryRouter>
      <FilterSentence
        filter={filterFromSearch(search)}
        labelOf={(term) => term.key.replaceAll("-", " ")}
        toFilter={page.latest.to}
        plain="The latest stories"
        subject="Stories"
      />
    </MemoryRouter>,
  );
  return container.textContent;
}

describe("the filter's sentence", () => {
  it.each([
    ["", "The latest stories"],
    ["?tag=tides", "Stories about tides"],
    ["?tag=tides&tag=night-sky", "Stories about tides and night sky"],
    ["?tag=tides&tag=maps&match=any", "Stories about tides or maps"],
    ["?tag=tides&not-tag=sport", "Stories about tides, not sport"],
    ["?not-tag=sport", "Stories not sport"],
    ["?source=glass&source=grain&section=sea", "Stories from glass or grain in sea"],
    ["?not-tag=a&not-tag=b&not-source=c", "Stories not a, b or c"],
  ])("reads %j as %j", (search, words) => {
    expect(sentence(search)).toBe(words);
  });

  it("leaves a term out at a press, and takes it out of the filter by its own control", () => {
    sentence("?tag=tides&tag=maps");
    expect(screen.getByRole("link", { name: "tides" })).toHaveAttribute(
      "href",
      "/?tag=maps&not-tag=tides",
    );
    expect(screen.getByRole("link", { name: "Remove tides from the filter" })).toHaveAttribute(
      "href",
      "/?tag=maps",
    );
  });

  it("turns “and” into “or” at a press", () => {
    sentence("?tag=tides&tag=maps");
    expect(
      screen.getByRole("link", { name: "and: press for stories with any of them" }),
    ).toHaveAttribute("href", "/?tag=tides&tag=maps&match=any");
  });
});

describe("the head of a list", () => {
  it.each([
    [0, "0 stories"],
    [1, "1 story"],
    [18_854, "18,854 stories"],
  ])("counts %i as %j", (total, words) => {
    render(
      <MemoryRouter>
        <ListHead
          filter={filterFromSearch("?tag=tides")}
          labelOf={(term) => term.key}
          toFilter={page.latest.to}
          plain="The latest stories"
          subject="Stories"
          total={total}
        />
      </MemoryRouter>,
    );
    expect(screen.getByRole("banner")).toHaveTextContent(words);
    expect(screen.getByRole("link", { name: "Clear" })).toHaveAttribute("href", "/");
  });
});
