import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Panel } from "#ui/panel.tsx";

it("a panel takes the focus when it opens, and closes when the focus goes on to the page", async () => {
  const { container } = render(
    <div tabIndex={-1}>
      <Panel id="panel" title="How it is set">
        <p>Some words</p>
        <input aria-label="Size" />
      </Panel>
      <input aria-label="Elsewhere" />
    </div>,
  );
  const panel = container.querySelector<HTMLElement>("[popover]");
  if (!panel) throw new Error("no panel");
  // Most are never opened: their words must keep nobody waiting.
  expect(panel).not.toHaveTextContent("Some words");
  fireEvent(panel, Object.assign(new Event("beforetoggle"), { newState: "open" }));
  const hide = vi.fn();
  panel.hidePopover = hide;
  fireEvent(panel, Object.assign(new Event("toggle"), { newState: "open" }));
  expect(document.activeElement).toBe(screen.getByText("How it is set"));
  await userEvent.click(screen.getByText("Some words"));
  await userEvent.click(screen.getByLabelText("Size"));
  expect(hide).not.toHaveBeenCalled();
  await userEvent.click(screen.getByLabelText("Elsewhere"));
  expect(hide).toHaveBeenCalledOnce();
});

it("a panel's words are drawn once its page has stood for a while, before somebody opens it", async () => {
  render(
    <Panel id="panel" title="How it is set">
      <p>Some words</p>
    </Panel>,
  );
  expect(screen.queryByText("Some words")).toBeNull();
  expect(await screen.findByText("Some words", {}, { timeout: 3_000 })).toBeInTheDocument();
});

it("is laid out once, unseen, while nobody waits for it", async () => {
  const { container } = render(
    <Panel id="panel" title="How it is set">
      <p>Some words</p>
    </Panel>,
  );
  const panel = container.querySelector<HTMLElement>("[popover]");
  if (!panel) throw new Error("no panel");
  const looks: string[] = [];
  panel.getBoundingClientRect = () => {
    looks.push(`${panel.style.display}, ${panel.style.visibility}, ${panel.textContent}`);
    return new DOMRect();
  };
  await expect
    .poll(() => looks, { timeout: 3_000 })
    .toEqual(["block, hidden, How it is setSome words"]);
  expect(panel.getAttribute("style") ?? "").toBe("");
});
