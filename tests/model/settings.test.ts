import { describe, expect, it } from "vitest";
import {
  DEFAULT_SETTINGS,
  LARGEST_TEXT,
  loadsRemotePictures,
  PICTURES,
  parseSettings,
  SMALLEST_TEXT,
  THEMES,
} from "#model/settings.ts";

describe("settings", () => {
  it.each(THEMES)("keep the theme %s", (theme) => {
    const settings = { ...DEFAULT_SETTINGS, theme, textSize: LARGEST_TEXT };
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it.each([
    ["a theme that there is not", { theme: "neon" }],
    ["a text size between two steps", { textSize: 0.5 }],
    ["a text too small", { textSize: SMALLEST_TEXT - 1 }],
    ["a text too large", { textSize: LARGEST_TEXT + 1 }],
    ["a measure as a number", { measure: 66 }],
    ["no typeface", { typeface: undefined }],
    ["pictures by a word that there is not", { pictures: "sometimes" }],
  ])("with %s are refused", (_, part) => {
    expect(() => parseSettings({ ...DEFAULT_SETTINGS, ...part })).toThrow(/settings/);
  });

  it.each([null, 1, "paper", []])("are not %j", (value) => {
    expect(() => parseSettings(value)).toThrow(/settings/);
  });

  it("that were stored before there was a choice about pictures load them, as they did", () => {
    const { pictures, ...before } = DEFAULT_SETTINGS;
    expect(parseSettings({ ...before, theme: "night" })).toEqual({
      ...DEFAULT_SETTINGS,
      theme: "night",
    });
    expect(pictures).toBe("always");
  });

  it.each([
    ["always", true, true],
    ["articles", false, true],
    ["never", false, false],
  ] as const)("with pictures %s load them in lists: %s, in articles: %s", (pictures, ...loads) => {
    const settings = { ...DEFAULT_SETTINGS, pictures };
    expect(PICTURES).toContain(pictures);
    expect([
      loadsRemotePictures(settings, "list"),
      loadsRemotePictures(settings, "article"),
    ]).toEqual(loads);
  });

  it("of a newer version say so", () => {
    expect(() => parseSettings({ ...DEFAULT_SETTINGS, v: 2 })).toThrow("has version 2");
  });
});
