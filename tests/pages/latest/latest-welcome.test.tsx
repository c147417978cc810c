import { expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

it("beside the list stands which edition it is, today's day there, and how much is in it", async () => {
  const stories = [story("a", { tags: ["Ice", "Boats"] }), story("b", { tags: ["Ice"] })];
  await serveStories(stories, { title: "The Quay", timeZone: "Asia/Tokyo" });
  const { story: main } = openAt("/", new Date("2026-02-01T20:00:00Z"));
  await main().findByText("The Quay");
  expect(main().getByText("Monday 2 February")).toBeInTheDocument();
  expect(
    main().getByText("2 stories on 2 subjects: choose one from the list."),
  ).toBeInTheDocument();
});

it("an edition without tags is not said to have subjects", async () => {
  await serveStories([story("a")]);
  const { story: main } = openAt("/");
  await main().findByText(/1 story: choose one from the list\.$/);
});
