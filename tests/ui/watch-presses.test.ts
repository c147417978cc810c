import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchPresses } from "#ui/watch-presses.ts";

const PAGE = '<p><button aria-label="Share">s</button><button aria-label="Save">r</button></p>';

describe("what is pressed before the app is there", () => {
  let root: HTMLElement;
  const pressed = vi.fn();
  const button = (name: string) => root.querySelector<HTMLElement>(`[aria-label=${name}]`);
  beforeEach(() => {
    vi.useFakeTimers();
    root = document.createElement("div");
    root.innerHTML = PAGE;
    document.body.append(root);
  });
  afterEach(() => {
    root.remove();
    pressed.mockClear();
    vi.useRealTimers();
  });

  /** Puts the app's own buttons in the place of the document's. */
  const replace = () => {
    root.innerHTML = PAGE;
    for (const each of root.querySelectorAll("button")) {
      each.addEventListener("click", () => pressed(each.ariaLabel));
    }
  };

  it("is pressed again, the last alone and once", () => {
    const pressAgain = watchPresses(root);
    button("Share")?.click();
    button("Save")?.click();
    replace();
    pressAgain();
    expect(pressed.mock.calls).toEqual([["Save"]]);
    button("Share")?.click();
    expect(pressed.mock.calls).toEqual([["Save"], ["Share"]]);
  });

  it("waits for a part that comes late", async () => {
    const pressAgain = watchPresses(root);
    button("Save")?.click();
    root.innerHTML = "";
    pressAgain();
    replace();
    await vi.advanceTimersByTimeAsync(1);
    expect(pressed.mock.calls).toEqual([["Save"]]);
  });

  it("is let go where it does not come", async () => {
    const pressAgain = watchPresses(root);
    button("Save")?.click();
    root.innerHTML = "";
    pressAgain();
    await vi.advanceTimersByTimeAsync(6_000);
    replace();
    await vi.advanceTimersByTimeAsync(1);
    expect(pressed).not.toHaveBeenCalled();
  });

  it("is nothing where nothing was pressed", () => {
    const pressAgain = watchPresses(root);
    root.querySelector("p")?.click();
    replace();
    pressAgain();
    expect(pressed).not.toHaveBeenCalled();
  });
});
