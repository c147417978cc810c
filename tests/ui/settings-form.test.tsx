import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { SettingsForm } from "#ui/settings-form.tsx";

function Form({ start = DEFAULT_SETTINGS }: { start?: Settings }) {
  const [settings, setSettings] = useState(start);
  return (
    <>
      <SettingsForm settings={settings} onChange={setSettings} name="test" />
      <pre>{JSON.stringify(settings)}</pre>
    </>
  );
}

describe("the settings", () => {
  it.each([
    ["Night", '"theme":"night"'],
    ["Sans", '"typeface":"sans"'],
    ["Wide", '"measure":"wide"'],
    ["Only in stories I open", '"pictures":"articles"'],
    ["Never", '"pictures":"never"'],
  ])("change by choosing %s", async (choice, stored) => {
    render(<Form />);
    await userEvent.click(screen.getByRole("radio", { name: choice }));
    expect(screen.getByText(/"v":1/)).toHaveTextContent(stored);
  });

  it("stop at the largest text without losing the focus", async () => {
    render(<Form start={{ ...DEFAULT_SETTINGS, textSize: 5 }} />);
    const larger = screen.getByRole("button", { name: "Larger text" });
    await userEvent.click(larger);
    await userEvent.click(larger);
    expect(screen.getByText("+6")).toBeInTheDocument();
    expect(larger).toHaveFocus();
  });

  it("can all be put back at once", async () => {
    render(<Form start={{ ...DEFAULT_SETTINGS, theme: "sepia", textSize: -2 }} />);
    await userEvent.click(screen.getByRole("button", { name: "Put everything back" }));
    expect(screen.getByRole("radio", { name: "As the system" })).toBeChecked();
    expect(screen.getByText("Normal", { selector: "output" })).toBeInTheDocument();
  });
});
