import * as v from "valibot";
import { nearestName } from "./nearest-name.ts";
import { UsageError } from "./usage-error.ts";

/** A title such as the name of a paper; white space is folded, since it stands in one line. */
const TitleSchema = v.pipe(
  v.string("a text"),
  v.transform((title) => title.trim().replace(/\s+/gu, " ")),
  v.nonEmpty("a text that is not empty"),
);

/** `news` and `/news` are mended to `/news/`. */
const BaseSchema = v.pipe(
  v.string("a text"),
  v.transform((base) => `/${base}/`.replace(/\/{2,}/g, "/")),
  v.check(
    (base) => URL.canParse(base, "http://edition") && isPlainPath(base),
    "a path such as /news/, without a host, a query, “..” or spaces",
  ),
);

const LanguageSchema = v.pipe(
  v.string("a text"),
  v.check(isLanguage, "a language tag such as en, pt-BR or zh-Hant"),
  v.transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag),
);

const TimeZoneSchema = v.pipe(
  v.string("a text"),
  v.check(isTimeZone, ({ input }) => {
    const nearest = nearestName(input, Intl.supportedValuesOf("timeZone"));
    const hint = nearest === null ? "" : `; the nearest known one is ${nearest}`;
    return `the name of a time zone such as UTC or America/New_York${hint}`;
  }),
);

const TagKeysSchema = v.pipe(
  v.union(
    [
      v.pipe(
        v.string(),
        v.transform((text) => text.split(",")),
      ),
      v.array(v.string()),
    ],
    "front matter keys, such as tags,topics",
  ),
  v.transform((keys) => [...new Set(keys.map((key) => key.trim().toLowerCase()))]),
  v.check(
    (keys) => keys.every((key) => key !== "" && !/\s/.test(key)) && keys.length > 0,
    "front matter keys, such as tags,topics",
  ),
);

const PicturesSchema = v.picklist(
  ["remote", "local"],
  "remote (those of other sites stay there) or local (all are made the edition's own)",
);
const SwitchSchema = v.boolean("true or false");
const ThreadsSchema = v.pipe(
  v.number("a whole number from 0 to 64"),
  v.integer("a whole number from 0 to 64"),
  v.minValue(0, "a whole number from 0 to 64"),
  v.maxValue(64, "a whole number from 0 to 64"),
);
const PathSchema = v.pipe(v.string("a path"), v.nonEmpty("a path that is not empty"));

/**
 * Every key that `offprint.config.json` knows; each is also an option of the command line, under the same
 * name.
 */
const settingSchemas = {
  title: TitleSchema,
  base: BaseSchema,
  language: LanguageSchema,
  "time-zone": TimeZoneSchema,
  "tags-from": TagKeysSchema,
  pictures: PicturesSchema,
  drafts: SwitchSchema,
  future: SwitchSchema,
  expired: SwitchSchema,
  strict: SwitchSchema,
  pages: SwitchSchema,
  precompress: SwitchSchema,
  threads: ThreadsSchema,
  report: PathSchema,
  out: PathSchema,
};

const SettingsSchema = v.pipe(
  v.custom<object>((value) => isObject(value), 'an object such as { "title": "The Paper" }'),
  v.partial(v.strictObject(settingSchemas)),
);
/** What a configuration or a command line says; what it doesn't say is absent. */
export type CommandSettings = v.InferOutput<typeof SettingsSchema>;

const KEYS = Object.keys(settingSchemas);

/**
 * Reads settings of unknown origin.
 *
 * @param nameOf names a setting as the person who reads the message wrote it.
 * @throws UsageError for the first one that is not as it should be.
 */
export function readSettings(value: unknown, nameOf: (key: string) => string): CommandSettings {
  const result = v.safeParse(SettingsSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const key = String(issue.path?.[0]?.key ?? "");
  if (issue.type === "strict_object" && key !== "") {
    const nearest = nearestName(key, KEYS);
    const hint = nearest === null ? "" : ` Did you mean “${nearest}”?`;
    throw new UsageError(`${nameOf(key)} is not known.${hint} Known are ${KEYS.join(", ")}.`);
  }
  const given = issue.path ? issue.path[0]?.value : value;
  throw new UsageError(
    `${nameOf(key)} can't be ${JSON.stringify(given)}. It should be ${issue.message}.`,
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlainPath(base: string): boolean {
  return (
    /^[\p{L}\p{N}\p{M}/._~%-]+$/u.test(base) && !base.split("/").some((part) => /^\.+$/.test(part))
  );
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isTimeZone(name: string): boolean {
  // Newer versions of Node know offsets such as +01:00, which know no summer time; older ones refuse them.
  if (!/^\p{L}/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
