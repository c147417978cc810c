import { createEvent, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Hands } from "#ui/hands/hands.tsx";

const WIDTH = 390;

beforeEach(() => {
  vi.stubGlobal("innerWidth", WIDTH);
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(WIDTH);
  return () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  };
});

function show({ direction = "ltr", onPull }: { direction?: string; onPull?: () => Promise<void> }) {
  const done: string[] = [];
  const deed = (label: string) => ({ label, icon: "saved" as const, run: () => done.push(label) });
  render(
    <section id="list-pane" className="pane" aria-label="Pane">
      <Hands
        deedsOf={(row) =>
          row.textContent === "Story" ? { toEnd: deed("Save"), toStart: deed("Read") } : null
        }
        {...(onPull && { onPull })}
      />
      <ol>
        {["Story", "Nothing yet"].map((text, index) => (
          <li
            key={text}
            aria-posinset={index + 1}
            aria-setsize={2}
            style={{ direction: direction as "ltr" }}
          >
            <article>{text}</article>
          </li>
        ))}
      </ol>
    </section>,
  );
  return { done, pane: screen.getByRole("region", { name: "Pane" }) };
}

/** Draws a finger over a row in steps, and gives the last step's event. */
function draw(row: HTMLElement, path: [number, number][], { lifts = true, from = 200 } = {}) {
  const touch = ([x, y]: [number, number]) => ({
    touches: [{ clientX: from + x, clientY: 300 + y }],
  });
  fireEvent.touchStart(row, touch([0, 0]));
  let last: Event | undefined;
  for (const point of path) {
    last = createEvent.touchMove(row, { ...touch(point), cancelable: true });
    fireEvent(row, last);
  }
  if (lifts) fireEvent.touchEnd(row, { touches: [] });
  return last;
}

describe("a row that is swiped", () => {
  it("far enough towards the end is saved, towards the beginning is marked", () => {
    const { done } = show({});
    const row = screen.getByText("Story");
    const last = draw(
      row,
      [
        [30, 2],
        [120, 4],
      ],
      { lifts: false },
    );
    expect(last?.defaultPrevented).toBe(true);
    expect(row.style.transform).toBe("translateX(120px)");
    expect(screen.getByText("Save")).toBeInTheDocument();
    fireEvent.touchEnd(row, { touches: [] });
    expect(row.style.transform).toBe("");
    expect(screen.queryByText("Save")).toBeNull();
    draw(row, [
      [-30, 2],
      [-120, 4],
    ]);
    expect(done).toEqual(["Save", "Read"]);
  });

  it("means the same where lines run the other way", () => {
    const { done } = show({ direction: "rtl" });
    draw(screen.getByText("Story"), [
      [-30, 2],
      [-120, 4],
    ]);
    expect(done).toEqual(["Save"]);
  });

  it.each<[string, [number, number][], object]>([
    [
      "not far enough",
      [
        [30, 2],
        [60, 2],
      ],
      {},
    ],
    [
      "and then put back",
      [
        [30, 2],
        [130, 2],
        [5, 2],
      ],
      {},
    ],
    [
      "by a finger that scrolls",
      [
        [2, 30],
        [130, 30],
      ],
      {},
    ],
    [
      "from the edge, where the browser’s own way back begins",
      [
        [30, 2],
        [130, 2],
      ],
      { from: 10 },
    ],
  ])("%s: nothing is done", (_, path, options) => {
    const { done } = show({});
    draw(screen.getByText("Story"), path, options);
    expect(done).toEqual([]);
    expect(screen.getByText("Story").style.transform).toBe("");
  });

  it("is given up at a second finger, and when the browser takes the first for itself", () => {
    const { done } = show({});
    const row = screen.getByText("Story");
    draw(
      row,
      [
        [30, 2],
        [130, 2],
      ],
      { lifts: false },
    );
    fireEvent.touchStart(row, { touches: [{}, {}] });
    expect(row.style.transform).toBe("");
    fireEvent.touchEnd(row, { touches: [] });
    draw(
      row,
      [
        [30, 2],
        [130, 2],
      ],
      { lifts: false },
    );
    fireEvent.touchCancel(row, { touches: [] });
    expect(done).toEqual([]);
    expect(row.style.transform).toBe("");
  });

  it("that has no story yet stays where it is", () => {
    const { done } = show({});
    draw(screen.getByText("Nothing yet"), [
      [30, 2],
      [130, 2],
    ]);
    expect(done).toEqual([]);
  });
});

describe("a list that is pulled down at its top", () => {
  it("asks for what is new once it is let go, once at a time", async () => {
    let answer = () => {};
    const onPull = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    show({ onPull });
    const row = screen.getByText("Story");
    draw(
      row,
      [
        [2, 30],
        [2, 60],
      ],
      { lifts: false },
    );
    expect(screen.getByText("Pull down to look for new stories")).toBeInTheDocument();
    fireEvent.touchEnd(row, { touches: [] });
    expect(onPull).not.toHaveBeenCalled();
    draw(
      row,
      [
        [2, 30],
        [2, 200],
      ],
      { lifts: false },
    );
    expect(screen.getByText("Let go to look")).toBeInTheDocument();
    fireEvent.touchEnd(row, { touches: [] });
    expect(screen.getByText("Looking …")).toBeInTheDocument();
    draw(row, [
      [2, 30],
      [2, 200],
    ]);
    expect(onPull).toHaveBeenCalledTimes(1);
    answer();
    await waitFor(() => expect(screen.queryByText("Looking …")).toBeNull());
  });

  it("is scrolled where there is more above, or nothing to ask for", () => {
    const onPull = vi.fn(async () => undefined);
    const { pane } = show({ onPull });
    pane.scrollTop = 40;
    const last = draw(screen.getByText("Story"), [
      [2, 30],
      [2, 200],
    ]);
    expect(last?.defaultPrevented).toBe(false);
    expect(onPull).not.toHaveBeenCalled();
  });
});
