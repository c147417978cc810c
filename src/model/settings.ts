import * as v from "valibot";
import { InstantSchema } from "./article.ts";
import { LANGUAGES } from "./language.ts";
import { checkVersion, parseAs } from "./parse.ts";

const SETTINGS_VERSION = 1;

export const THEMES = ["system", "paper", "sepia", "dusk", "night"] as const;
export const TYPEFACES = ["serif", "sans", "legible"] as const;
export const MEASURES = ["narrow", "normal", "wide"] as const;
export const ALIGNMENTS = ["start", "justify"] as const;
export const HYPHENATIONS = ["language", "none"] as const;
/** How much of a story its row in a list shows. */
export const DENSITIES = ["regular", "cards", "compact", "headlines"] as const;
/** Where pictures from other hosts are loaded. */
export const PICTURES = ["always", "articles", "never"] as const;
/** The language of the interface: the edition's, where it speaks that, or another. */
export const SPOKEN = ["edition", ...LANGUAGES] as const;
/** What is set by less and more: the first and the last step of each around the normal one, 0. */
export const STEPS = {
  textSize: [-3, 6],
  lineHeight: [-2, 5],
  letterSpacing: [0, 4],
  wordSpacing: [0, 4],
} as const;
/** How fast one is read to, as a multiple of a voice's own pace. */
export const PACES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

const step = ([first, last]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(first), v.maxValue(last));

const SettingsSchema = v.object({
  v: v.literal(SETTINGS_VERSION),
  theme: v.picklist(THEMES),
  typeface: v.picklist(TYPEFACES),
  measure: v.picklist(MEASURES),
  textSize: step(STEPS.textSize),
  // Came later: settings that were stored before them are read as if they had said so.
  pictures: v.optional(v.picklist(PICTURES), "always"),
  lineHeight: v.optional(step(STEPS.lineHeight), 0),
  letterSpacing: v.optional(step(STEPS.letterSpacing), 0),
  wordSpacing: v.optional(step(STEPS.wordSpacing), 0),
  alignment: v.optional(v.picklist(ALIGNMENTS), "start"),
  hyphenation: v.optional(v.picklist(HYPHENATIONS), "language"),
  /** Whether stories that leave the window while one scrolls through a list count as read. */
  marksWhileScrolling: v.optional(v.boolean(), false),
  language: v.optional(v.picklist(SPOKEN), "edition"),
  density: v.optional(v.picklist(DENSITIES), "regular"),
  /** Keys that the reader chose, by command: those of a newer app's commands are kept as they are. */
  keys: v.optional(v.record(v.string(), v.array(v.string())), {}),
  /** Whether the installed app's icon says how many stories are unread. */
  showsBadge: v.optional(v.boolean(), true),
  /** How fast stories are read aloud. */
  pace: v.optional(v.picklist(PACES), 1),
  /** The voice that reads each language, by the language's primary subtag: what the browser calls it on that device. */
  voices: v.optional(v.record(v.string(), v.string()), {}),
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
  lineHeight: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  alignment: "start",
  hyphenation: "language",
  marksWhileScrolling: false,
  language: "edition",
  density: "regular",
  keys: {},
  showsBadge: true,
  pace: 1,
  voices: {},
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
