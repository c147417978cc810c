import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { articlePath } from "#model/address.ts";
import { idOf, story } from "../support/edition-stories.ts";
import { openAt, serveStories } from "../support/reader.tsx";

const STORIES = [
  story("lamp", { title: "A lamp", date: "2026-01-13T09:40:00Z" }),
  story("rope", { title: "A rope", date: "2026-01-12T09:40:00Z" }),
];

async function open(address: string) {
  await serveStories(STORIES);
  const reader = openAt(address);
  await reader.list().findByRole("link", { name: /^A rope/ });
  return reader;
}

describe("the focus", () => {
  it("goes to the headline of the story that one opened, at its beginning", async () => {
    const { list, story: main, user } = await open("/");
    screen.getByRole("region", { name: "Story" }).scrollTop = 900;
    await user.click(await list().findByRole("link", { name: "A lamp" }));
    await waitFor(() =>
      expect(main().getByRole("heading", { level: 1, name: "A lamp" })).toHaveFocus(),
    );
    await waitFor(() => expect(screen.getByRole("region", { name: "Story" }).scrollTop).toBe(0));
  });

  it("stands on the story that one read when one comes back to the list", async () => {
    const { list, story: main, user, address } = await open("/");
    await user.click(await list().findByRole("link", { name: "A rope" }));
    await main().findByRole("heading", { level: 1, name: "A rope" });
    history.back();
    await waitFor(() => expect(address()).toBe("/"));
    await waitFor(() => expect(list().getByRole("link", { name: "A rope, read" })).toHaveFocus());
  });

  it("stands on the head of the list where one did not read a story of it", async () => {
    const { list, story: main, user } = await open("/settings");
    await main().findByRole("heading", { level: 1, name: "Settings" });
    const [latest] = screen.getAllByRole("link", { name: /^Latest/ });
    if (latest) await user.click(latest);
    await waitFor(() => expect(list().getByRole("heading", { level: 1 })).toHaveFocus());
  });

  it("stands on the head of the other list when one goes from list to list", async () => {
    const { user } = await open("/");
    const [saved] = screen.getAllByRole("link", { name: /^Saved/ });
    if (saved) await user.click(saved);
    const head = await screen.findByRole("heading", { level: 1, name: "Saved stories" });
    await waitFor(() => expect(head).toHaveFocus());
  });

  it("is left to the reader where the page is the first, and where only the filter changes", async () => {
    const { list, story: main, user, address } = await open(articlePath(idOf("lamp")));
    await main().findByRole("heading", { level: 1, name: "A lamp" });
    expect(document.body).toHaveFocus();
    await user.click(await list().findByRole("link", { name: "A rope" }));
    await waitFor(() => expect(main().getByRole("heading", { level: 1 })).toHaveFocus());
    expect(address()).toBe(articlePath(idOf("rope")));
  });
});
