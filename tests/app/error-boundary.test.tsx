import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "#app/error-boundary.tsx";

function Broken({ message }: { message: string }): never {
  throw new Error(message);
}

describe("a part of the app that fails", () => {
  // React tells the console of every error that a boundary catches; the other tests fail on that.
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("leaves words and a way out instead of a blank page", () => {
    render(
      <ErrorBoundary resetKey="/">
        <Broken message="the ice broke" />
      </ErrorBoundary>,
    );
    expect(
      screen.getByRole("heading", { name: "This part of the app failed" }),
    ).toBeInTheDocument();
    expect(screen.getByText("the ice broke")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Load the app again" })).toBeInTheDocument();
  });

  it("says what it means when a script of the app is gone", () => {
    render(
      <ErrorBoundary resetKey="/">
        <Broken message="Failed to fetch dynamically imported module: /assets/a.js" />
      </ErrorBoundary>,
    );
    expect(screen.getByText(/published anew since this page was opened/)).toBeInTheDocument();
  });

  it("is tried again at the next address", () => {
    const { rerender } = render(
      <ErrorBoundary resetKey="/a">
        <Broken message="no" />
      </ErrorBoundary>,
    );
    rerender(<ErrorBoundary resetKey="/b">fine</ErrorBoundary>);
    expect(screen.getByText("fine")).toBeInTheDocument();
  });
});
