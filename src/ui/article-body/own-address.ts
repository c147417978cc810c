/** Files that a browser shows or plays without running anything in them. */
const SHOWN = /\.(?:avif|gif|jpe?g|png|webp|pdf|m4a|mp3|oga|ogg|opus|wav|mp4|ogv|webm)$/i;
/** Files that a browser doesn't open: they are stored. */
const STORED =
  /\.(?:bib|csv|docx|epub|geojson|gpx|ics|json|md|odp|ods|odt|pptx|tsv|txt|xlsx|zip)$/i;

const BASE = /^\/(?:[\w.~%-]+\/)*$/;
const PAGE = /^article\/[0-9a-f]{2}\/[0-9a-f]{18}\/?$/;
const FILE = /^data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[^/]+$/;

/** What an address of the edition's own leads to. */
export type OwnAddress = {
  kind: "page" | "file";
  /** Root-relative, the fragment included. */
  address: string;
};

/**
 * Reads a root-relative address as one of the edition's own: an article's page, or a file that came with an article.
 *
 * Null for any other, since the app's remaining addresses (settings, its scripts) are no business of an article's.
 */
export function readOwnAddress(value: string, base: string): OwnAddress | null {
  if (!BASE.test(base) || !value.startsWith(base)) return null;
  const origin = "https://edition.invalid";
  if (!URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  if (url.origin !== origin || !url.pathname.startsWith(base) || url.search) return null;
  // A server that decodes these would leave the folder.
  if (/%(?:2f|5c|00)/i.test(url.pathname)) return null;
  const below = url.pathname.slice(base.length);
  if (PAGE.test(below)) return { kind: "page", address: url.pathname + url.hash };
  if (FILE.test(below)) return { kind: "file", address: url.pathname };
  return null;
}

/** How a link to one of the edition's files may be followed: never so that the file could run as a page of the app. */
export function fileTreatment(address: string): "show" | "store" | "forbid" {
  if (SHOWN.test(address)) return "show";
  return STORED.test(address) ? "store" : "forbid";
}
