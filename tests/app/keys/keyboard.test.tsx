import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { keepEarlyKeys } from "#ui/keys/early-keys.ts";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

it("does what a key asked for that was pressed before it was there", async () => {
  keepEarlyKeys();
  fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
  await serveStories([story("ice", { title: "The ice" })]);
  openAt("/");
  const help = await screen.findByRole("dialog", { name: "Keys" });
  expect(within(help).getByText("Show the keys")).toBeInTheDocument();
});
