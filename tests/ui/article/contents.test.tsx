import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Contents, hasContents } from "#ui/article/contents.tsx";
import { openPanel } from "../../support/open-panel.ts";

const PARTS = "<h2>One</h2><p>a</p><h3>Within</h3><p>a</p><h2>Two</h2><h4>Deep</h4><h2>Three</h2>";

describe("a list of an article's parts", () => {
  it.each([
    ["long and divided", { body: PARTS, minutes: 4 }, true],
    ["short", { body: PARTS, minutes: 3 }, false],
    ["of one piece", { body: "<h2>One</h2><p>a</p><header>a</header>", minutes: 40 }, false],
  ])("is there where it is %s", (_, article, isThere) => {
    expect(hasContents(article)).toBe(isThere);
  });

  it("names the parts when it is opened, and leads to each", async () => {
    const { container } = render(
      <div className="pane">
        <Contents />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as the sanitizer leaves it. */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: PARTS }} />
      </div>,
    );
    const panel = container.querySelector<HTMLElement>("[popover]");
    if (!panel) throw new Error("no panel");
    panel.hidePopover = vi.fn();
    Element.prototype.scrollIntoView = vi.fn();
    expect(screen.getByRole("button", { name: "Contents" })).toHaveAttribute(
      "popovertarget",
      panel.id,
    );
    openPanel(document, "contents");
    const parts = within(panel).getByRole("list", { hidden: true });
    const names = within(parts).getAllByRole("button", { hidden: true });
    expect(names.map(({ textContent }) => textContent)).toEqual(["One", "Within", "Two", "Three"]);
    await userEvent.click(within(parts).getByText("Two"));
    expect(panel.hidePopover).toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Two" }));
  });
});
