import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { SaveButton } from "#ui/story/save-button.tsx";

it.each([
  [false, "Save"],
  [true, "Saved: press to take it out"],
])("the ribbon of a story that is saved, %s, is so pressed and says %j", (isSaved, title) => {
  render(<SaveButton title="A lamp" isSaved={isSaved} onToggle={() => undefined} />);
  const button = screen.getByRole("button", { name: "Save “A lamp”", pressed: isSaved });
  expect(button).toHaveAttribute("title", title);
  expect(button).toHaveAttribute("aria-busy", "false");
});

it("the ribbon is busy while the story is being kept, and no less a button", async () => {
  const onToggle = vi.fn();
  render(<SaveButton title="A lamp" isSaved={false} isBusy={true} onToggle={onToggle} />);
  const button = screen.getByRole("button", { busy: true });
  button.focus();
  await userEvent.keyboard(" ");
  expect(onToggle).toHaveBeenCalledOnce();
});

it.each([
  [true, "Saved, 2 pictures missing", "Saved, 2 pictures missing: press to take it out"],
  [false, "Not saved: the storage is full", "Not saved: the storage is full"],
  [true, null, "Saved: press to take it out"],
])("the ribbon of a story that is saved, %s, says what is kept: %j", (isSaved, words, title) => {
  render(<SaveButton title="A lamp" isSaved={isSaved} words={words} onToggle={() => undefined} />);
  expect(screen.getByRole("button")).toHaveAttribute("title", title);
});
