import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { useIsSaved, useSavedArticle } from "#data/device/device.ts";
import { articleQuery } from "#data/edition/edition-queries.ts";
import { type ToggleOutcome, useSaveToggle } from "#data/save-toggle.ts";
import { idOf, story } from "../support/edition-stories.ts";
import { readJson, workshop } from "../support/edition-workshop.ts";
import { serve } from "../support/served-edition.tsx";

/** An edition of one story, and a Save button for it. */
async function openSave(name: string) {
  const { out, publish } = workshop({ language: "pt" });
  const lamp = story(name, { title: "A lamp", section: "light" });
  await publish([lamp], new Map([["light", "Of Light"]]));
  const edition = serve(out);
  const id = idOf(name);
  const { digest } = readJson(out, `data/articles/${id.slice(0, 2)}/${id}.json`) as {
    digest: string;
  };
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } });
  const outcomes: ToggleOutcome[] = [];
  const note = (outcome: ToggleOutcome) => void outcomes.push(outcome);
  const { result } = renderHook(
    () => ({
      toggle: useSaveToggle(note),
      isSaved: useIsSaved(id),
      copy: useSavedArticle(id).data,
    }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  /** Presses, and gives what came of it. */
  const press = async () => {
    const before = outcomes.length;
    act(() => result.current.toggle({ id, digest }));
    await waitFor(() => expect(outcomes).toHaveLength(before + 1), { timeout: 5_000 });
    return outcomes.at(-1);
  };
  return { edition, client, id, digest, press, result };
}

describe("a press on Save", () => {
  it("fetches the story and keeps it, in the language and the section that its edition gave it", async () => {
    const { press, result } = await openSave("fetched");
    expect(await press()).toEqual({ kind: "saved", isKept: true });
    expect(result.current.isSaved).toBe(true);
    await waitFor(() =>
      expect(result.current.copy).toMatchObject({
        title: "A lamp",
        language: "pt",
        section: "light",
        sectionName: "Of Light",
      }),
    );
  });

  it("asks for nothing that is at hand", async () => {
    const { edition, client, id, digest, press } = await openSave("at hand");
    await client.prefetchQuery(articleQuery(id, digest));
    edition.answer((address) => (/articles/.test(address) ? new TypeError("gone") : null));
    expect(await press()).toMatchObject({ kind: "saved" });
  });

  it("takes out at the next press, which can be undone", async () => {
    const { press, result } = await openSave("taken out");
    await press();
    const outcome = await press();
    expect(outcome).toMatchObject({ kind: "unsaved" });
    expect(result.current.isSaved).toBe(false);
    if (outcome?.kind === "unsaved") outcome.undo();
    await waitFor(() => expect(result.current.isSaved).toBe(true));
  });

  it("says why the story can't be had, and keeps nothing", async () => {
    const { edition, press, result } = await openSave("missing");
    edition.answer((address) =>
      /articles/.test(address) ? new Response("", { status: 404 }) : null,
    );
    expect(await press()).toMatchObject({
      kind: "failed",
      reason: "missing",
    });
    expect(result.current.isSaved).toBe(false);
  });

  it("says so where the device takes nothing", async () => {
    const { press, result } = await openSave("full");
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const outcome = await press();
    Storage.prototype.setItem = setItem;
    expect(outcome).toEqual({ kind: "failed", reason: "full" });
    expect(result.current.isSaved).toBe(false);
  });
});
