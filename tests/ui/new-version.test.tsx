import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { NewVersion } from "#ui/new-version.tsx";

function show(isReady: boolean) {
  const applied: string[] = [];
  const element = (ready: boolean) => (
    <NewVersion isReady={ready} onApply={() => applied.push("applied")} />
  );
  const { rerender } = render(element(isReady));
  return { applied, set: (ready: boolean) => rerender(element(ready)) };
}

describe("a newer version of the app", () => {
  it("says nothing while there is none", () => {
    show(false);
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("is announced where screen readers were listening before, and does nothing by itself", () => {
    const { applied, set } = show(false);
    const status = screen.getByRole("status");
    set(true);
    expect(screen.getByRole("status")).toBe(status);
    expect(status).toHaveTextContent("A new version of this app is ready.");
    expect(applied).toEqual([]);
  });

  it("begins with “Reload”", async () => {
    const { applied } = show(true);
    await userEvent.click(screen.getByRole("button", { name: "Reload" }));
    expect(applied).toEqual(["applied"]);
  });

  it("can wait", async () => {
    const { applied } = show(true);
    await userEvent.click(screen.getByRole("button", { name: "Later" }));
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
    expect(applied).toEqual([]);
  });
});
