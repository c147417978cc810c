import { expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { openAt, serveStories } from "../../support/reader.tsx";

it("an address that is no page's says so and leads back, beside the stories", async () => {
  await serveStories([story("a", { title: "A boat for two" })]);
  const { story: main, list, user, address } = openAt("/weather/today");
  expect(
    await main().findByRole("heading", { level: 1, name: "There is no page at this address" }),
  ).toBeInTheDocument();
  await list().findByText("A boat for two");
  await user.click(main().getByRole("link", { name: "The latest stories" }));
  expect(address()).toBe("/");
});
