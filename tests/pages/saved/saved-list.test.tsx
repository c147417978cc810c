import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { digestOf } from "../../data/device/fakes.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const ICE = story("ice", { title: "Ice on the canal", tags: ["Ice", "Boats"], source: "Quay" });
const CAFE = story("cafe", { title: "The café’s stove", tags: ["Fire"], excerpt: "It is lit." });

/** Keeps stories of an edition that is gone, the last one last, and opens the list with the network off. */
async function openSaved(address: string, stories = [ICE, CAFE]) {
  goOffline(await serveStories([story("other")]));
  for (const [at, { article }] of stories.entries()) await saveArticle(article, digestOf(at));
  const reader = openAt(address);
  const list = reader.savedList();
  await list.findByRole("heading", { level: 1 });
  const titles = () =>
    Array.from(document.querySelectorAll("#list-pane h3"), ({ textContent }) => textContent);
  return { ...reader, list, titles };
}

describe("the saved stories", () => {
  it("are all there with the network off, the one saved last first", async () => {
    const { list, titles } = await openSaved("/saved/");
    await waitFor(() => expect(titles()).toEqual(["The café’s stove", "Ice on the canal"]));
    expect(list.getByText("2").parentElement).toHaveTextContent("2 stories");
    expect(list.getByRole("link", { name: "Ice on the canal" })).toHaveAttribute(
      "href",
      `/saved/?story=${idOf("ice")}`,
    );
    expect(document.title).toBe("Saved stories");
  });

  it("say beside them how much there is to read", async () => {
    const { story: main } = await openSaved("/saved/");
    await main().findByText(/^2 stories are kept on this device: 2 minutes of reading/);
  });

  it("are found by words, whatever their accents, and the address keeps the words", async () => {
    const { list, titles, user, address } = await openSaved("/saved/");
    await waitFor(() => expect(titles()).toHaveLength(2));
    await user.type(list.getByRole("searchbox"), "cafe's lit");
    await waitFor(() => expect(titles()).toEqual(["The café’s stove"]));
    expect(address()).toBe("/saved/?q=cafe%27s+lit");
    expect(list.getByRole("searchbox", { name: "Find among the saved stories" })).toHaveFocus();
  });

  it("give the focus of one that is taken out to the next, and that of the last to the one before", async () => {
    const { list, user } = await openSaved("/saved/", [
      ICE,
      CAFE,
      story("oak", { title: "An oak" }),
    ]);
    const takeOut = (title: RegExp) =>
      user.click(list.getByRole("button", { name: title, pressed: true }));
    await list.findByRole("link", { name: "The café’s stove" });
    await takeOut(/The café’s stove/);
    await waitFor(() =>
      expect(document.activeElement?.closest("li")).toHaveTextContent("Ice on the canal"),
    );
    await takeOut(/Ice on the canal/);
    await waitFor(() => expect(list.getByRole("link", { name: "An oak" })).toHaveFocus());
  });

  it("are filtered by their tags, which are written as the stories write them", async () => {
    const { list, titles, user, address } = await openSaved("/saved/");
    await user.click(await list.findByRole("link", { name: "Boats: show only this tag" }));
    await waitFor(() => expect(titles()).toEqual(["Ice on the canal"]));
    expect(address()).toBe("/saved/?tag=boats");
    expect(list.getByRole("heading", { level: 1 })).toHaveTextContent("Saved stories about Boats");
  });

  it("are still there where the words leave none, and the way to all of them", async () => {
    const { list, titles, user } = await openSaved("/saved/?q=zebra");
    await list.findByRole("heading", { level: 2, name: "None of them fits" });
    expect(list.getByRole("searchbox")).toHaveValue("zebra");
    await user.click(list.getByRole("link", { name: "All saved stories" }));
    await waitFor(() => expect(titles()).toHaveLength(2));
    expect(list.getByRole("searchbox")).toHaveValue("");
  });

  it("leave the list at a press on the ribbon, and come back to their place at Undo", async () => {
    const { list, titles, user } = await openSaved("/saved/");
    await user.click(await list.findByRole("button", { name: "Save “The café’s stove”" }));
    await waitFor(() => expect(titles()).toEqual(["Ice on the canal"]));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(titles()).toEqual(["The café’s stove", "Ice on the canal"]));
  });

  it("are none at first, and what stands there says how one is kept", async () => {
    const { list } = await openSaved("/saved/", []);
    await list.findByRole("heading", { level: 2, name: "Nothing is saved yet" });
    expect(list.getByText(/Press the ribbon on a story/)).toBeInTheDocument();
    expect(list.getByRole("link", { name: "Take in a backup" })).toBeInTheDocument();
    expect(list.queryByRole("link", { name: "What you took out lately" })).toBeNull();
    // What stands beside it says something else.
    const beside = within(screen.getByRole("region", { name: "Story" }));
    expect(await beside.findByText(/^For the way there is more/)).toBeInTheDocument();
    const ways = beside.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(ways).toEqual(["/settings/#offline"]);
  });
});

describe("saved stories that can't be read", () => {
  const KEY = storageKey.record(idOf("ruin"));

  async function openWithRuin() {
    localStorage.setItem(KEY, "half a rec");
    window.dispatchEvent(new StorageEvent("storage", { key: KEY }));
    const reader = await openSaved("/saved/", [ICE]);
    await reader.list.findByText("1 saved story can’t be read. It is left as it is.");
    return reader;
  }

  it("are told of, with their keys, and left as they are beside the others", async () => {
    const { list, titles } = await openWithRuin();
    expect(list.getByRole("alert")).toHaveTextContent(`${KEY}: damaged`);
    expect(titles()).toEqual(["Ice on the canal"]);
    expect(localStorage.getItem(KEY)).toBe("half a rec");
  });

  it("are handed to the reader as a file", async () => {
    const { list, user } = await openWithRuin();
    let file = new Blob();
    // jsdom can neither name a file nor hand one over.
    Object.assign(URL, {
      createObjectURL: (made: Blob) => {
        file = made;
        return "blob:made";
      },
      revokeObjectURL: () => undefined,
    });
    const press = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
    await user.click(list.getByRole("button", { name: "Keep what is stored of them in a file" }));
    expect(press.mock.contexts).toEqual([
      expect.objectContaining({ download: "offprint-unreadable.json", href: "blob:made" }),
    ]);
    press.mockRestore();
    expect(JSON.parse(await textOf(file))).toEqual({ [KEY]: "half a rec" });
  });

  it("go for good at the reader's word alone", async () => {
    const { list, user } = await openWithRuin();
    await user.click(list.getByRole("button", { name: "Remove it for good" }));
    await waitFor(() => expect(list.queryByRole("alert")).toBeNull());
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});

/** jsdom's blobs have no `text`. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}
