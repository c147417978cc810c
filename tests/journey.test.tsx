import { join } from "node:path";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { App } from "#app/app.tsx";
import { storageKey } from "#data/device/storage-keys.ts";
import { parseSavedRecord } from "#model/saved.ts";
import { WholeList } from "#pages/latest/whole-list.ts";
import { openContent } from "#pipeline/content/open-content.ts";
import { Report } from "#pipeline/report.ts";
import { workshop, writeFiles } from "./support/edition-workshop.ts";
import { giveWindow } from "./support/give-window.ts";
import { serve } from "./support/served-edition.tsx";

const QUAY = `---
title: "The quay that moves"
date: 2026-01-13
summary: "It rises with the tide."
tags: [tides, "Harbour works"]
source: 'Harbour Notes'
---
<p>It is chained to four piles and floats.</p><script>alert(1)</script><img src=x onerror=alert(1)>
`;
const BREAD = `+++
title = "Bread without a mill"
date = 2026-01-12
tags = ["bread"]
+++
Between two stones, **slowly**.
`;

beforeAll(async () => {
  giveWindow();
  // Else the first rows give way to the whole list at some moment, and with them the link that is to be pressed.
  await WholeList.load();
});

it("a content file becomes a story that a reader finds by its tag, reads and keeps", async () => {
  const { folder, out, options, publish } = workshop();
  writeFiles(join(folder, "content"), { "sea/quay.md": QUAY, "bread.md": BREAD });
  const content = await openContent(options, new Report());
  await publish(content);
  const { asked } = serve(out);

  render(<App />);
  const list = await screen.findByRole("list", { name: "Stories" });
  await within(list).findByRole("heading", { level: 3, name: "The quay that moves" });
  expect(within(list).getAllByRole("article")).toHaveLength(2);
  expect(asked.filter((address) => address.includes("articles/"))).toEqual([]);

  const user = userEvent.setup();
  await user.click(screen.getByRole("link", { name: "Harbour works: show only this tag" }));
  await waitFor(() => expect(location.search).toBe("?tag=harbour-works"));
  const filtered = await screen.findByRole("list", { name: "Stories" });
  await waitFor(() => expect(within(filtered).getAllByRole("article")).toHaveLength(1));

  await user.click(within(filtered).getByRole("link", { name: "The quay that moves" }));
  const story = screen.getByRole("region", { name: "Story" });
  await within(story).findByRole("heading", { level: 1, name: "The quay that moves" });
  const text = await within(story).findByText("It is chained to four piles and floats.");
  const body = text.closest(".prose");
  expect(body?.querySelector("script, [onerror]")).toBeNull();

  const [save] = within(story).getAllByRole("button", { name: "Save “The quay that moves”" });
  if (!save) throw new Error("There is no Save button.");
  await user.click(save);
  await waitFor(() => expect(save).toHaveAttribute("aria-pressed", "true"));

  const id = location.pathname.replace(/^\/article\/|\//g, "");
  const record = parseSavedRecord(JSON.parse(localStorage.getItem(storageKey.record(id)) ?? ""));
  expect(record.summary.title).toBe("The quay that moves");
  expect(localStorage.getItem(storageKey.body(id, record.digest))).not.toBeNull();
});
