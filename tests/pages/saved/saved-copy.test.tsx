import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import type { Article } from "#model/article.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

const DIGEST = "0123456789abcdef";
const OLD = "<p>The ice bears a cart.</p><p>It froze on Monday.</p>";

/** Saves a story as it was, and opens the copy beside the edition as it is now. */
async function openBeside(now: Partial<Article> | null, parts: Partial<Article> = {}) {
  const other = story("other");
  const served = await serveStories(
    now ? [other, story("ice", { body: OLD, ...now })] : [other],
    {},
    new Map([["canal", "The Canal"]]),
  );
  const { article } = story("ice", { title: "Ice", body: OLD, ...parts });
  await saveArticle(article, DIGEST);
  const reader = openAt(`/saved/?story=${idOf("ice")}`);
  const main = reader.story();
  await main.findByRole("heading", { level: 1 });
  return { ...reader, ...served, main };
}

describe("a copy of a story that the edition has changed", () => {
  it("says so, shows which words changed, and stays as it was", async () => {
    const { main, user } = await openBeside({
      title: "Ice",
      body: "<p>The ice bears a lorry.</p><p>It froze on Monday.</p>",
    });
    const news = await main.findByText(/^The edition has changed this story/);
    expect(main.getByText("The ice bears a cart.")).toBeInTheDocument();
    await user.click(main.getByRole("button", { name: "What changed" }));
    await waitFor(() => expect(news.querySelector("ins")).toHaveTextContent("lorry"));
    expect(news.querySelector("del")).toHaveTextContent("cart");
    expect(news).toHaveTextContent("It froze on Monday.");
    await user.click(main.getByRole("button", { name: "Hide what changed" }));
    expect(news.querySelector("ins")).toBeNull();
  });

  it("becomes the new one at the reader's word", async () => {
    const { main, user } = await openBeside({ title: "Ice", body: "<p>It bears a lorry.</p>" });
    await user.click(await main.findByRole("button", { name: "Update my copy" }));
    await main.findByText("It bears a lorry.");
    await screen.findByText("Your copy is up to date");
    await waitFor(() => expect(main.queryByText(/^The edition has changed/)).toBeNull());
  });

  it("says so too where its words are the same", async () => {
    const { main, user } = await openBeside({ title: "Ice", tags: ["Frost"] });
    await user.click(await main.findByRole("button", { name: "What changed" }));
    await main.findByText(/^Its words are the same/);
  });
});

it("a copy of a story that the edition dropped says so, and stays", async () => {
  const { main } = await openBeside(null);
  await main.findByText("The edition no longer has this story. Your copy stays.");
  expect(main.getByText("The ice bears a cart.")).toBeInTheDocument();
});

it("a copy of a story that has expired says so, and stays", async () => {
  const { main, answer, asked } = await openBeside({ title: "Ice" });
  await waitFor(() => expect(asked.some((each) => each.includes(idOf("ice")))).toBe(true));
  const over = {
    ...story("ice", { title: "Ice", expires: "2026-01-30T00:00:00Z" }).article,
    digest: DIGEST,
  };
  answer((address) => (address.includes(idOf("ice")) ? Response.json(over) : null));
  const later = openAt(`/saved/?story=${idOf("ice")}`);
  const [article] = await screen.findAllByText(/^Its publisher let this story end/);
  expect(article).toBeInTheDocument();
  expect(main).toBeDefined();
  later.close();
});

it("with the network off nothing is asked, and nothing is said", async () => {
  const served = await serveStories([story("other")]);
  goOffline(served);
  await saveArticle(story("ice", { title: "Ice", body: OLD }).article, DIGEST);
  const { story: main } = openAt(`/saved/?story=${idOf("ice")}`);
  await main().findByText("The ice bears a cart.");
  expect(served.asked.filter((address) => address.includes(idOf("ice")))).toEqual([]);
  expect(main().queryByRole("note")).toBeNull();
});

it("the section has the title that it had, also where the edition has it no more", async () => {
  const { main } = await openBeside(null, { section: "quay", sectionName: "The Quay" });
  await main.findByRole("link", { name: "The Quay" });
});

it("the section has its title where the edition is at hand", async () => {
  const { main } = await openBeside({ title: "Ice", section: "canal" }, { section: "canal" });
  await main.findByRole("link", { name: "The Canal" });
});

describe("with a copy one can", () => {
  it("put tags of one's own on it and take them off, each with an undo", async () => {
    const { main, user } = await openBeside({ title: "Ice" });
    await user.type(main.getByRole("combobox", { name: "A tag of your own" }), "Winter{Enter}");
    await main.findByRole("link", { name: "Winter" });
    await user.click(main.getByRole("button", { name: "Take the tag Winter off" }));
    await waitFor(() => expect(main.queryByRole("link", { name: "Winter" })).toBeNull());
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await main.findByRole("link", { name: "Winter" });
    // The text stood all the while.
    expect(main.getByText("The ice bears a cart.")).toBeInTheDocument();
  });

  it("archive it, and put it back to be read", async () => {
    const { main, user, savedList } = await openBeside({ title: "Ice" });
    const [archive] = main.getAllByRole("button", { name: "Archive" });
    if (archive) await user.click(archive);
    await savedList().findByRole("heading", { level: 2, name: "All is archived" });
    const [back] = await main.findAllByRole("button", { name: "Put back to read" });
    if (back) await user.click(back);
    await savedList().findByRole("link", { name: /^Ice/ });
  });
});

it("of an address alone there is the way to it, and no text", async () => {
  const { main } = await openBeside(null, { body: "", link: "https://far.example/ice" });
  await main.findByText(/^Only the address of this story is kept/);
  expect(main.getByRole("link", { name: /^https:\/\/far\.example\/ice/ })).toHaveAttribute(
    "rel",
    "noopener noreferrer nofollow",
  );
});
