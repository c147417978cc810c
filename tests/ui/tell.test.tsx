import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Message, TellProvider, useTell } from "#ui/tell.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function Teller({ message }: { message: Message }) {
  const tell = useTell();
  return (
    <button type="button" onClick={() => tell(message)}>
      {message.text}!
    </button>
  );
}

function show(...messages: readonly Message[]) {
  render(
    <TellProvider>
      {messages.map((message) => (
        <Teller key={message.text} message={message} />
      ))}
    </TellProvider>,
  );
  return {
    press: (name: string) => fireEvent.click(screen.getByRole("button", { name })),
    wait: (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds)),
    said: () => screen.getByRole("status").textContent,
  };
}

it("what happened is said to the eye and to a screen reader, and goes by itself", () => {
  const { press, wait, said } = show({ text: "Saved" });
  expect(said()).toBe("");
  press("Saved!");
  expect(said()).toBe("Saved");
  wait(7_900);
  expect(said()).toBe("Saved");
  wait(200);
  expect(said()).toBe("");
});

it("a second word takes the place of the first and has its whole time", () => {
  const { press, wait, said } = show({ text: "Saved" }, { text: "Taken out" });
  press("Saved!");
  wait(7_000);
  press("Taken out!");
  expect(said()).toBe("Taken out");
  wait(7_000);
  expect(said()).toBe("Taken out");
});

it("the same word said once more stays its whole time again", () => {
  const { press, wait, said } = show({ text: "Saved" });
  press("Saved!");
  wait(7_000);
  press("Saved!");
  wait(7_000);
  expect(said()).toBe("Saved");
});

it("what can be undone is undone at one press, and the word goes", () => {
  const undo = vi.fn();
  const { press, said } = show({ text: "Taken out", undo });
  press("Taken out!");
  press("Undo");
  expect(undo).toHaveBeenCalledOnce();
  expect(said()).toBe("");
});

it("what can't be undone has no button for it", () => {
  const { press } = show({ text: "Saved" });
  press("Saved!");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});
