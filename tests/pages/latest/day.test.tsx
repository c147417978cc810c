import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { ROW_PX } from "../../support/give-window.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

/** Story 0 is the oldest, of 1 December; three hours lie between any two, and none is of the 9th. */
const STORIES = Array.from({ length: 120 }, (_, number) =>
  story(`${number}`, {
    title: `Story ${number}`,
    date: new Date(Date.UTC(2025, 11, 1, number * 3 + (number >= 64 ? 24 : 0)))
      .toISOString()
      .replace(".000", ""),
    tags: number % 2 === 0 ? ["Even"] : [],
  }),
);

const top = () => document.querySelector("#list-pane")?.scrollTop ?? 0;

describe("going to a day", () => {
  it("is asked for in the list's head, written into the address, and undone by one link", async () => {
    await serveStories(STORIES);
    const { list, user, address } = openAt("/");
    await list().findByText("Story 119");
    await user.click(list().getByRole("button", { name: "Go to a day" }));
    const field = await list().findByLabelText("Day to go to");
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute("min", "2025-12-01");
    await user.clear(field);
    await user.type(field, "2025-12-03");
    await user.click(list().getByRole("button", { name: "Go" }));
    await list().findByText("Story 23");
    expect(address()).toBe("/?day=2025-12-03");
    expect(top()).toBe((119 - 23) * ROW_PX);
    expect(list().getByText("3 December 2025").parentElement).toHaveTextContent(
      "From 3 December 2025 on back",
    );
    await waitFor(() => expect(list().getByRole("button", { name: "Go to a day" })).toHaveFocus());
    await user.click(list().getByRole("link", { name: "Newest" }));
    await list().findByText("Story 119");
    expect(address()).toBe("/");
  });

  it("is shared as an address, works with a filter, and the day goes along to a story and back", async () => {
    await serveStories(STORIES);
    const { list, story, user, address } = openAt("/?tag=even&day=2025-12-03");
    await user.click(await list().findByRole("link", { name: "Story 22" }));
    expect(address()).toMatch(/^\/article\/.*\?tag=even&day=2025-12-03$/);
    expect(await story().findByRole("link", { name: "Back to the list" })).toHaveAttribute(
      "href",
      "/?tag=even&day=2025-12-03",
    );
    expect(list().getByRole("link", { name: /^Story 22/ })).toBeInTheDocument();
  });

  it.each([
    ["2025-12-09", "Story 63", "Nothing on 9 December 2025; the nearest day is 8 December 2025"],
    ["2031-01-01", "Story 119", "Nothing on 1 January 2031; the nearest day is 16 December 2025"],
    ["1999-01-01", "Story 7", "Nothing on 1 January 1999; the nearest day is 1 December 2025"],
  ])("says where a day has nothing, %s, and goes to the nearest", async (day, title, words) => {
    await serveStories(STORIES);
    const { list } = openAt(`/?day=${day}`);
    await list().findByText(title);
    await waitFor(() => expect(screen.getAllByRole("status")[0]).toHaveTextContent(words));
  });

  it("is given up with a press on Escape", async () => {
    await serveStories(STORIES);
    const { list, user, address } = openAt("/");
    await list().findByText("Story 119");
    await user.click(list().getByRole("button", { name: "Go to a day" }));
    await list().findByLabelText("Day to go to");
    await user.keyboard("{Escape}");
    expect(list().queryByLabelText("Day to go to")).toBeNull();
    expect(address()).toBe("/");
  });
});
