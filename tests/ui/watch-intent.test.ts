import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchIntent } from "#ui/watch-intent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function links() {
  document.body.innerHTML =
    '<main><a href="/1" id="one"><b>One</b></a><p><a href="/2" id="two">Two</a></p></main>';
  const meant: string[] = [];
  const root = document.querySelector("main") ?? document.body;
  const stop = watchIntent(root, ({ id }) => void meant.push(id));
  const on = (type: string, selector: string) =>
    document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));
  return { meant, stop, on };
}

it("a pointer that rests on a link means it, one that passes does not", () => {
  const { meant, on } = links();
  on("pointerover", "b");
  vi.advanceTimersByTime(30);
  on("pointerover", "p");
  vi.advanceTimersByTime(500);
  expect(meant).toEqual([]);
  on("pointerover", "#two");
  vi.advanceTimersByTime(100);
  expect(meant).toEqual(["two"]);
});

it("so does the focus, and a finger at once", () => {
  const { meant, on, stop } = links();
  on("focusin", "#one");
  vi.advanceTimersByTime(100);
  on("pointerdown", "#two");
  expect(meant).toEqual(["one", "two"]);
  stop();
  on("pointerdown", "#one");
  expect(meant).toEqual(["one", "two"]);
});
