import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import { storageKey } from "#data/device/storage-keys.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const DIGEST = "0123456789abcdef";
const ICE = story("ice", {
  title: "Ice on the canal",
  tags: ["Boats"],
  body: "<p>It bears.</p><img src=x onerror=alert(1)>",
  related: [
    { id: idOf("stove"), title: "A stove", date: null },
    { id: idOf("fog"), title: "Fog", date: null },
  ],
});
const STOVE = story("stove", { title: "A stove" });

/** Keeps stories, the last one last, and opens an address with the network off. */
async function openCopy(address: string, stories = [ICE, STOVE]) {
  goOffline(await serveStories([story("other")]));
  for (const { article } of stories) await saveArticle(article, DIGEST);
  const reader = openAt(address);
  return { ...reader, main: reader.story() };
}

describe("a saved article", () => {
  it("opens with the network off, sanitized by today's rules, and counts as read", async () => {
    const { main } = await openCopy(`/saved/?story=${idOf("ice")}`);
    await main.findByRole("heading", { level: 1, name: "Ice on the canal" });
    const body = (await main.findByText("It bears.")).closest(".prose");
    expect(body?.querySelector("[onerror]")).toBeNull();
    expect(main.getByText("Saved on this device")).toBeInTheDocument();
    expect(document.title).toBe("Ice on the canal");
    expect(localStorage.getItem(storageKey.read(idOf("ice")))).not.toBeNull();
  });

  it("leads on among the saved stories, and to the edition for what is not saved", async () => {
    const { main, user, address } = await openCopy(`/saved/?story=${idOf("ice")}&q=ice`);
    await main.findByRole("heading", { level: 1, name: "Ice on the canal" });
    expect(main.getByRole("link", { name: "Fog" }).getAttribute("href")).toMatch(/^\/article\//);
    expect(main.getByRole("link", { name: "A stove" })).toHaveAttribute(
      "href",
      `/saved/?story=${idOf("stove")}&q=ice`,
    );
    await user.click(main.getByRole("link", { name: "Back to the saved stories" }));
    expect(address()).toBe("/saved/?q=ice");
  });

  it("has the saved story before it and the one after it at its end", async () => {
    const { main, user } = await openCopy(`/saved/?story=${idOf("ice")}`);
    const before = await main.findByRole("link", { name: /^Previous/ });
    expect(main.queryByRole("link", { name: /^Next/ })).toBeNull();
    await user.click(before);
    await main.findByRole("heading", { level: 1, name: "A stove" });
    expect(await main.findByRole("link", { name: /^Next/ })).toHaveTextContent("Ice on the canal");
  });

  it("is gone at a press on its ribbon, and back at Undo", async () => {
    const { main, user } = await openCopy(`/saved/?story=${idOf("ice")}`);
    const [ribbon] = await main.findAllByRole("button", { name: "Save “Ice on the canal”" });
    if (ribbon) await user.click(ribbon);
    await main.findByRole("heading", { level: 1, name: "This story is not saved here" });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await main.findByText("It bears.");
  });

  it("that was never saved here is said not to be, with a way to those that are", async () => {
    const { main } = await openCopy(`/saved/?story=${idOf("fog")}`);
    await main.findByRole("heading", { level: 1, name: "This story is not saved here" });
    expect(main.getByRole("link", { name: "Saved stories" })).toHaveAttribute("href", "/saved/");
  });

  it("whose text is damaged is said to be, with what to do", async () => {
    goOffline(await serveStories([story("other")]));
    await saveArticle(ICE.article, DIGEST);
    localStorage.setItem(storageKey.body(idOf("ice"), DIGEST), "half a te");
    const { story: main } = openAt(`/saved/?story=${idOf("ice")}`);
    await main().findByRole("heading", { level: 1, name: "This copy can’t be opened" });
    expect(
      main().getByText("The text of this saved article is damaged. Save it again."),
    ).toBeInTheDocument();
  });
});
