import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { story } from "../../support/edition-stories.ts";
import { workshop } from "../../support/edition-workshop.ts";
import { ROW_PX } from "../../support/give-window.ts";
import { goOffline, openAt, serveStories } from "../../support/reader.tsx";
import { type Answer, serve } from "../../support/served-edition.tsx";

const THREE = [
  story("ice", { title: "Ice on the canal", date: "2026-01-13T09:40:00Z", tags: ["Ice", "Boats"] }),
  story("boat", { title: "A boat for two", date: "2026-01-13T08:00:00Z", tags: ["Boats"] }),
  story("owl", { title: "The owl moved", date: "2026-01-11T08:00:00Z", tags: ["Owls"] }),
];

/** Story 0 is the oldest; an hour lies between any two. */
function hourly(count: number) {
  return Array.from({ length: count }, (_, number) =>
    story(`${number}`, {
      title: `Story ${number}`,
      date: new Date(Date.UTC(2025, 11, 1, number)).toISOString().replace(".000", ""),
      tags: number % 2 === 0 ? ["Even"] : [],
    }),
  );
}

const titles = () =>
  Array.from(document.querySelectorAll("#list-pane h3"), ({ textContent }) => textContent);

describe("the list of the latest stories", () => {
  it("shows the newest first, each day under its heading, and says how many there are", async () => {
    await serveStories(THREE);
    const { list } = openAt("/");
    expect(
      list().getByRole("status", { name: "The stories are being loaded" }),
    ).toBeInTheDocument();
    await list().findByText("Ice on the canal");
    const headings = list().getAllByRole("heading");
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      "The latest stories",
      "Tuesday 13 January",
      "Ice on the canal",
      "A boat for two",
      "Sunday 11 January",
      "The owl moved",
    ]);
    expect(list().getAllByText("3")[0]?.parentElement).toHaveTextContent("3 stories");
  });

  it("begins with what its publisher put first, which stays in its place by date as well", async () => {
    await serveStories([
      ...THREE,
      story("notice", { title: "How to use the quay", date: "2026-01-10T08:00:00Z" }, { pin: 1 }),
    ]);
    const { list } = openAt("/");
    await list().findByRole("heading", { level: 2, name: "First of all" });
    expect(titles()).toEqual([
      "How to use the quay",
      "Ice on the canal",
      "A boat for two",
      "The owl moved",
      "How to use the quay",
    ]);
  });

  it("shows only what the address asks for, in words too, until the reader clears it", async () => {
    await serveStories([...THREE, story("pin", { title: "Pinned" }, { pin: 1 })]);
    const { list, user, address } = openAt("/?tag=boats&not-tag=ice");
    await waitFor(() => expect(titles()).toEqual(["A boat for two"]));
    expect(list().getByRole("heading", { level: 1 })).toHaveTextContent(
      "Stories about Boats, not Ice",
    );
    await user.click(list().getByRole("link", { name: "Clear" }));
    await waitFor(() => expect(titles()).toHaveLength(5));
    expect(address()).toBe("/");
  });

  it("keeps its head while the filter changes, and gives the focus of a tag that has gone to its name", async () => {
    await serveStories(THREE);
    const { list, user } = openAt("/");
    const tag = await list().findByRole("link", { name: "Owls: show only this tag" });
    const name = list().getByRole("heading", { level: 1 });
    // How many are unread comes later, and may be there already.
    const count = list().getAllByText("3")[0]?.closest("[aria-live]");
    tag.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(titles()).toEqual(["The owl moved"]));
    expect(name).toBeInTheDocument();
    expect(name).toHaveFocus();
    expect(count).toHaveTextContent("1 story");
  });

  it("leaves the focus where it is when the filter is changed from elsewhere", async () => {
    await serveStories(THREE);
    const { list, user } = openAt("/");
    await list().findByText("The owl moved");
    const rail = within(screen.getByRole("navigation", { name: "Tags" })).getByRole("link", {
      name: /Boats/,
    });
    rail.focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(titles()).toHaveLength(2));
    expect(rail).toHaveFocus();
  });

  it("names the window after what it shows", async () => {
    await serveStories(THREE, { title: "The Quay" });
    openAt("/?tag=boats");
    await waitFor(() => expect(document.title).toBe("Stories about Boats · The Quay"));
  });

  it("leads on to where the filter is chosen, with the filter", async () => {
    await serveStories(THREE);
    const { list } = openAt("/?tag=boats");
    expect(list().getByRole("link", { name: "Change" })).toHaveAttribute(
      "href",
      "/tags/?tag=boats",
    );
    await waitFor(() => expect(titles()).toHaveLength(2));
  });

  it("holds what became due since the edition was made, and not what has expired since", async () => {
    await serveStories([
      ...THREE,
      story("due", {
        title: "Out this morning",
        date: "2026-02-01T08:00:00Z",
        appears: "2026-02-01T08:00:00Z",
      }),
      story("later", {
        title: "Out tomorrow",
        date: "2026-02-02T08:00:00Z",
        appears: "2026-02-02T08:00:00Z",
      }),
      story("over", {
        title: "Over this morning",
        date: "2026-01-12T08:00:00Z",
        expires: "2026-02-01T08:00:00Z",
      }),
      story("too", {
        title: "Over this morning too",
        date: "2026-01-11T20:00:00Z",
        expires: "2026-02-01T08:00:00Z",
      }),
    ]);
    const { list } = openAt("/");
    await list().findByText("The owl moved");
    expect(list().getAllByText("4")[0]?.parentElement).toHaveTextContent("4 stories");
    const headings = list().getAllByRole("heading");
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      "The latest stories",
      "Sunday 1 February",
      "Out this morning",
      "Tuesday 13 January",
      "Ice on the canal",
      "A boat for two",
      "Sunday 11 January",
      "The owl moved",
    ]);
  });

  it("marks the story that is open, and says of it that it was read", async () => {
    await serveStories(THREE);
    const { list, user, story: main } = openAt("/");
    await user.click(await list().findByRole("link", { name: "The owl moved" }));
    await main().findByRole("heading", { level: 1, name: "The owl moved" });
    const link = await list().findByRole("link", { name: "The owl moved, read" });
    expect(link.closest("article")).toHaveAttribute("aria-current", "true");
    expect(list().getByRole("link", { name: "A boat for two" }).closest("article")).toHaveAttribute(
      "lang",
      "en",
    );
  });

  it("keeps a story for the reader who presses its ribbon, and takes it back at a press on Undo", async () => {
    await serveStories(THREE);
    const { list, user } = openAt("/");
    const ribbon = await list().findByRole("button", { name: "Save “The owl moved”" });
    await user.click(ribbon);
    await screen.findByText("Saved on this device");
    expect(ribbon).toHaveAttribute("aria-pressed", "true");
    await user.click(ribbon);
    await screen.findByText("Taken out of what is saved");
    expect(ribbon).toHaveAttribute("aria-pressed", "false");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(ribbon).toHaveAttribute("aria-pressed", "true"));
  });

  it("says why a story can't be kept when the network has gone", async () => {
    const edition = await serveStories(THREE);
    const { list, user } = openAt("/");
    const ribbon = await list().findByRole("button", { name: "Save “The owl moved”" });
    goOffline(edition);
    await user.click(ribbon);
    await screen.findByText("Not saved. There is no answer from the network.");
    expect(ribbon).toHaveAttribute("aria-pressed", "false");
  });
});

