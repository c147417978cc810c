import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { articlePath } from "#model/address.ts";
import { idOf, story } from "../support/edition-stories.ts";
import { openAt, serveStories } from "../support/reader.tsx";

const LAMP = story("lamp", { title: "A lamp" });

const shown = () => screen.getByRole("main").parentElement?.getAttribute("data-shows") ?? "nothing";
const tabBar = () => screen.getAllByRole("navigation", { name: "Places" })[1];
const marked = () => document.querySelector("nav [aria-current=page]")?.textContent;

describe("at every address stands its page", () => {
  it.each([
    ["/", "Stories", "The latest stories", "list", /^Latest/],
    ["/tags", "Stories", "What to read", "main", /^Tags/],
    ["/settings", "Stories", "Settings", "main", /^Settings/],
    ["/saved", "Saved stories", "Saved stories", "list", /^Saved/],
    ["/share?text=https://a.example/b", "Saved stories", "The link is saved", "main", /^Saved/],
    ["/tides/today", "Stories", "There is no page at this address", "main", null],
  ])(
    "%s beside the list of %s has the heading %s, on a phone in the %s pane",
    async (address, list, title, pane, place) => {
      await serveStories([LAMP]);
      openAt(address);
      await screen.findByRole("heading", { level: 1, name: title });
      expect(screen.getByRole("region", { name: list })).toBeInTheDocument();
      expect(shown()).toBe(pane);
      expect(tabBar()).toBeInTheDocument();
      if (place) expect(marked()).toMatch(place);
      else expect(marked()).toBeUndefined();
    },
  );

  it.each([
    ["", /^Latest/],
    ["?queue=15", /^15 minutes/],
  ])("a story, %s too, has the whole of a phone", async (search, place) => {
    await serveStories([LAMP]);
    openAt(articlePath(idOf("lamp")) + search);
    await screen.findByRole("heading", { level: 1, name: "A lamp" });
    expect(screen.getByRole("region", { name: "Stories" })).toBeInTheDocument();
    expect(shown()).toBe("main");
    expect(tabBar()).toBeUndefined();
    expect(marked()).toMatch(place);
  });

  it.each([
    [articlePath(idOf("rope")), "Stories", "There is no story at this address", /^Latest/],
    [`/saved?story=${idOf("lamp")}`, "Saved stories", "This story is not saved here", /^Saved/],
  ])("what is said at %s in place of a story has the bar of a phone", async (...row) => {
    const [address, list, title, place] = row;
    await serveStories([LAMP]);
    const { user, story: main } = openAt(address);
    await screen.findByRole("heading", { level: 1, name: title });
    expect(screen.getByRole("region", { name: list })).toBeInTheDocument();
    expect(shown()).toBe("main");
    expect(tabBar()).toBeInTheDocument();
    expect(marked()).toMatch(place);
    await user.click(main().getByRole("link", { name: "The latest stories" }));
    await user.click(await screen.findByRole("link", { name: "A lamp" }));
    await screen.findByRole("heading", { level: 1, name: "A lamp" });
    expect(tabBar()).toBeUndefined();
  });
});

it("the list keeps its place while stories are opened beside it", async () => {
  await serveStories([LAMP, story("rope", { title: "A rope" })]);
  const { list, story: main, user } = openAt("/");
  const link = await list().findByRole("link", { name: "A rope" });
  const row = link.closest("article");
  await user.click(link);
  await main().findByRole("heading", { level: 1, name: "A rope" });
  await waitFor(() => expect(shown()).toBe("main"));
  expect(row).toBeInTheDocument();
});
