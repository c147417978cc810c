import "fake-indexeddb/auto";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { saveArticle, unsaveArticle } from "#data/device/device.ts";
import { digestOf } from "../../data/device/fakes.ts";
import { idOf, story } from "../../support/edition-stories.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";

it("what was taken out is put back later, and goes for good at the reader's word alone", async () => {
  goOffline(await serveStories([story("other")]));
  await saveArticle(story("ice", { title: "Ice on the canal" }).article, digestOf(1));
  await unsaveArticle(idOf("ice"));
  const { savedList, user } = openAt("/saved/?show=removed");
  const list = savedList();
  await list.findByRole("heading", { level: 1, name: "Stories taken out lately" });
  await user.click(await list.findByRole("button", { name: "Put “Ice on the canal” back" }));
  await list.findByRole("heading", { level: 2, name: "Nothing was taken out lately" });
  await user.click(list.getByText("To read"));
  await user.click(await list.findByRole("button", { name: "Save “Ice on the canal”" }));
  await list.findByRole("heading", { level: 2, name: "Nothing is saved yet" });
  await user.click(await list.findByRole("link", { name: "What you took out lately" }));
  await user.click(await list.findByRole("button", { name: "Let go of all of them for good" }));
  await screen.findByText("Their space is free");
  await list.findByRole("heading", { level: 2, name: "Nothing was taken out lately" });
  expect(list.queryByRole("button", { name: /Put/ })).toBeNull();
});
