import { within } from "@testing-library/react";
import { expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { parseSettings } from "#model/settings.ts";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

const kept = () =>
  parseSettings(JSON.parse(localStorage.getItem(storageKey.settings()) ?? "null")).keys;

it("the reader chooses other keys: they are kept, taken from what had them, and can be put back", async () => {
  await serveStories([story("a")]);
  const { story: main, user } = openAt("/settings");
  await user.click(await main().findByRole("heading", { level: 2, name: "Keys" }));
  const row = (name: string) => {
    const found = main().getByText(name).closest("li");
    if (!found) throw new Error(`There is no row for ${name}.`);
    return within(found);
  };
  await user.click(row("Save, or take out").getByRole("button", { name: /^Change/ }));
  expect(row("Save, or take out").getByRole("status")).toHaveTextContent("Press the new key");
  await user.keyboard("gs");
  const back = { name: "Put the key back: Save, or take out" };
  const put = await main().findByRole("button", back, { timeout: 5000 });
  expect(kept()).toEqual({ save: ["G S"], saved: [] });
  expect(row("Saved stories").getByText("No key")).toBeInTheDocument();

  await user.click(put);
  expect(kept()).toEqual({ saved: [] });

  await user.click(row("Back").getByRole("button", { name: /^Change/ }));
  await user.keyboard("{Escape}");
  expect(row("Back").queryByRole("status")).toBeNull();
  expect(kept()).toEqual({ saved: [] });
});
