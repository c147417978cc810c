import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

const STORIES = [
  story("ice", { title: "The ice", date: "2026-01-14T09:40:00Z", minutes: 3 }),
  story("boat", { title: "The boat", date: "2026-01-13T09:40:00Z", minutes: 30 }),
  story("owl", { title: "The owl", date: "2026-01-12T09:40:00Z", minutes: 2 }),
  story("oak", { title: "The oak", date: "2026-01-11T09:40:00Z", minutes: 4 }),
];

describe("fifteen minutes", () => {
  it("are filled with what is unread and fits, lead from story to story, and end", async () => {
    localStorage.setItem(storageKey.read(idOf("oak")), "1");
    window.dispatchEvent(new StorageEvent("storage", { key: null }));
    await serveStories(STORIES);
    const { story: main, user, address } = openAt("/minutes/");
    await main().findByText("2 stories, 5 minutes in all. Then you are done.");
    const list = within(main().getByRole("list"));
    expect(list.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
      "The ice3 min",
      "The owl2 min",
    ]);
    await user.click(main().getByRole("link", { name: "Begin" }));
    await main().findByRole("heading", { level: 1, name: "The ice" });
    const back = main().getByRole("link", { name: "Back to your 15 minutes" });
    expect(back).toHaveAttribute("href", "/minutes/?n=15");
    await user.click(await main().findByRole("link", { name: /^Next in your 15 minutes, 2 left/ }));
    await main().findByRole("heading", { level: 1, name: "The owl" });
    await main().findByText("That was the last of your 15 minutes.");
    await user.click(main().getByRole("link", { name: "What you read" }));
    expect(address()).toBe("/minutes/?n=15");
    await main().findByText("You are done: 5 minutes, all of it read.");
    await user.click(main().getByRole("button", { name: "Another 15 minutes" }));
    await main().findByText(/No unread story is as short as that/);
  });

  it("are as many as one says", async () => {
    await serveStories(STORIES);
    const { story: main, user, address } = openAt("/minutes/");
    await user.click(await screen.findByRole("link", { name: "5" }));
    expect(address()).toBe("/minutes/?n=5");
    await main().findByText("2 stories, 5 minutes in all. Then you are done.");
  });
});
