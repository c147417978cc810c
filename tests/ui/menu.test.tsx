import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { Menu } from "#ui/menu.tsx";

// As far as jsdom knows nothing of popovers.
beforeAll(() => {
  HTMLElement.prototype.showPopover = () => undefined;
  HTMLElement.prototype.hidePopover = function () {
    this.dispatchEvent(Object.assign(new Event("toggle"), { newState: "closed" }));
  };
});

it("opens beside the button that came in the place of the one that was pressed, and hands it the focus", async () => {
  const pressed = document.createElement("button");
  pressed.setAttribute("aria-label", "More for “The owl”");
  const later = document.createElement("button");
  later.setAttribute("aria-label", "More for “The owl”");
  later.getBoundingClientRect = () => new DOMRect(300, 200, 44, 44);
  document.body.append(later);
  const items = [{ label: "Mark as read", run: () => undefined }];
  render(<Menu label="The owl" anchor={pressed} items={items} onClose={() => undefined} />);
  const { style } = screen.getByRole("menu", { hidden: true });
  expect(style.getPropertyValue("--menu-top")).toBe("244px");
  expect(style.getPropertyValue("--menu-left")).toBe("344px");
  await userEvent.click(screen.getByRole("menuitem", { hidden: true }));
  expect(later).toHaveFocus();
  later.remove();
});
