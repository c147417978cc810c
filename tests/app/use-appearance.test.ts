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

  it("are shown a frame after they were chosen, and the theme is left to the system where the reader does so", async () => {
    const { rerender } = show({ theme: "night", typeface: "sans" });
    rerender({ ...DEFAULT_SETTINGS, theme: "sepia" });
    rerender(DEFAULT_SETTINGS);
    expect(root.dataset).toMatchObject({ theme: "night", typeface: "sans" });
    await expect.poll(() => root.dataset.theme).toBeUndefined();
    expect(root.dataset.typeface).toBe(DEFAULT_SETTINGS.typeface);
  });
});
