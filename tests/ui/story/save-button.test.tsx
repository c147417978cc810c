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
