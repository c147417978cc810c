import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { filterFromSearch } from "#model/filter.ts";
import { type Place, Rail, TabBar } from "#ui/shell/navigation.tsx";

type Given = { place?: Place | null; search?: string; stories?: number; saved?: number };

const common = ({ place = "latest", search = "", stories = 1234, saved = 2 }: Given) => ({
  place,
  filter: filterFromSearch(search),
  counts: { stories, saved },
});

function showRail(given: Given = {}, title = "The Quay") {
  return render(
    <MemoryRouter>
      <Rail {...common(given)} title={title} topTags={<p>Ice</p>} foot={<p>Offline</p>} />
    </MemoryRouter>,
  );
}

function showTabs(given: Given = {}) {
  return render(
    <MemoryRouter>
      <TabBar {...common(given)} />
    </MemoryRouter>,
  );
}

const places = () =>
  within(screen.getByRole("navigation", { name: "Places" }))
    .getAllByRole("link")
    .map((link) => [link.textContent, link.getAttribute("href")]);

describe("the rail", () => {
  it("leads to every place, with how much is there", () => {
    showRail();
    expect(places()).toEqual([
      ["Latest1,234", "/"],
      ["Saved2", "/saved/"],
      ["Tags", "/tags/"],
      ["15 minutes", "/minutes/?n=15"],
      ["Settings", "/settings/"],
    ]);
  });

  it("counts nothing where nothing is saved", () => {
    showRail({ saved: 0 });
    expect(screen.getByRole("link", { name: "Saved" })).toHaveTextContent(/^Saved$/);
  });

  it("takes the filter along to the tags, and nowhere else", () => {
    showRail({ search: "?tag=ice" });
    expect(places().map(([, address]) => address)).toEqual([
      "/",
      "/saved/",
      "/tags/?tag=ice",
      "/minutes/?n=15",
      "/settings/",
    ]);
  });

  it("is headed by the edition's name, which leads to its beginning", () => {
    showRail();
    expect(screen.getByRole("link", { name: "The Quay" })).toHaveAttribute("href", "/");
    expect(screen.getByText("Ice")).toBeInTheDocument();
    expect(screen.getByText("Offline")).toBeInTheDocument();
  });

  it("sets the app's own name where the edition has none other", () => {
    showRail({}, "Offprint");
    const name = screen.getByRole("link", { name: "Offprint" });
    expect(name.querySelector(".wordmark")).toBeInTheDocument();
    expect(name).toHaveTextContent("Off");
  });
});

describe("the bar of a phone", () => {
  it("leads to every place", () => {
    showTabs({ search: "?tag=ice" });
    expect(places()).toEqual([
      ["Latest", "/"],
      ["Tags", "/tags/?tag=ice"],
      ["Saved", "/saved/"],
      ["Settings", "/settings/"],
    ]);
  });
});

describe.each([
  ["rail", showRail],
  ["bar", showTabs],
])("the %s", (_, show) => {
  it.each<Place>(["latest", "saved", "tags", "settings"])(
    "marks %s where one is there",
    (place) => {
      show({ place });
      const marked = screen
        .getAllByRole("link")
        .filter((link) => link.getAttribute("aria-current") === "page");
      expect(marked.map(({ textContent }) => textContent?.toLowerCase())).toEqual([
        expect.stringContaining(place),
      ]);
    },
  );

  it("marks nothing at an address that is no place", () => {
    show({ place: null });
    expect(document.querySelector("[aria-current]")).toBeNull();
  });
});

it("the bar of a phone marks nothing on the page of the minutes, to which none of it leads", () => {
  showTabs({ place: "minutes" });
  expect(document.querySelector("[aria-current]")).toBeNull();
});
