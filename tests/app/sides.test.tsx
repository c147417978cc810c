import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import { KEPT_AT } from "#model/address.ts";
import { story } from "../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../support/reader.tsx";

const NAMES = ["Ash", "Bog", "Cod", "Dew", "Eel", "Fog", "Gnu", "Hay", "Ivy"];

/** The first tag is that of nine stories, the last that of one. */
const STORIES = NAMES.map((name, at) => story(name, { tags: NAMES.slice(0, NAMES.length - at) }));

function rail() {
  const header = screen.getAllByRole("navigation", { name: "Places" })[0]?.closest("header");
  if (!header) throw new Error("There is no rail.");
  return within(header);
}

describe("the rail", () => {
  it("is headed by the edition's name and leads to its eight most used tags", async () => {
    await serveStories(STORIES, { title: "The Quay" });
    openAt("/");
    expect(await rail().findByRole("link", { name: /The Quay/ })).toBeInTheDocument();
    const tags = await rail().findByRole("navigation", { name: "Tags" });
    const links = within(tags).getAllByRole("link");
    expect(links.map(({ textContent }) => textContent)).toEqual([
      "Ash9",
      "Bog8",
      "Cod7",
      "Dew6",
      "Eel5",
      "Fog4",
      "Gnu3",
      "Hay2",
    ]);
    expect(links[0]).toHaveAttribute("href", "/?tag=ash");
  });

  it("has no heading for tags that are not there", async () => {
    await serveStories([story("lamp")]);
    openAt("/");
    await rail().findByRole("link", { name: "Latest1" });
    expect(rail().queryByText("Tags", { selector: "h2" })).toBeNull();
  });

  it("counts the stories of the edition and those that are saved", async () => {
    await serveStories(STORIES);
    openAt("/");
    const [first] = STORIES;
    if (first) await act(() => saveArticle(first.article, "0123456789abcdef"));
    expect(await rail().findByRole("link", { name: "Latest9" })).toBeInTheDocument();
    expect(await rail().findByRole("link", { name: "Saved1" })).toBeInTheDocument();
  });

  it("takes the filter of the list along to the tags, and not that of the saved stories", async () => {
    await serveStories(STORIES);
    const { close } = openAt("/?tag=fog");
    expect(rail().getByRole("link", { name: "Tags" })).toHaveAttribute("href", "/tags/?tag=fog");
    close();
    openAt("/saved/?tag=fog");
    expect(rail().getByRole("link", { name: "Tags" })).toHaveAttribute("href", "/tags/");
  });

  it("says that the network is off for as long as it is", async () => {
    const edition = await serveStories(STORIES);
    openAt("/");
    await rail().findByRole("navigation", { name: "Tags" });
    expect(rail().queryByText(/^Offline/)).toBeNull();
    act(() => goOffline(edition));
    expect(await rail().findByText(/^Offline/)).toHaveTextContent(/^Offline$/);
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(rail().queryByText(/^Offline/)).toBeNull());
  });

  it("says of when a list is that the worker kept, until the host gives one", async () => {
    const { answer } = await serveStories(STORIES);
    const manifest = await (await fetch("/data/manifest.json")).text();
    const headers = { [KEPT_AT]: "2026-02-01T09:40:00Z" };
    answer((address) =>
      address === "data/manifest.json" ? new Response(manifest, { headers }) : null,
    );
    openAt("/");
    expect(await rail().findByText(/^Offline/)).toHaveTextContent("Offline, as of 09:40");
    answer(() => null);
    await waitFor(() => {
      // As a page that comes back out of the browser's memory.
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      expect(rail().queryByText(/^Offline/)).toBeNull();
    });
  });
});

it("a phone says above its bar, on every page that has one, that the network is off", async () => {
  const edition = await serveStories(STORIES);
  openAt("/");
  const [, bar] = await screen.findAllByRole("navigation", { name: "Places" });
  const above = () => bar?.previousElementSibling;
  expect(above()).not.toHaveTextContent(/^Offline/);
  act(() => goOffline(edition));
  await waitFor(() => expect(above()).toHaveTextContent(/^Offline$/));
});

it("days and times are those of the place where the edition is made", async () => {
  const late = story("lamp", { title: "A lamp", date: "2026-01-13T20:00:00Z" });
  await serveStories([late], { timeZone: "Asia/Tokyo" });
  const { list } = openAt("/");
  await list().findByRole("heading", { level: 2, name: "Wednesday 14 January" });
  expect(list().getByText("05:00")).toBeInTheDocument();
});
