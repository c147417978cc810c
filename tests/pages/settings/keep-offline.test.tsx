import { waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeHost } from "../../data/offline/fake-host.ts";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

const KEPT = "offprint-kept-offline@/";
let shelves: Map<string, FakeHost>;
beforeEach(() => {
  shelves = new Map();
  vi.stubGlobal("caches", {
    has: async (name: string) => shelves.has(name),
    delete: async (name: string) => shelves.delete(name),
    open: async (name: string) => {
      const shelf = shelves.get(name) ?? new FakeHost();
      shelves.set(name, shelf);
      return shelf.cache;
    },
  });
});

const kept = () => [...(shelves.get(KEPT)?.kept.keys() ?? [])];

/** Opens the settings of an edition; `hold` lets no article come until it is called off. */
async function openKeep() {
  const host = await serveStories([
    story("tide", { title: "The tide", tags: ["tides"], date: "2026-01-14T09:40:00Z" }),
    story("moon", { title: "The moon", tags: ["tides", "moon"], date: "2026-01-13T09:40:00Z" }),
    ...["reef", "buoy", "gull"].map((slug) => story(slug, { tags: ["tides"] })),
    story("owl", { title: "The owl", tags: ["birds"], date: "2026-01-12T09:40:00Z" }),
  ]);
  const reader = openAt("/settings/");
  const part = within(await reader.story().findByRole("region", { name: "Keep offline" }));
  const hold = () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { fetch } = globalThis;
    const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (...ask) => {
      if (String(ask[0]).includes("data/articles/")) await held;
      return fetch(...ask);
    });
    return () => {
      letGo();
      spy.mockRestore();
    };
  };
  const look = async () => {
    await reader.user.click(part.getByRole("button", { name: "See how large that is" }));
    return part.findByRole("button", { name: /^Keep them/ });
  };
  return { ...reader, host, part, hold, look };
}

describe("keeping stories offline", () => {
  it("is chosen by tags and number, told with its size, shown as it goes, held up and gone on with", async () => {
    const { user, part, host, hold, look } = await openKeep();
    await user.click(part.getByRole("radio", { name: "None" }));
    await user.type(part.getByLabelText("A tag to keep"), "whales{Enter}");
    await part.findByText("No story has this tag.");
    expect(part.queryByRole("button", { name: "Without whales" })).toBeNull();
    await user.clear(part.getByLabelText("A tag to keep"));
    await user.type(part.getByLabelText("A tag to keep"), "tides{Enter}");
    await part.findByRole("button", { name: "Without tides" });
    const keep = await look();
    part.getByText(/^5 stories, [\d.]+ k?(?:B|byte|bytes): .* of text and .* of pictures\.$/);
    expect(host.asked.filter((each) => each.includes("data/articles/"))).toEqual([]);

    const letGo = hold();
    await user.click(keep);
    await part.findByText(/^0 of 5 stories, /);
    await user.click(part.getByRole("button", { name: "Pause" }));
    letGo();
    // What was on its way comes still.
    await part.findByText(/^Paused at 3 of 5 stories, /);
    await user.click(part.getByRole("button", { name: "Go on" }));
    await part.findByText("All of it is here.");
    part.getByText(/^Kept now: 5 stories, /);
    expect(kept()).toHaveLength(5);

    await user.click(part.getByRole("button", { name: "Keep nothing offline" }));
    await waitFor(() => expect(part.queryByText(/^Kept now/)).toBeNull());
    expect(kept()).toEqual([]);
  });

  it("can be ended while it goes: what was kept before stays, and the choice with it", async () => {
    const { user, part, hold, look } = await openKeep();
    await user.click(part.getByRole("radio", { name: "None" }));
    await user.type(part.getByLabelText("A tag to keep"), "tides{Enter}");
    await part.findByRole("button", { name: "Without tides" });
    await user.click(await look());
    await part.findByText(/^Kept now: 5 stories, /);
    const before = kept();

    await user.click(part.getByRole("radio", { name: "25" }));
    const keep = await look();
    part.getByText(/^6 stories, .* 1 story of these not here yet: .* to fetch\.$/);
    const letGo = hold();
    await user.click(keep);
    await user.click(await part.findByRole("button", { name: "Cancel" }));
    letGo();
    await part.findByText("Cancelled: what had come was removed again.");
    expect(kept()).toEqual(before);
    part.getByText(/^Kept now: 5 stories, /);
    expect(localStorage.getItem("offprint:offline")).toContain('"newest":0');
  });
});
