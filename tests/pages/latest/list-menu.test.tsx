import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

// As far as jsdom knows nothing of popovers: what only a browser can show is in tests/e2e.
beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.hidePopover = function () {
    this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed" }));
  };
});

const FOUR = ["ice", "boat", "owl", "oak"].map((name, at) =>
  story(name, { title: `The ${name}`, date: `2026-01-1${4 - at}T09:40:00Z` }),
);

async function open() {
  await serveStories(FOUR);
  const reader = openAt("/");
  await reader.list().findByText("The oak");
  const isRead = (name: string) => localStorage.getItem(storageKey.read(idOf(name))) !== null;
  const choose = async (button: string | RegExp, item: string | RegExp) => {
    await reader.user.click(await screen.findByRole("button", { name: button }));
    const menu = within(await screen.findByRole("menu"));
    await reader.user.click(menu.getByRole("menuitem", { name: item }));
  };
  const read = () => ["ice", "boat", "owl", "oak"].filter(isRead);
  return { ...reader, choose, read };
}

describe("the menu of a story in the list", () => {
  it("marks it read and unread, and then opening does not mark it", async () => {
    const { choose, read, user, list, story: main } = await open();
    await choose("More for “The boat”", "Mark as read");
    expect(read()).toEqual(["boat"]);
    await screen.findByText("“The boat” marked as read");
    await choose("More for “The boat”", "Mark as unread");
    await user.click(list().getByRole("link", { name: "The boat" }));
    await main().findByRole("heading", { level: 1, name: "The boat" });
    expect(read()).toEqual([]);
    await user.click(main().getByRole("button", { name: "Mark as read" }));
    expect(read()).toEqual(["boat"]);
  });

  it("marks all above or below, and takes back one after the other", async () => {
    const { choose, read, user } = await open();
    await choose("More for “The owl”", "Mark all above as read");
    await waitFor(() => expect(read()).toEqual(["ice", "boat"]));
    await choose("More for “The owl”", "Mark all below as read");
    await waitFor(() => expect(read()).toEqual(["ice", "boat", "oak"]));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(read()).toEqual(["ice", "boat"]);
    await choose("More for this list", /^Undo: 2 stories above/);
    expect(read()).toEqual([]);
  });

  it("of the list chooses how much its rows show", async () => {
    const { list, user } = await open();
    const densities = async () => {
      await user.click(await list().findByRole("button", { name: "More for this list" }));
      return screen.findAllByRole("menuitemradio");
    };
    const [, , compact] = await densities();
    if (compact) await user.click(compact);
    await expect.poll(() => document.documentElement.dataset.density).toBe("compact");
    const chosen = (await densities()).map((each) => each.getAttribute("aria-checked"));
    expect(chosen).toEqual(["false", "false", "true", "false"]);
  });

  it("knows what can be taken back after a reload, and so do the settings", async () => {
    const first = await open();
    await first.choose("More for “The ice”", "Mark all below as read");
    await waitFor(() => expect(first.read()).toHaveLength(3));
    first.close();
    const { story: main, user } = openAt("/settings/");
    await user.click(await main().findByText("Lately marked: take it back"));
    await user.click(main().getByRole("button", { name: "Undo: 3 stories below marked as read" }));
    expect(first.read()).toEqual([]);
  });
});
