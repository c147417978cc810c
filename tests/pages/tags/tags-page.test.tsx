import { waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

const STORIES = [
  story("a", { tags: ["Ice", "Boats"], source: "Harbour Notes", section: "walks" }),
  story("b", { tags: ["Ice", "Émigrés"] }),
  story("c", { tags: ["Ice"], source: "Harbour Notes" }),
];

async function openTags(address: string, stories = STORIES) {
  await serveStories(stories, {}, new Map([["walks", "On foot"]]));
  const reader = openAt(address);
  const main = reader.story();
  await main.findByRole("heading", { level: 1, name: "What to read" });
  /** What is offered: names, with how many stories would be left. */
  const offered = () =>
    Array.from(document.querySelectorAll("#main-pane li a"), (link) =>
      [link.querySelector("bdi"), link.lastElementChild]
        .map((part) => part?.textContent)
        .join(" ")
        .trim(),
    );
  return { ...reader, main, offered };
}

describe("choosing what to read", () => {
  it("offers the most used tags first, each with how many stories it would leave", async () => {
    const { main, offered } = await openTags("/tags/");
    await waitFor(() => expect(offered()).toEqual(["Ice 3", "Boats 1", "Émigrés 1"]));
    expect(main.getByText("The most used")).toBeInTheDocument();
    expect(main.getByText("3 stories")).toBeInTheDocument();
    expect(document.title).toBe("Filter the stories");
  });

  it("counts what would be left together with what is chosen already", async () => {
    const { offered } = await openTags("/tags/?source=harbour-notes");
    await waitFor(() => expect(offered()).toEqual(["Ice 2", "Boats 1", "Émigrés 0"]));
  });

  it("finds a tag by the beginning of its name, accents or not, and says so where there is none", async () => {
    const { main, offered, user } = await openTags("/tags/");
    const field = main.getByRole("searchbox", { name: "Find a tag" });
    await user.type(field, "emi");
    await waitFor(() => expect(offered()).toEqual(["Émigrés 1"]));
    await user.clear(field);
    await user.type(field, "xylo");
    await main.findByText("None has this name.");
  });

  it("shows only stories with a tag at one press, leaves them out at the next, lets it be at the third", async () => {
    const { main, user, address } = await openTags("/tags/");
    const press = async (name: RegExp) => user.click(await main.findByRole("link", { name }));
    await press(/^Boats, press to show only stories with it/);
    expect(address()).toBe("/tags/?tag=boats");
    await main.findByText("1 story");
    await press(/^Boats, shown: press to leave it out/);
    expect(address()).toBe("/tags/?not-tag=boats");
    await main.findByText("2 stories");
    await press(/^Boats, left out: press to clear/);
    expect(address()).toBe("/tags/");
    await main.findByText("3 stories");
  });

  it("changes the list beside it at once, and shows it alone on a phone", async () => {
    const { main, list, user } = await openTags("/tags/");
    await user.click(await main.findByRole("link", { name: /^Boats/ }));
    await waitFor(() =>
      expect(list().getByRole("heading", { level: 1 })).toHaveTextContent("Stories about Boats"),
    );
    expect(main.getByRole("link", { name: "Show them" })).toHaveAttribute("href", "/?tag=boats");
  });

  it("is forgotten at a press on Clear", async () => {
    const { main, user, address } = await openTags("/tags/?tag=boats&not-source=harbour-notes");
    await user.click(main.getByRole("link", { name: "Clear" }));
    expect(address()).toBe("/tags/");
    expect(main.queryByRole("link", { name: "Clear" })).toBeNull();
  });

  it.each([
    ["Sources", "Find a source", "Harbour Notes 2"],
    ["Sections", "Find a section", "On foot 1"],
  ])("goes by %s too", async (kind, find, first) => {
    const { main, offered, user } = await openTags("/tags/");
    await user.click(main.getByRole("radio", { name: kind }));
    await waitFor(() => expect(offered()).toEqual([first]));
    expect(main.getByRole("searchbox", { name: find })).toBeInTheDocument();
    expect(
      within(main.getByRole("region", { name: kind })).getByRole("list", { name: kind }),
    ).toBeInTheDocument();
  });

  it("begins with sources where the edition has no tags, and offers none", async () => {
    const { main, offered } = await openTags("/tags/", [story("a", { source: "Harbour Notes" })]);
    await waitFor(() => expect(offered()).toEqual(["Harbour Notes 1"]));
    expect(main.queryByRole("radio", { name: "Tags" })).toBeNull();
  });

  it("says why nothing can be offered", async () => {
    const { answer } = await serveStories(STORIES);
    answer((address) => (/directories/.test(address) ? new Response("{}") : null));
    const { story: main } = openAt("/tags/");
    await main().findByText(
      "They could not be loaded. What the server sent is not what it should be.",
    );
  });
});
