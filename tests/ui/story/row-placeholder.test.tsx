import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { RowFailure, RowPlaceholder } from "#ui/story/row-placeholder.tsx";

it("what stands for a story to come says nothing to a screen reader", () => {
  const { container } = render(<RowPlaceholder />);
  expect(container.firstElementChild).toHaveAttribute("aria-hidden", "true");
  expect(container).toHaveTextContent("");
});

it("stories that can't be had leave words, the reason and a way to ask again", async () => {
  const onRetry = vi.fn();
  render(<RowFailure reason="The server answered 500." onRetry={onRetry} />);
  expect(screen.getByText(/could not be loaded\. The server answered 500\./)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();
});
