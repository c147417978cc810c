import { DateTime } from "luxon";
import type { Fields } from "#pipeline/content/source/fields.ts";
import { isMap } from "#pipeline/content/source/value.ts";
import type { EditionOptions } from "#pipeline/options.ts";
import { instantOf } from "./parse-instant.ts";
import type { Times } from "./read-times.ts";

/** Whether an article is published, and from when and until when it is shown. */
export type Visibility = {
  /** Why it is not in the lists today; null where it is. */
  readonly reason: string | null;
  /** False: it is not published at all. */
  readonly isPublished: boolean;
  /** False: it is published, and never in lists. */
  readonly isListed: boolean;
  readonly appears: string | undefined;
  readonly expires: string | undefined;
  /** The instant from which on this is judged otherwise; null where time changes nothing. */
  readonly until: string | null;
};

/** Judges an article's front matter against the moment of the build. */
export function readVisibility(
  fields: Fields,
  times: Times,
  isBundle: boolean,
  options: EditionOptions,
): Visibility {
  const hidden = hiddenBy(fields, times, isBundle, options);
  const now = nowOf(options);
  const { publish, expires } = times;
  const isComing = publish !== null && publish.instant > now && !options.future;
  const late = isComing
    ? `not due: appears on ${publish.instant} (${publish.key}: ${publish.written})`
    : null;
  return {
    reason: hidden ?? late,
    isPublished: hidden === null,
    isListed: readBuild(fields, "list") !== "never",
    appears: isComing && hidden === null ? publish.instant : undefined,
    expires: expires && expires.instant > now && hidden === null ? expires.instant : undefined,
    until: nextTurn(times, now),
  };
}

/** The first of its times that is still to come. */
function nextTurn({ publish, expires }: Times, now: string): string | null {
  const coming = [publish, expires].flatMap((time) =>
    time !== null && time.instant > now ? [time.instant] : [],
  );
  return coming.sort()[0] ?? null;
}

function hiddenBy(
  fields: Fields,
  times: Times,
  isBundle: boolean,
  options: EditionOptions,
): string | null {
  const { expires } = times;
  if (readBuild(fields, "render") === "never") return "build.render: never";
  // Hugo knows no other pages without a head.
  if (isBundle && fields.flag("headless")) return "headless: true";
  const draft = options.drafts ? null : draftReason(fields);
  if (draft) return draft;
  if (!expires || options.expired || expires.instant > nowOf(options)) return null;
  return `expired on ${expires.instant} (${expires.key}: ${expires.written})`;
}

function draftReason(fields: Fields): string | null {
  const draft = fields.flag("draft");
  if (draft !== undefined) return draft ? "draft: true" : null;
  return fields.flag("published") === false ? "published: false" : null;
}

/** `never`, `always`, …; the older form of the field is a boolean. */
function readBuild(fields: Fields, key: string): string | undefined {
  const build = fields.get("build") ?? fields.get("_build");
  const value = isMap(build) ? build.get(key) : undefined;
  if (typeof value !== "string") return undefined;
  return value === "false" ? "never" : value.toLowerCase();
}

/** The moment of the build as an instant, of all articles of a run the same. */
function nowOf(options: EditionOptions): string {
  const known = moments.get(options);
  if (known !== undefined) return known;
  const now = instantOf(DateTime.fromJSDate(options.now)) ?? "";
  moments.set(options, now);
  return now;
}

const moments = new WeakMap<EditionOptions, string>();
