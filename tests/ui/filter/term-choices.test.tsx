import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, useLocation } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { page } from "#model/address.ts";
import { filterFromSearch } from "#model/filter.ts";
import { TermChoices } from "#ui/filter/term-choices.tsx";

function Choices() {
  const { search } = useLocation();
  return (
    <TermChoices
      name="Tags"
      filter={filterFromSearch(search)}
      toFilter={page.tags.to}
      choices={[
        { term: { kind: "tag", key: "ice" }, label: "Ice", left: 1234 },
        { term: { kind: "tag", key: "owls" }, label: "Owls", left: undefined },
      ]}
    />
  );
}

function show(search = "") {
  render(
    <MemoryRouter initialEntries={[`/tags${search}`]}>
      <Choices />
    </MemoryRouter>,
  );
}

describe("terms to choose among", () => {
  it.each([
    ["", "Ice, press to show only stories with it1,234", "/tags/?source=quay&tag=ice"],
    ["tag=ice", "Ice, shown: press to leave it out1,234", "/tags/?source=quay&not-tag=ice"],
    ["not-tag=ice", "Ice, left out: press to clear1,234", "/tags/?source=quay"],
  ])("under %j read %j and lead to %j", (term, words, address) => {
    show(`?source=quay&${term}`);
    const link = screen.getByRole("link", { name: /^Ice/ });
    expect(link).toHaveTextContent(words);
    expect(link).toHaveAttribute("href", address);
  });

  it("show no number until it is known", () => {
    show();
    expect(screen.getByRole("link", { name: /^Owls/ }).textContent).toMatch(/with it$/);
    expect(screen.getByRole("list", { name: "Tags" })).toBeInTheDocument();
  });

  it("are each the same link through all its states, so that the focus stays on it", async () => {
    show();
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("link", { name: /^Ice, shown/ })).toHaveFocus();
    await user.keyboard("{Enter}{Enter}");
    expect(screen.getByRole("link", { name: /^Ice, press/ })).toHaveFocus();
  });
});
