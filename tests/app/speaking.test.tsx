import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { story } from "#tests/support/edition-stories.ts";
import { openAt, serveStories } from "#tests/support/reader.tsx";

it("the app speaks the language that its reader chooses, and turns round for one from the right", async () => {
  await serveStories([story("salt")]);
  // As after a document in its article's language.
  document.documentElement.lang = "de";
  const { user, story: pane, list } = openAt("/settings/");
  await list().findByRole("heading", { name: "The latest stories" });
  expect(document.documentElement.lang).toBe("en");
  const form = within(await pane().findByRole("group", { name: "Language of the app" }));
  await user.click(form.getByRole("radio", { name: "العربية" }));
  await screen.findByRole("heading", { name: "أحدث المقالات" });
  const { documentElement } = document;
  await waitFor(() => expect([documentElement.lang, documentElement.dir]).toEqual(["ar", "rtl"]));
  await user.click(form.getByRole("radio", { name: "Deutsch" }));
  await screen.findByRole("heading", { name: "Das Neueste" });
  expect([documentElement.lang, documentElement.dir]).toEqual(["de", "ltr"]);
});
