import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";
import { SettingsForm } from "#ui/settings/settings-form.tsx";

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
    ["Legible", '"typeface":"legible"'],
    ["Wide", '"measure":"wide"'],
    ["Justified", '"alignment":"justify"'],
    ["None", '"hyphenation":"none"'],
    ["Only in stories I open", '"pictures":"articles"'],
    ["Never", '"pictures":"never"'],
  ])("change by choosing %s", async (choice, stored) => {
    render(<Form />);
    await userEvent.click(screen.getByRole("radio", { name: choice }));
    expect(screen.getByText(/"v":1/)).toHaveTextContent(stored);
  });

  it.each([
    ["Smaller text", '"textSize":-1'],
    ["Lines further apart", '"lineHeight":1'],
    ["Letters further apart", '"letterSpacing":1'],
    ["Words further apart", '"wordSpacing":1'],
  ])("change by a step with %s", async (button, stored) => {
    render(<Form />);
    await userEvent.click(screen.getByRole("button", { name: button }));
    expect(screen.getByText(/"v":1/)).toHaveTextContent(stored);
  });

  it("of the text are put back without the theme", async () => {
    const start: Settings = {
      ...DEFAULT_SETTINGS,
      theme: "sepia",
      typeface: "legible",
      measure: "narrow",
      textSize: 2,
      lineHeight: 1,
      letterSpacing: 1,
      wordSpacing: 1,
      alignment: "justify",
      hyphenation: "none",
    };
    render(<Form start={start} />);
    await userEvent.click(screen.getByRole("button", { name: "Set the text as at first" }));
    const { textContent } = screen.getByText(/"v":1/);
    expect(JSON.parse(textContent)).toEqual({ ...DEFAULT_SETTINGS, theme: "sepia" });
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
    expect(screen.getByRole("status", { name: "Text size" })).toHaveTextContent("Normal");
  });
});
