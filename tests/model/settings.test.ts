import { describe, expect, it } from "vitest";
import {
  DEFAULT_SETTINGS,
  loadsRemotePictures,
  PICTURES,
  parseSettings,
  type Settings,
  STEPS,
  THEMES,
} from "#model/settings.ts";

describe("settings", () => {
  it.each(THEMES)("keep the theme %s", (theme) => {
    const settings = { ...DEFAULT_SETTINGS, theme, textSize: STEPS.textSize[1] };
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it.each<[string, Partial<Record<keyof Settings, unknown>>]>([
    ["a theme that there is not", { theme: "neon" }],
    ["a text size between two steps", { textSize: 0.5 }],
    ["a text too small", { textSize: STEPS.textSize[0] - 1 }],
    ["a text too large", { textSize: STEPS.textSize[1] + 1 }],
    ["lines too close together", { lineHeight: STEPS.lineHeight[0] - 1 }],
    ["lines too far apart", { lineHeight: STEPS.lineHeight[1] + 1 }],
    ["letters too far apart", { letterSpacing: STEPS.letterSpacing[1] + 1 }],
    ["words too close together", { wordSpacing: STEPS.wordSpacing[0] - 1 }],
    ["an alignment to both sides at once", { alignment: "center" }],
    ["hyphens by a word that there is not", { hyphenation: "auto" }],
    ["a measure as a number", { measure: 66 }],
    ["rows by a word that there is not", { density: "dense" }],
    ["no typeface", { typeface: undefined }],
    ["pictures by a word that there is not", { pictures: "sometimes" }],
  ])("with %s are refused", (_, part) => {
    expect(() => parseSettings({ ...DEFAULT_SETTINGS, ...part })).toThrow(/settings/);
  });

  it.each([null, 1, "paper", []])("are not %j", (value) => {
    expect(() => parseSettings(value)).toThrow(/settings/);
  });

  it("that were stored before there was more to choose mean what they meant", () => {
    const before = { v: 1, theme: "night", typeface: "sans", measure: "wide", textSize: 2 };
    expect(parseSettings(before)).toEqual({ ...DEFAULT_SETTINGS, ...before });
    expect(parseSettings(before).pictures).toBe("always");
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
