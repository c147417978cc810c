import { safeSrcset } from "./srcset.ts";
import { type Place, safeUrl } from "./url.ts";

/** What ids of an article begin with, so that none is the app's and no global variable is made of one. */
export const ID_PREFIX = "user-content-";

type Check = (value: string, element: string, place: Place) => string | null;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these become spaces.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Characters that turn the order of text round or can't be seen; the joiners U+200C and U+200D are letters' business. */
const INVISIBLE = /[\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A line of plain text, as titles and descriptions of pictures are. */
export function plainLine(value: string, longest: number): string {
  const line = value.replace(CONTROLS, " ").replace(INVISIBLE, "").trim();
  return Array.from(line).slice(0, longest).join("").trim();
}

const line =
  (longest: number): Check =>
  (value) =>
    plainLine(value, longest);

const matching =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? value : null;

const upTo =
  (most: number): Check =>
  (value) =>
    /^\d{1,6}$/.test(value) && Number(value) <= most ? String(Number(value)) : null;

const pixels = upTo(8_192);
const width: Check = (value, element, place) => {
  if (element !== "mspace") return pixels(value, element, place);
  return /^\d{1,2}(?:\.\d{1,3})?em$/.test(value) ? value : null;
};

const present: Check = () => "";
const language = matching(/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i);
const boolean = matching(/^(?:true|false)$/);
const integer = matching(/^-?\d{1,6}$/);

const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.-]{0,127}$/u;

/** Gives the id that an article's name for a place becomes; null where it is no name. */
function safeId(value: string): string | null {
  const plain = decode(value.trim());
  const name = plain.startsWith(ID_PREFIX) ? plain.slice(ID_PREFIX.length) : plain;
  return NAME.test(name) ? ID_PREFIX + name : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const href: Check = (value, _element, place) => {
  const fragment = /^\s*#(.*)$/s.exec(value)?.[1];
  if (fragment === undefined) return withSafeFragment(safeUrl(value, "link", place));
  const id = safeId(fragment);
  return id && `#${id}`;
};

/** A link to another article of the edition may name a place in it, by the id that the place has there. */
function withSafeFragment(url: string | null): string | null {
  if (!url?.startsWith("/")) return url;
  const [path = "", fragment] = url.split("#", 2);
  const id = fragment && safeId(fragment);
  return id ? `${path}#${id}` : path;
}

const mediaType: Check = (value) => {
  const isMedia = /^(?:image|video|audio)\/[\w.+-]{1,40}(?:;\s*codecs="?[\w., ]{1,60}"?)?$/.test(
    value,
  );
  return isMedia && !/svg/i.test(value) ? value : null;
};

const CHECKS = new Map<string, Check>([
  ["abbr", line(100)],
  ["accent", boolean],
  ["accentunder", boolean],
  ["align", matching(/^(?:left|center|right)$/)],
  ["alt", line(1_000)],
  ["cite", (value, _element, place) => safeUrl(value, "link", place)],
  ["class", matching(/^(?:language|lang)-[\w+#-]{1,24}$/)],
  ["colspan", upTo(50)],
  ["columnspan", upTo(50)],
  ["controls", present],
  ["data-embed", present],
  ["data-leads", matching(/^[a-z0-9.-]{1,253}$/)],
  ["data-numbers", matching(/^(?:lower|upper)-(?:alpha|roman)$/)],
  ["data-task", matching(/^(?:done|open)$/)],
  ["data-wide", present],
  ["datetime", matching(/^[\w:.+ -]{1,40}$/)],
  ["dir", (value) => (/^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : null)],
  ["display", matching(/^(?:block|inline)$/)],
  ["fence", boolean],
  ["height", pixels],
  ["href", href],
  ["hreflang", language],
  ["id", safeId],
  ["kind", matching(/^(?:subtitles|captions|descriptions|chapters)$/)],
  ["label", line(100)],
  ["lang", language],
  ["linethickness", matching(/^[\d.]{1,4}(?:px|em)?$/)],
  ["mathvariant", matching(/^normal$/)],
  ["media", matching(/^[\w\s():.,-]{1,120}$/)],
  ["open", present],
  ["poster", (value, _element, place) => safeUrl(value, "picture", place)],
  ["reversed", present],
  ["rowspan", upTo(200)],
  ["scope", matching(/^(?:row|col|rowgroup|colgroup)$/)],
  ["separator", boolean],
  ["sizes", matching(/^[\w\s():.,%*+/-]{1,300}$/)],
  ["span", upTo(50)],
  [
    "src",
    (value, element, place) => safeUrl(value, element === "img" ? "picture" : "media", place),
  ],
  ["srclang", language],
  ["srcset", (value, _element, place) => safeSrcset(value, place)],
  ["start", integer],
  ["stretchy", boolean],
  ["title", line(300)],
  ["type", mediaType],
  ["value", integer],
  ["width", width],
]);

/** Gives an attribute's value in the form in which it may stay; null where it may not. */
export function safeValue(
  element: string,
  attribute: string,
  value: string,
  place: Place,
): string | null {
  return CHECKS.get(attribute)?.(value, element, place) ?? null;
}