describe("a list that is longer than the window", () => {
  const scrollTo = (row: number) => {
    screen.getByRole("region", { name: "Stories" }).scrollTop = row * ROW_PX;
  };

  it("holds only the stories near what the reader sees, and ends with words", async () => {
    await serveStories(hourly(60));
    const { list } = openAt("/");
    await list().findByText("That is all there is.");
    await waitFor(() => expect(titles()[0]).toBe("Story 59"));
    expect(titles().length).toBeLessThan(20);
    scrollTo(40);
    await waitFor(() => expect(titles()).toContain("Story 19"));
    expect(titles()).not.toContain("Story 59");
  });

  it("says where stories could not be loaded, and has them once they are asked for again", async () => {
    const { answer } = await serveStories(hourly(60));
    answer((address) => (/rows/.test(address) ? new Response("{}") : null));
    const { list, user } = openAt("/");
    await list().findByText("That is all there is.");
    scrollTo(40);
    const [again] = await list().findAllByRole("button", { name: "Try again" });
    const ways = list().getAllByRole("button", { name: "Try again" });
    const words = list().getAllByText(/Some stories that belong here could not be loaded/);
    // Of one failure each row need not say it.
    expect(words).toHaveLength(ways.length);
    expect(ways.length).toBeLessThanOrEqual(list().getAllByRole("listitem").length / 4 + 1);
    answer(() => null);
    if (again) await user.click(again);
    await waitFor(() => expect(titles()).toContain("Story 19"));
    expect(list().queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("stands where it stood when the reader comes back from a filter", async () => {
    await serveStories(hourly(60));
    const { list, user } = openAt("/");
    await list().findByText("That is all there is.");
    scrollTo(20);
    await waitFor(() => expect(titles()).toContain("Story 40"));
    // The place is kept once the scrolling has come to rest.
    await waitFor(() => expect(sessionStorage.getItem("offprint:place:")).toContain('"index":20'));
    const [tag] = list().getAllByRole("link", { name: "Even: show only this tag" });
    if (tag) await user.click(tag);
    await waitFor(() => expect(location.search).toBe("?tag=even"));
    scrollTo(0);
    await waitFor(() => expect(titles()[0]).toBe("Story 58"));
    history.back();
    await waitFor(() => expect(location.search).toBe(""));
    await waitFor(() => expect(titles()).toContain("Story 39"));
    expect(screen.getByRole("region", { name: "Stories" }).scrollTop).toBe(20 * ROW_PX);
  });
});

describe("a list that there is nothing to show of", () => {
  it("says that nothing has been published", async () => {
    await serveStories([story("letter", {}, { isListed: false })]);
    const { list } = openAt("/");
    await list().findByRole("heading", { level: 2, name: "No story has been published yet" });
  });

  it("offers any of the tags where no story has all of them", async () => {
    await serveStories(THREE);
    const { list, user } = openAt("/?tag=ice&tag=owls");
    await list().findByRole("heading", { level: 2, name: "No story fits this filter" });
    expect(list().queryByRole("button", { name: "More for this list" })).toBeNull();
    expect(list().getByRole("link", { name: "All stories" })).toHaveAttribute("href", "/");
    await user.click(list().getByRole("link", { name: "Stories with any of them" }));
    await waitFor(() => expect(titles()).toEqual(["Ice on the canal", "The owl moved"]));
  });

  it("offers no other reading of a filter that has none", async () => {
    await serveStories(THREE);
    const { list } = openAt("/?tag=squirrels");
    await list().findByRole("heading", { level: 2, name: "No story fits this filter" });
    expect(list().queryByRole("link", { name: "Stories with any of them" })).toBeNull();
    expect(list().getByRole("link", { name: "Change the filter" })).toHaveAttribute(
      "href",
      "/tags/?tag=squirrels",
    );
  });

  const only =
    (pattern: RegExp, response: () => Response): Answer =>
    (address) =>
      pattern.test(address) ? response() : null;

  it.each<[string, string, Answer]>([
    [
      "a file of the edition is not there",
      "A part of this edition is missing",
      only(/head/, () => new Response("", { status: 404 })),
    ],
    [
      "the edition is of a newer app",
      "This edition needs a newer app",
      only(/manifest/, () => new Response('{"v":2}')),
    ],
    [
      "the host answers with something else",
      "The stories could not be loaded",
      only(/manifest/, () => new Response('{"v":1}')),
    ],
  ])("says so when %s", async (_, title, answer) => {
    const edition = await serveStories(THREE);
    edition.answer(answer);
    const { list } = openAt("/");
    await list().findByRole("heading", { level: 2, name: title });
    // Of how many it is nothing is said, and nothing is offered that could be done with it.
    await waitFor(() => expect(list().queryByText("…")).toBeNull());
    expect(list().queryByRole("button", { name: "More for this list" })).toBeNull();
  });

  it("says that the network is off, and shows the stories once it is back and asked for again", async () => {
    const { out, publish } = workshop();
    await publish(THREE);
    const edition = serve(out);
    goOffline(edition);
    const { list, user } = openAt("/");
    await list().findByRole("heading", { level: 2, name: "The stories can’t be reached" });
    expect(list().getByRole("link", { name: "Saved stories" })).toHaveAttribute("href", "/saved/");
    edition.answer(() => null);
    await user.click(list().getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(titles()).toHaveLength(3));
  });

  it("has the story of a row at hand when somebody is about to open it", async () => {
    const { asked } = await serveStories(THREE);
    const { list, story, user } = openAt("/");
    const row = () => list().getByRole("link", { name: /^A boat for two/ });
    await list().findByText("A boat for two");
    // What watches the list comes behind it.
    await list().findByRole("button", { name: "More for this list" });
    const fetched = () => asked.filter((address) => /articles/.test(address));
    await waitFor(async () => {
      await user.unhover(row());
      await user.hover(row());
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(fetched()).toHaveLength(1);
    });
    await user.click(row());
    await story().findByRole("heading", { name: "A boat for two" });
    expect(fetched()).toHaveLength(1);
  });
});
