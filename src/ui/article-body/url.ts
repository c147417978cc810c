import { mayBeFetched } from "#model/remote-picture.ts";
import { removeTracking } from "#model/tracking.ts";
import { fileTreatment, readOwnAddress } from "./own-address.ts";

/** Where an article stands: what its addresses are resolved against. */
export type Place = {
  /** The original's address; without one, relative addresses are dropped. */
  readonly baseUrl: string | undefined;
  /** The path of the edition, such as `/news/`. */
  readonly base: string;
};

/** What an address is for: followed by the reader, shown at once, or played. */
export type UrlUse = "link" | "picture" | "media";

const LONGEST_URL = 4_096;
const LONGEST_DATA_URL = 200_000;
const DATA_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/i;
const MAILTO = /^mailto:[^?#\s"<>]{3,254}$/i;
/** What the URL standard removes from an address, and other characters that none has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const NO_PART_OF_A_URL = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029]+/g;

/**
 * Makes an address of an article safe to put into the page: absolute `http(s):`, `mailto:`, a small data picture, or
 * root-relative when it is one of the edition's own. Null where it is none of these.
 */
export function safeUrl(raw: string, use: UrlUse, place: Place): string | null {
  const value = raw.replace(NO_PART_OF_A_URL, "").trim();
  if (!value) return null;
  if (use === "picture" && /^data:/i.test(value)) return dataPicture(value);
  if (value.length > LONGEST_URL) return null;
  const own = readOwnAddress(value, place.base);
  if (own) return ownUrl(own, use);
  const url = resolve(value, place.baseUrl);
  return url && foreignUrl(url, use);
}

function foreignUrl(url: URL, use: UrlUse): string | null {
  if (url.protocol === "mailto:") return use === "link" && MAILTO.test(url.href) ? url.href : null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (use !== "link" && !mayBeFetched(url)) return null;
  url.username = "";
  url.password = "";
  removeTracking(url);
  return url.href;
}

function dataPicture(value: string): string | null {
  return value.length <= LONGEST_DATA_URL && DATA_PICTURE.test(value) ? value : null;
}

function ownUrl(own: { kind: "page" | "file"; address: string }, use: UrlUse): string | null {
  if (own.kind === "page") return use === "link" ? own.address : null;
  return use === "link" && fileTreatment(own.address) === "forbid" ? null : own.address;
}

function resolve(value: string, baseUrl: string | undefined): URL | null {
  // Without a base, an address that names its host still leads somewhere.
  const base = baseUrl ?? (/^[\\/]{2}/.test(value) ? "https://host.invalid" : undefined);
  return URL.canParse(value, base) ? new URL(value, base) : null;
}

/** The host that an address leads to, without `www.`; null for one of the edition's own, and for mail. */
export function hostOf(href: string): string | null {
  if (!/^https?:/.test(href) || !URL.canParse(href)) return null;
  return new URL(href).hostname.replace(/^www\./, "");
}
