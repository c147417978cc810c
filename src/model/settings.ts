import * as v from "valibot";
import { InstantSchema } from "./article.ts";
import { checkVersion, parseAs } from "./parse.ts";

const SETTINGS_VERSION = 1;

export const THEMES = ["system", "paper", "sepia", "dusk", "night"] as const;
export const TYPEFACES = ["serif", "sans"] as const;
export const MEASURES = ["narrow", "normal", "wide"] as const;
/** Where pictures from other hosts are loaded. */
export const PICTURES = ["always", "articles", "never"] as const;
/** Steps of the text size around the normal one, 0. */
export const SMALLEST_TEXT = -3;
export const LARGEST_TEXT = 6;

const SettingsSchema = v.object({
  v: v.literal(SETTINGS_VERSION),
  theme: v.picklist(THEMES),
  typeface: v.picklist(TYPEFACES),
  measure: v.picklist(MEASURES),
  textSize: v.pipe(v.number(), v.integer(), v.minValue(SMALLEST_TEXT), v.maxValue(LARGEST_TEXT)),
  // Came later: settings that were stored before it are read as if they had said so.
  pictures: v.optional(v.picklist(PICTURES), "always"),
  /** When the reader last changed them, by that device's clock: decides only between devices, in a backup. */
  changedAt: v.exactOptional(InstantSchema),
});
/** What the reader wants of the app; kept on the device. */
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  v: SETTINGS_VERSION,
  theme: "system",
  typeface: "serif",
  measure: "normal",
  textSize: 0,
  pictures: "always",
};

/** Says whether pictures from other hosts are loaded there. */
export function loadsRemotePictures({ pictures }: Settings, where: "list" | "article"): boolean {
  return pictures === "always" || (pictures === "articles" && where === "article");
}

/** @throws FormatError, NewerVersionError */
export function parseSettings(value: unknown): Settings {
  checkVersion(value, SETTINGS_VERSION, "settings");
  return parseAs(SettingsSchema, value, "settings");
}
