import { fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ArticleBar, BarButton } from "#ui/article/article-bar.tsx";
import { giveWindow, PANE_PX } from "../../support/give-window.ts";

beforeAll(giveWindow);

/** As high as the window and 1000 pixels more. */
function show(minutes: number | undefined) {
  render(
    <MemoryRouter>
      <section className="pane" aria-label="Story">
        <ArticleBar
          back={{ pathname: "/", search: "?tag=ice" }}
          backLabel="Back to the list"
          minutes={minutes}
        >
          <button type="button">Keep</button>
        </ArticleBar>
      </section>
    </MemoryRouter>,
  );
  const pane = screen.getByRole("region", { name: "Story" });
  Object.defineProperty(pane, "scrollHeight", { value: PANE_PX + 1000 });
  return {
    scrollTo: (top: number) => {
      pane.scrollTop = top;
      fireEvent.scroll(pane);
    },
  };
}

describe("the bar above an article", () => {
  it("leads back to the list that one came from, and holds the controls", () => {
    show(10);
    expect(screen.getByRole("link", { name: "Back to the list" })).toHaveAttribute(
      "href",
      "/?tag=ice",
    );
    expect(screen.getByRole("button", { name: "Keep" })).toBeInTheDocument();
  });

  it.each([
    [500, "5 of 10 min left"],
    [90, "10 of 10 min left"],
    [999, "1 of 10 min left"],
    [1000, "At the end"],
    [1200, "At the end"],
  ])("scrolled %i of 1000 pixels says %j", (top, words) => {
    const { scrollTo } = show(10);
    scrollTo(top);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it("says nothing at the beginning, again after one came back to it", () => {
    const { scrollTo } = show(10);
    scrollTo(500);
    scrollTo(20);
    expect(screen.queryByText(/min left|At the end/)).toBeNull();
  });

  it("says nothing of an article whose length is not known", () => {
    const { scrollTo } = show(undefined);
    scrollTo(500);
    expect(screen.queryByText(/left|At the end/)).toBeNull();
  });
});

it("a round control is named in words, for the eye that rests on it too", () => {
  const onPress = vi.fn();
  render(<BarButton label="Share" icon="share" onPress={onPress} />);
  const button = screen.getByRole("button", { name: "Share" });
  expect(button).toHaveAttribute("title", "Share");
  fireEvent.click(button);
  expect(onPress).toHaveBeenCalledOnce();
});
