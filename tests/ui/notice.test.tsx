import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Notice } from "#ui/notice.tsx";

it("a notice says what happened and what one can do, and its heading can be focused", () => {
  render(
    <Notice title="The tide is out" actions={<button type="button">Wait</button>}>
      <p>The boat lies dry.</p>
    </Notice>,
  );
  const heading = screen.getByRole("heading", { level: 1, name: "The tide is out" });
  heading.focus();
  expect(heading).toHaveFocus();
  expect(screen.getByText("The boat lies dry.")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Wait" })).toBeInTheDocument();
});

it("a notice in a list, which has a heading of its own, has one below it", () => {
  const { container } = render(<Notice title="The tide is out" headingLevel={2} />);
  expect(screen.getByRole("heading", { level: 2, name: "The tide is out" })).toBeInTheDocument();
  expect(container.firstElementChild?.children).toHaveLength(1);
});
