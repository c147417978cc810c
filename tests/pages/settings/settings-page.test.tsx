import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

it("a chosen theme shows at once, is kept on the device, and can be put back", async () => {
  await serveStories([story("a")]);
  const { story: main, user } = openAt("/settings");
  await main().findByRole("heading", { level: 1, name: "Settings" });
  await waitFor(() => expect(document.title).toBe("Settings"));
  await user.click(main().getByRole("radio", { name: "Night" }));
  await expect.poll(() => document.documentElement.dataset.theme).toBe("night");
  expect(localStorage.getItem(storageKey.settings())).toContain('"theme":"night"');
  await user.click(main().getByRole("radio", { name: "Headlines only" }));
  await expect.poll(() => document.documentElement.dataset.density).toBe("headlines");
  await user.click(main().getByRole("button", { name: "Put everything back" }));
  await expect.poll(() => document.documentElement.dataset.density).toBe("regular");
  await expect.poll(() => document.documentElement.dataset.theme).toBeUndefined();
});

it("what was chosen in another tab holds here too", async () => {
  await serveStories([story("a")]);
  const { story: main } = openAt("/settings");
  await main().findByRole("heading", { level: 1, name: "Settings" });
  const other = { v: 1, theme: "sepia", typeface: "sans", measure: "wide", textSize: 2 };
  localStorage.setItem(storageKey.settings(), JSON.stringify(other));
  window.dispatchEvent(new StorageEvent("storage", { key: storageKey.settings() }));
  expect(await main().findByRole("radio", { name: "Sepia", checked: true })).toBeInTheDocument();
  expect(screen.getByText("+2")).toBeInTheDocument();
});
