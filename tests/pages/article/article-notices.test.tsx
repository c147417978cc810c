import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it, vi } from "vitest";
import { EditionError, type EditionErrorKind } from "#data/edition/edition-error.ts";
import { ArticleError } from "#pages/article/article-notices.tsx";

function show(error: Error) {
  const onRetry = vi.fn();
  render(
    <MemoryRouter>
      <ArticleError error={error} onRetry={onRetry} />
    </MemoryRouter>,
  );
  return onRetry;
}

describe("an article that could not be had", () => {
  it.each<[EditionErrorKind, string, string | null]>([
    ["offline", "This story can’t be reached", "Try again"],
    ["missing", "There is no story at this address", null],
    ["broken", "This story can’t be read", "Try again"],
    ["newer", "This story needs a newer app", "Load the page again"],
    ["server", "The server can’t give this story", "Try again"],
  ])("since it is %s says: %s", (kind, title, way) => {
    show(new EditionError(kind, "data/articles/3f/a.json", "Why it is so."));
    expect(screen.getByRole("heading", { level: 1, name: title })).toBeInTheDocument();
    expect(screen.getByText("Why it is so.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Saved stories" })).toHaveAttribute("href", "/saved/");
    expect(screen.queryAllByRole("button").map(({ textContent }) => textContent)).toEqual(
      way === null ? [] : [way],
    );
  });

  it("is asked for again at the reader's word, whatever the failure was", async () => {
    const onRetry = show(new Error("something else"));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
