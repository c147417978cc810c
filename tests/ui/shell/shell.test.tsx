import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Shell } from "#ui/shell/shell.tsx";

function show(shows: "list" | "main") {
  return render(
    <Shell
      shows={shows}
      rail={<nav aria-label="Rail" />}
      tabs={<nav aria-label="Tabs" />}
      listName="Stories"
      list={<p>A list</p>}
      main={<p>A story</p>}
    />,
  );
}

it("a screen reader finds the list and the story by their names, in one main landmark", () => {
  show("list");
  const main = screen.getByRole("main");
  expect(main).toContainElement(screen.getByRole("region", { name: "Stories" }));
  expect(main).toContainElement(screen.getByRole("region", { name: "Story" }));
  expect(main).not.toContainElement(screen.getByRole("navigation", { name: "Rail" }));
  expect(main).not.toContainElement(screen.getByRole("navigation", { name: "Tabs" }));
});

it("the first press of Tab offers to skip the list, and the next key press is the story's", async () => {
  show("main");
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole("button", { name: "Skip the list" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("region", { name: "Story" })).toHaveFocus();
});

it("both panes are there whichever a phone shows, so that each keeps its place", () => {
  const { container } = show("main");
  expect(container.querySelector("[data-shows=main]")).toContainElement(screen.getByText("A list"));
  expect(screen.getByText("A story")).toBeInTheDocument();
});
