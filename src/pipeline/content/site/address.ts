import { termKey } from "#model/term.ts";

/**
 * The address that Hugo gives a page without a configuration of its own: its path, lower-case and urlized.
 *
 * It is what authors' links between articles mean; Offprint's own page of an article is elsewhere.
 */
export function hugoAddress(prefix: string, stem: string, slug?: string): string {
  const segments = stem.split("/").map(termKey);
  const last =
    slug
      ?.slice(0, LONGEST_SEGMENT)
      .split("/")
      .map((part) => termKey(part.replace(/^-+|-+$/g, ""))) ?? [];
  if (last.some((part) => part !== "")) segments.splice(-1, 1, ...last);
  return `${prefix}/${segments.filter((segment) => segment !== "").join("/")}/`;
}

/** First segments that are the app's own, and the files at the root of every edition. */
const RESERVED = new Set(["data", "assets", "article", "saved", "settings", "tags", "transfer"]);
const ROOT_FILE = /^(?:index|404|200|offline)\.html?$|\.(?!html?$)[^.]*$/;
/** Names that no file can have on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const PAGE_FILE = /\.html?$/;
const LONGEST_SEGMENT = 200;
const LONGEST_PATH = 1000;

/** An old address as a safe path below the base, or why it is none. */
export type OldAddress = { readonly path: string } | { readonly fault: string };

/**
 * Makes a path of a declared alias or `url`: `/old/name/`, or `/old/name.html`. A relative one starts at `folder`, an
 * address with a slash at both ends.
 */
export function oldAddress(declared: string, folder: string): OldAddress {
  const decoded = decode(declared.trim());
  if (decoded === null) return { fault: "has a broken percent sign" };
  if (/[\p{Cc}\p{Surrogate}\\?#:*"<>|%]/u.test(decoded)) {
    return { fault: "has a character that no path should have" };
  }
  const whole = decoded.startsWith("/") ? decoded : `${folder}${decoded}`;
  const segments = whole
    .normalize("NFC")
    .split("/")
    .filter((segment) => segment !== "");
  const fault = faultOf(segments);
  if (fault) return { fault };
  const path = `/${segments.join("/")}`;
  return { path: PAGE_FILE.test(path) ? path : `${path}/` };
}

function faultOf(segments: readonly string[]): string | null {
  const first = segments[0]?.toLowerCase();
  if (first === undefined) return "is the front page";
  if (segments.some((segment) => /^\.|[. ]$/.test(segment) || DEVICE.test(segment))) {
    return "has a part that no file can be named";
  }
  if (RESERVED.has(first)) return `begins with “${first}”, which is the app's own`;
  if (segments.slice(0, -1).some((segment) => PAGE_FILE.test(segment))) {
    return "has a file's name in its middle";
  }
  if (segments.length === 1 && ROOT_FILE.test(first))
    return "is a file at the root, which is the app's own";
  const isLong = segments.some((segment) => segment.length > LONGEST_SEGMENT);
  return isLong || segments.join("/").length > LONGEST_PATH ? "is too long" : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
