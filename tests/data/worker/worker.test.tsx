import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { applyNewVersion, useNewVersion } from "#data/worker/worker.ts";

function Shown() {
  return <p>{useNewVersion() ? "a newer version waits" : "nothing new"}</p>;
}

it("in a browser without service workers there is never a newer version, and nothing fails", () => {
  render(<Shown />);
  applyNewVersion();
  expect(screen.getByText("nothing new")).toBeInTheDocument();
});
