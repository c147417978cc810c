import { afterEach, expect, it, vi } from "vitest";
import { loadTermFace } from "#app/term-face.ts";

afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(document, "fonts");
});

function fontsThat(load: () => Promise<unknown>) {
  Object.defineProperty(document, "fonts", { value: { load }, configurable: true });
}

async function isOver(after: number): Promise<boolean> {
  let is = false;
  void loadTermFace().then(() => {
    is = true;
  });
  await vi.advanceTimersByTimeAsync(after);
  return is;
}

it.each([
  ["has come", () => Promise.resolve()],
  ["can't be had", () => Promise.reject(new Error("offline"))],
])("a filter waits for the face of its terms no longer than until it %s", async (_, load) => {
  vi.useFakeTimers();
  fontsThat(load);
  expect(await isOver(0)).toBe(true);
});

it("a filter waits a moment for a face that is on its way, and not for ever", async () => {
  vi.useFakeTimers();
  fontsThat(() => new Promise(() => undefined));
  expect(await isOver(50)).toBe(false);
  expect(await isOver(150)).toBe(true);
});

it("a filter waits for nothing where no fonts are known", async () => {
  vi.useFakeTimers();
  expect(await isOver(0)).toBe(true);
});
