import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import { digestOf } from "../../data/device/fakes.ts";
import { story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const ICE = story("ice", {
  title: "Ice on the canal",
  tags: ["Ice"],
  source: "Quay",
  minutes: 20,
  body: "<p>The dredger Annegret lay still.</p>",
});
const CAFE = story("cafe", { title: "The café’s stove", tags: ["Fire"], minutes: 4 });
const LINK = story("link", {
  title: "A far place",
  body: "",
  link: "https://far.example/place",
  minutes: 1,
});

/** Opens the saved list, with the network off, on a device that keeps these, the last one saved last. */
async function openList(address = "/saved/", stories = [ICE, CAFE, LINK]) {
  goOffline(await serveStories([story("other")]));
  for (const [at, { article }] of stories.entries()) await saveArticle(article, digestOf(at));
  const reader = openAt(address);
  const list = reader.savedList();
  await list.findByRole("heading", { level: 1 });
  const titles = () =>
    Array.from(document.querySelectorAll("#list-pane h3"), ({ textContent }) =>
      (textContent ?? "").replace(", read", ""),
    );
  const select = async (...names: string[]) => {
    await reader.user.click(list.getByRole("button", { name: "Select" }));
    for (const name of names) {
      await reader.user.click(await list.findByRole("checkbox", { name: `Select “${name}”` }));
    }
    return within(list.getByRole("region", { name: "With the selected stories" }));
  };
  const undo = async () => reader.user.click(await screen.findByRole("button", { name: "Undo" }));
  return { ...reader, list, titles, select, undo };
}

const ALL = ["A far place", "The café’s stove", "Ice on the canal"];

describe("what is saved is chosen", () => {
  it.each([
    ["?sort=title", ["A far place", "Ice on the canal", "The café’s stove"]],
    ["?sort=longest", ["Ice on the canal", "The café’s stove", "A far place"]],
    ["?length=long", ["Ice on the canal"]],
    ["?tag=fire", ["The café’s stove"]],
    ["?source=quay", ["Ice on the canal"]],
  ])("by the address: %s", async (search, expected) => {
    const { titles } = await openList(`/saved/${search}`);
    await waitFor(() => expect(titles()).toEqual(expected));
  });

  it("by a panel, whose every choice is an address", async () => {
    const { list, titles, user, address } = await openList();
    await user.click(list.getByText("Over 15 minutes"));
    await waitFor(() => expect(titles()).toEqual(["Ice on the canal"]));
    expect(address()).toBe("/saved/?length=long");
    await user.click(list.getByRole("link", { name: "Stop showing only Over 15 minutes" }));
    await waitFor(() => expect(titles()).toEqual(ALL));
  });

  it("by words that stand in the text alone", async () => {
    const { list, titles, user } = await openList();
    await user.type(list.getByRole("searchbox"), "annegret");
    await waitFor(() => expect(titles()).toEqual(["Ice on the canal"]));
  });
});

it("A story of which only the address is kept says so, and not how long it takes to read", async () => {
  const { list } = await openList();
  const row = async (title: string) =>
    within((await list.findByRole("link", { name: title })).closest("article") ?? document.body);
  expect((await row("The café’s stove")).getByText("4 min")).toBeVisible();
  const link = await row("A far place");
  expect(link.getByText("Only the address is kept")).toBeVisible();
  expect(link.queryByText("1 min")).toBeNull();
});

describe("several at once", () => {
  it("are archived with one press, and one undo brings them back", async () => {
    const { titles, select, user, undo } = await openList();
    const bar = await select("The café’s stove", "Ice on the canal");
    expect(bar.getByRole("status")).toHaveTextContent("2 stories selected");
    await user.click(bar.getByRole("button", { name: "Archive" }));
    await waitFor(() => expect(titles()).toEqual(["A far place"]));
    await screen.findByText("2 stories archived");
    await undo();
    await waitFor(() => expect(titles()).toEqual(ALL));
  });

  it("are taken out, and come back to their places", async () => {
    const { titles, select, user, undo } = await openList();
    const bar = await select();
    await user.click(bar.getByRole("button", { name: "Select all 3" }));
    await user.click(bar.getByRole("button", { name: "Take out" }));
    await screen.findByText("3 stories taken out");
    await undo();
    await waitFor(() => expect(titles()).toEqual(ALL));
  });

  it("get a tag of the reader's own, by which they are found", async () => {
    const { list, titles, select, user, address, undo } = await openList();
    const bar = await select("The café’s stove", "A far place");
    await user.click(bar.getByRole("button", { name: "Tag" }));
    await user.type(bar.getByRole("combobox", { name: "A tag of your own" }), "For the train");
    await user.click(bar.getByRole("button", { name: "Add" }));
    const tags = await list.findAllByRole("link", { name: /^For the train: show/ });
    expect(tags).toHaveLength(2);
    await undo();
    await waitFor(() => expect(list.queryByRole("link", { name: /^For the train/ })).toBeNull());
    await user.clear(bar.getByRole("combobox"));
    await user.type(bar.getByRole("combobox"), "For the train");
    await user.click(bar.getByRole("button", { name: "Add" }));
    const [first] = await list.findAllByRole("link", { name: /^For the train: show/ });
    if (first) await user.click(first);
    await waitFor(() => expect(titles()).toEqual(["A far place", "The café’s stove"]));
    expect(address()).toBe("/saved/?label=for-the-train");
  });

  it("are marked as read and unread", async () => {
    const { list, select, user, undo } = await openList();
    const bar = await select("The café’s stove");
    await user.click(bar.getByRole("button", { name: "Mark as read" }));
    await list.findByRole("link", { name: "The café’s stove, read" });
    await undo();
    await list.findByRole("link", { name: "The café’s stove" });
  });

  it("do nothing as long as none is selected", async () => {
    const { titles, select, user } = await openList();
    const bar = await select();
    for (const name of ["Archive", "Take out", "Mark as read"]) {
      await user.click(bar.getByRole("button", { name }));
    }
    expect(titles()).toEqual(ALL);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
});

it("of what has no text it is said that only the address is kept", async () => {
  const { list } = await openList();
  const row = (await list.findByRole("link", { name: "A far place" })).closest("article");
  expect(row).toHaveTextContent("Only the address is kept");
});
