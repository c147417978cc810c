import { render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { termKey } from "#model/term.ts";
import { Neighbours } from "#ui/article/article-end.tsx";
import { ArticleView } from "#ui/article/article-view.tsx";
import { idOf, story } from "../../support/edition-stories.ts";

const { article } = story("tide", {
  title: "A table of the tides",
  date: "2026-01-13T09:40:00Z",
  tags: ["Tides", "Night Sky"],
  minutes: 4,
});

function show(part: Partial<Article> = {}, sectionName?: string) {
  const toTerm = (kind: string, key: string) => ({ pathname: "/", search: `?${kind}=${key}` });
  return render(
    <MemoryRouter>
      <ArticleView
        article={{ ...article, ...part }}
        language="de"
        body={<p>It hung in the house.</p>}
        status="Kept"
        actions={<button type="button">Keep</button>}
        sectionName={sectionName}
        toStory={(id) => page.article.to(id)}
        toTag={(label) => toTerm("tag", termKey(label))}
        toSection={(key) => toTerm("section", key)}
        neighbours={<nav aria-label="Ways on" />}
      />
    </MemoryRouter>,
  );
}

describe("an article", () => {
  it("is in its own language, with the app's words in the app's", () => {
    show();
    const heading = screen.getByRole("heading", { level: 1, name: "A table of the tides" });
    expect(heading.closest("[lang]")).toHaveAttribute("lang", "de");
    expect(screen.getByText("It hung in the house.").closest("[lang]")).toHaveAttribute(
      "lang",
      "de",
    );
    expect(screen.getByText("4 minutes").closest("[lang]")).toHaveAttribute("lang", "en");
    expect(screen.getByRole("list", { name: "Tags" }).closest("[lang]")).toHaveAttribute(
      "lang",
      "en",
    );
  });

  it("tells before its text when it came out, who wrote it and how long it takes", () => {
    show({ authors: ["Ada Reed", "Bo Lund"], description: "Ink on oilcloth", minutes: 1 });
    expect(screen.getByText("Tuesday 13 January 2026 at 09:40")).toBeInTheDocument();
    expect(screen.getByText("Ada Reed, Bo Lund")).toBeInTheDocument();
    expect(screen.getByText("1 minute")).toBeInTheDocument();
    expect(screen.getByText("Ink on oilcloth")).toBeInTheDocument();
    expect(screen.getByText("Kept")).toBeInTheDocument();
  });

  it("says so where it has no date", () => {
    show({ date: null });
    expect(screen.getByText("Without a date")).toBeInTheDocument();
  });

  it("leads to its original in a new tab that learns nothing of this one", () => {
    show({ link: "https://quay.example/tide" });
    const link = screen.getByRole("link", { name: /Read the original.*new tab/ });
    expect(link).toHaveAttribute("href", "https://quay.example/tide");
    expect(link).toHaveAttribute("target", "_blank");
    expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  });

  it.each([
    ["On foot", "On foot"],
    [undefined, "walks"],
  ])("is said to be in its section, whose name is %j", (name, shown) => {
    show({ section: "walks", source: "Harbour Notes" }, name);
    expect(screen.getByText("Harbour Notes")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: shown })).toHaveAttribute("href", "/?section=walks");
  });

  it("leads from its end to its tags, to stories on its subject and on in the list", () => {
    show({ related: [{ id: idOf("moon"), title: "The moon", date: null }] });
    expect(screen.getByRole("link", { name: "Night Sky" })).toHaveAttribute(
      "href",
      "/?tag=night-sky",
    );
    const related = screen.getByRole("region", { name: "On the same subject" });
    // Each title by itself: an Arabic one stands at the right.
    expect(within(related).getByRole("link", { name: "The moon" })).toHaveAttribute("dir", "auto");
    expect(related.querySelector("a bdi")).toBeNull();
    expect(within(related).getByRole("link", { name: "The moon" }).getAttribute("href")).toContain(
      "/article/",
    );
    expect(screen.getByRole("navigation", { name: "Ways on" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Keep" })).toBeInTheDocument();
  });

  it.each([
    ["de", "Deutsch"],
    ["ar", "العربية"],
    ["not a code", "not a code"],
  ])("names the language %s of its other form as %s", (language, name) => {
    show({ translations: [{ id: idOf("other"), title: "Another", language }] });
    const link = screen.getByRole("link", { name });
    expect(link).toHaveAttribute("hreflang", language);
    expect(link).toHaveAttribute("title", "Another");
  });

  it("has no empty headings and lists where it has little", () => {
    show({ tags: [] });
    expect(screen.queryByRole("list", { name: "Tags" })).toBeNull();
    expect(screen.queryByText("On the same subject")).toBeNull();
    expect(screen.queryByText("Also in")).toBeNull();
    expect(screen.queryByText(/^by/)).toBeNull();
    expect(screen.queryByRole("link", { name: /Read the original/ })).toBeNull();
  });
});

describe("the ways on from an article", () => {
  const moon = { id: idOf("moon"), title: "The moon", digest: "00000000000000aa" };

  function ways(previous?: typeof moon, next?: typeof moon) {
    return render(
      <MemoryRouter>
        <Neighbours previous={previous} next={next} toStory={(id) => page.article.to(id)} />
      </MemoryRouter>,
    );
  }

  it("are the story before and the one after it", () => {
    ways(moon, { ...moon, title: "The sun" });
    expect(screen.getByRole("link", { name: /^Previous.*The moon$/ })).toHaveAttribute(
      "rel",
      "prev",
    );
    expect(screen.getByRole("link", { name: /^Next.*The sun$/ })).toHaveAttribute("rel", "next");
  });

  it("are the one that there is", () => {
    ways(undefined, moon);
    expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
      "NextThe moon",
    ]);
  });

  it("are none where it stands alone", () => {
    expect(ways().container).toBeEmptyDOMElement();
  });
});
