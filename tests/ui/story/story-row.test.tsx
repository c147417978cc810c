import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { page } from "#model/address.ts";
import type { Summary } from "#model/article.ts";
import { filterFromSearch } from "#model/filter.ts";
import { type RowContext, StoryRow } from "#ui/story/story-row.tsx";

const story: Summary = {
  id: "3fa8c2d1e5b7a9f01122",
  digest: "0123456789abcdef",
  title: "A table of the tides",
  date: "2026-01-13T09:40:00Z",
  source: "Harbour Notes",
  tags: ["tides", "Night Sky"],
  excerpt: "It hung in the pilot's house.",
  minutes: 4,
  picture: { src: "data/files/01/0123/tide.svg" },
};

function show(
  part: Partial<Summary> = {},
  search = "",
  {
    isSaved = false,
    loadsRemotePictures = true,
  }: { isSaved?: boolean; loadsRemotePictures?: RowContext["loadsRemotePictures"] } = {},
) {
  const pressed: string[] = [];
  const view = render(
    <MemoryRouter>
      <StoryRow
        story={{ ...story, ...part }}
        isCurrent={false}
        isRead={true}
        isSaved={isSaved}
        isBusy={false}
        context={{
          base: "/news/",
          loadsRemotePictures,
          language: "en",
          when: "hour",
          filter: filterFromSearch(search),
          toStory: (id) => page.article.to(id),
          toFilter: page.latest.to,
          onToggleSave: ({ id }) => pressed.push(id),
        }}
      />
    </MemoryRouter>,
  );
  return { ...view, pressed };
}

describe("a story in a list", () => {
  it("is an article whose heading is its link, and says in words that it was read", () => {
    show();
    const heading = screen.getByRole("heading", { level: 3 });
    expect(screen.getByRole("article")).toContainElement(heading);
    expect(screen.getByRole("link", { name: "A table of the tides, read" })).toHaveAttribute(
      "href",
      "/article/3f/a8c2d1e5b7a9f01122/",
    );
  });

  it.each([
    ["", "/?tag=night-sky", "Night Sky: show only this tag"],
    ["?tag=night-sky", "/?not-tag=night-sky", "Night Sky: leave out this tag"],
    ["?not-tag=night-sky", "/", "Night Sky: stop filtering by this tag"],
  ])("under the filter %j its tag leads to %j", (search, href, name) => {
    show({}, search);
    expect(screen.getByRole("link", { name })).toHaveAttribute("href", href);
  });

  it("names a few of its tags, and how long it takes never without a word beside it", () => {
    show({ tags: ["ash", "bog", "cod", "dew", "eel"] });
    expect(
      screen
        .getAllByRole("link")
        .slice(1)
        .map((it) => it.textContent),
    ).toEqual(["ash", "bog", "cod", "dew"]);
    expect(screen.getByText("4 min").parentElement).toHaveTextContent("dew4 min");
  });

  it("takes the edition's own pictures from its base, others from where they are", () => {
    const { container, unmount } = show();
    expect(container.querySelector("img")).toHaveAttribute(
      "src",
      "/news/data/files/01/0123/tide.svg",
    );
    unmount();
    const other = show({ picture: { src: "https://pictures.example/a.jpg" } });
    const image = other.container.querySelector("img");
    expect(image).toHaveAttribute("src", "https://pictures.example/a.jpg");
    expect(image).toHaveAttribute("referrerpolicy", "no-referrer");
  });

  it.each([
    ["the edition's own", "data/files/01/0123/tide.svg", 1],
    ["another host's", "https://pictures.example/a.jpg", 0],
  ])(
    "shows %s picture to a reader who wants none from elsewhere: %s, %i times",
    (_, src, times) => {
      const { container } = show({ picture: { src } }, "", { loadsRemotePictures: false });
      expect(container.querySelectorAll("img")).toHaveLength(times);
    },
  );

  it.each(["/evil.example/a.jpg", "javascript:alert(1)", "http://evil.example/a.jpg", "../a.jpg"])(
    "asks for no picture at %s, which storage or a backup may hold",
    (src) => {
      expect(show({ picture: { src } }).container.querySelector("img")).toBeNull();
    },
  );

  it("keeps the place of another host's picture in a document, which can't know what the reader wishes", () => {
    const { container } = show({ picture: { src: "https://pictures.example/a.jpg" } }, "", {
      loadsRemotePictures: "later",
    });
    expect(container.querySelector("img")).toBeNull();
    expect(container.querySelector("span > noscript")).not.toBeNull();
  });

  it("has a Save button that tells whether it is saved", async () => {
    const { pressed } = show({}, "", { isSaved: true });
    const save = screen.getByRole("button", { name: "Save “A table of the tides”", pressed: true });
    await userEvent.click(save);
    expect(pressed).toEqual([story.id]);
  });

  it("says so where there is no date", () => {
    show({ date: null });
    expect(screen.getByText("No date")).toBeInTheDocument();
  });
});
