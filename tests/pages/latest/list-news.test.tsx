import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { storageKey } from "#data/device/storage-keys.ts";
import { KEPT_AT } from "#model/address.ts";
import { FIRST_CHOICE } from "#model/keep-offline.ts";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { openAt } from "../../support/reader.tsx";
import { serve } from "../../support/served-edition.tsx";

const day = (number: number) => `2026-01-${String(number).padStart(2, "0")}T08:00:00Z`;
const of = (...numbers: number[]) =>
  numbers.map((number) => story(`${number}`, { title: `Story ${number}`, date: day(number) }));

async function edition(...numbers: number[]) {
  const { out, publish } = workshop();
  await publish(of(...numbers));
  return { publish, host: serve(out) };
}

/** As a page that comes back out of the browser's memory. */
const comeBack = () =>
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));

/** Lets the manifest come as the worker hands it out with the network off. */
async function keepManifest({ answer }: Awaited<ReturnType<typeof edition>>["host"]) {
  const manifest = await (await fetch("/data/manifest.json")).text();
  const headers = { [KEPT_AT]: "2026-02-01T09:40:00Z" };
  answer((address) =>
    address === "data/manifest.json" ? new Response(manifest, { headers }) : null,
  );
}

describe("stories that are published while the list is open", () => {
  it("are told of in its head, and shown when the reader says so", async () => {
    const { publish } = await edition(1, 2, 3);
    const { list, user } = openAt("/");
    await list().findByRole("link", { name: "Story 3" });
    await publish(of(1, 2, 3, 4, 5));
    const button = await waitFor(() => {
      comeBack();
      return list().getByRole("button", { name: "2 new stories" });
    });
    const titles = () =>
      list()
        .getAllByRole("heading", { level: 3 })
        .map((each) => each.textContent);
    expect(titles()).toEqual(["Story 3", "Story 2", "Story 1"]);
    await user.click(button);
    await list().findByRole("link", { name: "Story 5" });
    const all = ["Story 5", "Story 4", "Story 3", "Story 2", "Story 1"];
    await waitFor(() => expect(titles()).toEqual(all));
    expect(list().queryByRole("button", { name: /new stor/ })).not.toBeInTheDocument();
  });

  it("are no news for a list that lets none of them through", async () => {
    const { publish, host } = await edition(1, 2);
    const { list } = openAt("/?section=news");
    await list().findByRole("heading", { level: 2, name: "No story fits this filter" });
    await publish(of(1, 2, 3));
    // That the answer was read shows in its time; of what it brings nothing comes in its place.
    await keepManifest(host);
    const age = await waitFor(() => {
      comeBack();
      return screen.getAllByText(/^, as of/)[0];
    });
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(age).toBeInTheDocument();
    expect(list().queryByRole("button", { name: /new stor/ })).not.toBeInTheDocument();
  });
});

it("who keeps stories offline is told when others have come", async () => {
  localStorage.setItem(storageKey.offline(), JSON.stringify(FIRST_CHOICE));
  await edition(1, 2);
  const { list } = openAt("/");
  await list().findByRole("link", { name: "Story 2" });
  expect(await screen.findByText(/^2 new stories to keep offline, /)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Look" })).toHaveAttribute("href", "/settings/#offline");
});
