import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useAppearance } from "#app/use-appearance.ts";
import { DEFAULT_SETTINGS, type Settings } from "#model/settings.ts";

const root = document.documentElement;

function show(part: Partial<Settings>) {
  const settings = { ...DEFAULT_SETTINGS, ...part };
  document.body.innerHTML = '<section id="main-pane"></section>';
  return renderHook((given: Settings) => useAppearance(given), { initialProps: settings });
}

describe("the reader's settings", () => {
  it("stand on the document, where the style sheet finds them", () => {
    show({
      theme: "dusk",
      typeface: "sans",
      measure: "wide",
      textSize: -2,
      alignment: "justify",
      hyphenation: "none",
      lineHeight: -1,
      letterSpacing: 2,
      wordSpacing: 3,
      density: "cards",
    });
    expect({ ...root.dataset }).toEqual({
      density: "cards",
      theme: "dusk",
      typeface: "sans",
      measure: "wide",
      textSize: "-2",
      alignment: "justify",
      hyphenation: "none",
    });
    const steps = ["line-height", "letter-spacing", "word-spacing"].map((name) =>
      document.getElementById("main-pane")?.style.getPropertyValue(`--${name}-steps`),
    );
    expect(steps).toEqual(["-1", "2", "3"]);
  });

  it("leave the theme to the system where the reader does, a frame after that was chosen", async () => {
    const { rerender } = show({ theme: "night" });
    rerender({ ...DEFAULT_SETTINGS, theme: "sepia" });
    rerender(DEFAULT_SETTINGS);
    expect(root.dataset.theme).toBe("night");
    await expect.poll(() => root.dataset.theme).toBeUndefined();
  });
});
