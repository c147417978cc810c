import { render, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { ListPlace } from "#model/list-place.ts";
import { StoryList } from "#ui/story/story-list.tsx";
import { giveWindow, ROW_PX } from "../../support/give-window.ts";

beforeAll(giveWindow);

async function show(wish: Parameters<typeof draw>[0] = {}) {
  const drawn = draw(wish);
  await firstFrame();
  return drawn;
}

/** Its rows have places from then on. */
async function firstFrame() {
  await waitFor(() => expect(screen.getAllByRole("listitem")[0]).toHaveStyle(PLACED));
}

const PLACED = { transform: "translateY(0px)" };

function draw({ total = 1000, place = null }: { total?: number; place?: ListPlace | null } = {}) {
  const ranges: [number, number][] = [];
  const places: ListPlace[] = [];
  const onRange = (from: number, to: number) => void ranges.push([from, to]);
  const onPlace = (next: ListPlace) => void places.push(next);
  const tree = (key: string) => (
    <section className="pane" aria-label="Pane">
      <StoryList
        key={key}
        total={total}
        renderRow={(at) => `Row ${at}`}
        onRange={onRange}
        initialPlace={place}
        onPlace={onPlace}
        label="Stories"
        end="That is all."
        rowPx={176}
      />
    </section>
  );
  const view = render(tree("one"));
  const showAnother = () => view.rerender(tree("another"));
  const pane = screen.getByRole("region", { name: "Pane" });
  const rows = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  return { pane, rows, ranges, places, showAnother };
}

describe("a list of any length", () => {
  it("holds the rows near the window alone, and is as long as all of them", async () => {
    const { rows } = await show();
    expect(rows()[0]).toBe("Row 0");
    expect(rows().length).toBeLessThan(20);
    expect(screen.getByRole("list", { name: "Stories" })).toHaveStyle({
      height: `${1000 * ROW_PX}px`,
    });
    expect(screen.getByText("That is all.")).toBeInTheDocument();
  });

  it("tells a screen reader which of how many each row is", async () => {
    await show();
    const [, second] = screen.getAllByRole("listitem");
    expect(second).toHaveAttribute("aria-posinset", "2");
    expect(second).toHaveAttribute("aria-setsize", "1000");
  });

  it("asks for the rows that come into sight as it is scrolled", async () => {
    const { pane, rows, ranges } = await show();
    expect(ranges.at(-1)).toEqual([0, rows().length]);
    pane.scrollTop = 500 * ROW_PX;
    await waitFor(() => expect(rows()).toContain("Row 500"));
    const [from, to] = ranges.at(-1) ?? [0, 0];
    expect(from).toBeGreaterThan(480);
    expect(from).toBeLessThanOrEqual(500);
    expect(to).toBeGreaterThan(503);
    expect(rows()).not.toContain("Row 0");
  });

  it("says where the reader stands once the scrolling is over, and when the page is left", async () => {
    const { pane, places } = await show();
    pane.scrollTop = 30 * ROW_PX + 40;
    await waitFor(() => expect(places.at(-1)).toEqual({ index: 30, offset: 40 }));
    places.length = 0;
    window.dispatchEvent(new Event("pagehide"));
    expect(places).toEqual([{ index: 30, offset: 40 }]);
  });

  it("asks for no height before its first frame has been laid out, in which its rows follow each other by themselves", async () => {
    const asked = vi.spyOn(HTMLElement.prototype, "offsetHeight", "get");
    draw();
    expect(asked).not.toHaveBeenCalled();
    expect(screen.getAllByRole("listitem")[0]).not.toHaveStyle(PLACED);
    await firstFrame();
    expect(asked).toHaveBeenCalled();
  });

  it("goes to its top from where the list before it was left", async () => {
    const { pane, rows, showAnother } = await show();
    pane.scrollTop = 50 * ROW_PX;
    await waitFor(() => expect(rows()).toContain("Row 50"));
    showAnother();
    await firstFrame();
    expect(pane.scrollTop).toBe(0);
  });

  it("begins where the reader stood", async () => {
    const { pane, rows } = draw({ place: { index: 30, offset: 40 } });
    expect(pane.scrollTop).toBe(30 * ROW_PX + 40);
    await waitFor(() => expect(rows()).toContain("Row 30"));
  });
});
