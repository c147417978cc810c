import { screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.hidePopover = function () {
    this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed" }));
  };
});

const FOUR = ["ice", "boat", "owl", "oak"].map((name, at) =>
  story(name, {
    title: `The ${name}`,
    date: `2026-01-1${4 - at}T09:40:00Z`,
    tags: at < 2 ? ["Water"] : ["Wood"],
    source: at === 3 ? "The Grove" : "The Pond",
  }),
);
const titles = () =>
  Array.from(document.querySelectorAll("#list-pane h3"), ({ textContent }) => textContent);

async function open(address: string, ...read: string[]) {
  for (const name of read) localStorage.setItem(storageKey.read(idOf(name)), "1");
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
  await serveStories(FOUR);
  return openAt(address);
}

describe("what was read", () => {
  it("is counted, hidden with one press, and shown with the next", async () => {
    const { list, user, address } = await open("/", "boat");
    await user.click(await list().findByRole("link", { name: "3 unread" }));
    expect(address()).toBe("/?read=hide");
    const show = await list().findByRole("link", { name: "1 hidden: show" });
    await waitFor(() => expect(titles()).toEqual(["The ice", "The owl", "The oak"]));
    // What is read while the list is open stays in it.
    await user.click(list().getByRole("link", { name: "The owl" }));
    await list().findByRole("link", { name: "The owl, read" });
    await user.click(list().getByRole("link", { name: /hidden: show/ }));
    expect(show).not.toBeInTheDocument();
    await list().findByRole("link", { name: "The boat, read" });
    expect(list().getByRole("link", { name: "2 unread" })).toBeInTheDocument();
  });

  it("leaves a list of which all is read, and says so", async () => {
    const { list, user } = await open("/?tag=water&read=hide", "ice", "boat");
    await list().findByRole("heading", { name: "You have read everything here" });
    await user.click(list().getByRole("link", { name: "Show all 2" }));
    await list().findByRole("link", { name: "The ice, read" });
  });
});

describe("what is muted", () => {
  it("is hidden from its story on, counted, shown with the reason, and shown again", async () => {
    const { list, user, story: main } = await open("/");
    await list().findByText("The oak");
    await user.click(await screen.findByRole("button", { name: "More for “The oak”" }));
    const menu = within(await screen.findByRole("menu"));
    await user.click(menu.getByRole("menuitem", { name: "Mute The Grove" }));
    const show = await list().findByRole("link", { name: "1 muted: show" });
    await waitFor(() => expect(titles()).toEqual(["The ice", "The boat", "The owl"]));
    await user.click(show);
    await list().findByText("Muted: “The Grove”");
    await user.click(list().getByRole("link", { name: "Hide muted" }));
    await list().findByRole("link", { name: "1 muted: show" });
    const [settings] = screen.getAllByRole("link", { name: "Settings" });
    if (settings) await user.click(settings);
    await user.type(await main().findByLabelText("A word or words to mute"), "BOAT{Enter}");
    await list().findByRole("link", { name: "2 muted: show" });
    await user.click(main().getByRole("button", { name: "Show “The Grove” again" }));
    await list().findByText("The oak");
    await waitFor(() => expect(titles()).toEqual(["The ice", "The owl", "The oak"]));
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await list().findByRole("link", { name: "2 muted: show" });
  });
});

describe("a view", () => {
  it("is made of a filter in one step, stands in the rail, and is renamed and removed with a way back", async () => {
    const { list, user, story: main, address } = await open("/?tag=water", "ice");
    await list().findByText("The boat");
    await user.click(await list().findByRole("button", { name: "More for this list" }));
    await user.click(await screen.findByRole("menuitem", { name: "Keep this filter as a view" }));
    const rail = within(await screen.findByRole("navigation", { name: "Views" }));
    await rail.findByText("1");
    await user.click(screen.getByRole("link", { name: "Clear" }));
    await user.click(rail.getByRole("link", { name: /Water/ }));
    expect(address()).toBe("/?tag=water");
    await user.click(rail.getByRole("link", { name: "Views" }));
    await user.click(await main().findByRole("button", { name: /^Rename/ }));
    await user.clear(main().getByRole("textbox"));
    await user.type(main().getByRole("textbox"), "On water{Enter}");
    await rail.findByText("On water");
    await user.click(main().getByRole("button", { name: "Remove “On water”" }));
    expect(screen.queryByRole("navigation", { name: "Views" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("navigation", { name: "Views" })).toBeInTheDocument();
  });
});
