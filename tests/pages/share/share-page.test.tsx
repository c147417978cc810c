import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

const STORY = story("weir", {
  title: "The weir",
  date: "2026-01-13T09:40:00Z",
  body: "<p>Dark.</p>",
});
const SHARED = `/share/?${new URLSearchParams({ title: "On tides", text: "https://tides.example/a" })}`;

async function open(address: string) {
  await serveStories([STORY]);
  const opened = openAt(address);
  return { ...opened, main: within(screen.getByRole("main")) };
}

it("a link that another app shares is saved, with its name, and can be taken back at once", async () => {
  const { main, user, savedList, address } = await open(SHARED);
  await main.findByRole("heading", { level: 1, name: "The link is saved" });
  // It is among the saved stories beside it too, once these are there.
  const page = within(screen.getByRole("region", { name: "Story" }));
  expect(page.getByText("On tides")).toBeInTheDocument();
  expect(main.getByRole("link", { name: "https://tides.example/a" })).toHaveAttribute(
    "rel",
    "noopener noreferrer nofollow",
  );
  await user.click(main.getByRole("button", { name: "Undo" }));
  await screen.findByRole("region", { name: "Saved stories" });
  expect(address()).toBe("/saved/");
  expect(savedList().queryByText("On tides")).toBeNull();
});

it("it is opened from there as what it is, a link", async () => {
  const { main, user } = await open(SHARED);
  await user.click(await main.findByRole("link", { name: "Open it" }));
  await main.findByRole("heading", { level: 1, name: "On tides" });
});

it("a link that is saved already stays as it is", async () => {
  const { main, user, close } = await open(SHARED);
  await user.click(await main.findByRole("link", { name: "Open it" }));
  close();
  openAt(`${SHARED}&utm=1`.replace("&utm=1", "#again"));
  const again = within(screen.getByRole("main"));
  await again.findByRole("heading", { level: 1, name: "You have saved this already" });
  expect(again.queryByRole("button", { name: "Undo" })).toBeNull();
});

it("where nothing that is shared is a link, that is said", async () => {
  const { main } = await open("/share/?text=only+words");
  await main.findByRole("heading", { level: 1, name: "There is no link in this" });
});
