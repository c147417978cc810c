import { screen, within } from "@testing-library/react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { saveArticle } from "#data/device/device.ts";
import { digestOf } from "../../data/device/fakes.ts";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

/** Opens the settings in a browser that says this of its storage. */
async function openSettings(keeper: object, userAgent?: string) {
  const told = { storage: keeper, ...(userAgent ? { userAgent } : {}) };
  for (const [name, value] of Object.entries(told)) {
    Object.defineProperty(navigator, name, { value, configurable: true });
  }
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  onTestFinished(() => {
    vi.unstubAllGlobals();
    for (const name of Object.keys(told)) Reflect.deleteProperty(navigator, name);
  });
  await serveStories([story("other")]);
  const long = story("long", { title: "A long one", body: "<p>Words and words.</p>".repeat(900) });
  await saveArticle(story("short", { title: "A short one" }).article, digestOf(1));
  await saveArticle(long.article, digestOf(2));
  const reader = openAt("/settings/");
  const part = within(await reader.story().findByRole("region", { name: "Storage" }));
  return { ...reader, part };
}

describe("the storage page", () => {
  it("says what is used, what is free, and which stories take most", async () => {
    const { part } = await openSettings({
      estimate: async () => ({ usage: 2_500_000, quota: 1_002_500_000 }),
      persisted: async () => true,
    });
    expect(await part.findByText(/^2\.5 MB, with what the app keeps/)).toBeInTheDocument();
    expect(part.getByText("about 1.0 GB")).toBeInTheDocument();
    expect(part.getByText(/^2 stories, .* with their pictures$/)).toBeInTheDocument();
    expect(part.getByText(/promised to remove nothing/)).toBeInTheDocument();
    expect(part.getAllByRole("button").map((each) => each.getAttribute("aria-label"))).toEqual([
      "Take “A long one” out",
      "Take “A short one” out",
    ]);
  });

  it("takes a story out, with an undo", async () => {
    const { part, user } = await openSettings({});
    await user.click(part.getByRole("button", { name: "Take “A long one” out" }));
    await part.findByText(/^1 story, /);
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await part.findByText(/^2 stories, /);
  });

  it.each([
    [true, "The browser has promised to remove nothing by itself"],
    [false, /^The browser has not promised it\./],
  ])("asks the browser to keep it, and tells the true answer: %s", async (answer, words) => {
    let isPersisted = false;
    const { part, user } = await openSettings({
      persisted: async () => isPersisted,
      persist: async () => {
        isPersisted = answer;
        return answer;
      },
    });
    await user.click(await part.findByRole("button", { name: "Ask the browser to keep it" }));
    await screen.findByText(words);
    if (answer) await part.findByText(/^The browser has promised to remove nothing of this/);
    else expect(part.getByRole("button", { name: /^Ask/ })).toBeInTheDocument();
  });

  it("says where the browser says nothing", async () => {
    const { part } = await openSettings({});
    await part.findByText("This browser does not say");
    expect(part.queryByRole("button", { name: /^Ask/ })).toBeNull();
    expect(part.queryByRole("note")).toBeNull();
  });

  it("warns in Safari of the seven days, with the ways out", async () => {
    const { part } = await openSettings(
      {},
      "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
    );
    expect(part.getByRole("note")).toHaveTextContent(/seven days/);
    expect(part.getByRole("link", { name: "a backup in a file" })).toHaveAttribute(
      "href",
      "/transfer/",
    );
  });
});
