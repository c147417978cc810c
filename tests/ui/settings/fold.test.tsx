import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { MemoryRouter } from "react-router-dom";
import { describe, expect, it, vi } from "vitest";
import { Fold } from "#ui/settings/fold.tsx";

function shown(isOpen: boolean, address = "/settings/") {
  return (
    <MemoryRouter initialEntries={[address]}>
      <Fold id="muted" title="Muted" state="moon" isOpen={isOpen}>
        <p>Words</p>
      </Fold>
    </MemoryRouter>
  );
}

const isOpen = () => screen.getByRole("region", { name: "Muted" }).querySelector("details")?.open;

describe("a part of the settings", () => {
  it("stands behind its name and what holds there", async () => {
    render(shown(false));
    expect(isOpen()).toBe(false);
    expect(screen.getByText("moon")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("heading", { level: 2, name: "Muted" }));
    expect(isOpen()).toBe(true);
  });

  it("opens where the address names it", () => {
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    render(shown(false, "/settings/#muted"));
    expect(isOpen()).toBe(true);
    expect(scroll).toHaveBeenCalled();
  });

  it("opens by itself, and is closed by its reader alone", () => {
    const { rerender } = render(shown(false));
    rerender(shown(true));
    expect(isOpen()).toBe(true);
    rerender(shown(false));
    expect(isOpen()).toBe(true);
  });
});
