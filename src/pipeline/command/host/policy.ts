import { hash } from "node:crypto";
import { dataAddress } from "#model/address.ts";

/** A response header: name and value. */
export type Header = readonly [name: string, value: string];

const STYLES = "style-src 'self'";
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  STYLES,
  "style-src-attr 'none'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "child-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
  "require-trusted-types-for 'script'",
  "trusted-types dompurify app-sw",
];

/** These would break an edition that a home network serves over plain `http:`. */
const HTTPS_ONLY = ["upgrade-insecure-requests"];
/** These have no effect in a `<meta>`, and browsers warn of them (CSP 3, section 3.3). */
const HEADER_ONLY = ["frame-ancestors 'none'"];

const POWERS = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "local-network-access",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The policy as a document carries it in its head, for hosts that can't send headers.
 *
 * @param styles the style elements that documents may have, by their `styleSource`
 */
export function metaPolicy(styles: readonly string[]): string {
  return policyWith(styles, [...HTTPS_ONLY, ...HEADER_ONLY]);
}

/** Names a style element in a policy, by its digest. */
export function styleSource(styles: string): string {
  return `'sha256-${hash("sha256", styles, "base64")}'`;
}

/** Reads the style elements that a policy lets documents have. */
export function stylesIn(policy: string): string[] {
  return (/style-src 'self'((?: 'sha256-[\w+/=]+')*)/.exec(policy)?.[1] ?? "").split(" ").slice(1);
}

/**
 * The policy for files that came with articles: strangers made them, and one that is opened by itself is a document of
 * the app's own origin, where `script-src 'self'` would let it run a script that lies beside it.
 */
export const FILE_POLICY =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The folder of those files, below the base. */
export const FILE_FOLDER = folderOf(dataAddress.resource("", ""));

/** What every response says, whatever it is; `plain` for a server that speaks `http:` only. */
export function securityHeaders(scheme: "https" | "plain", styles: readonly string[]): Header[] {
  const isPlain = scheme === "plain";
  const headers: Header[] = [
    ["Content-Security-Policy", policyWith(styles, isPlain ? HTTPS_ONLY : [])],
    ["Strict-Transport-Security", "max-age=63072000; includeSubDomains"],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["Permissions-Policy", POWERS.map((power) => `${power}=()`).join(", ")],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
    ["Origin-Agent-Cluster", "?1"],
  ];
  return headers.filter(([name]) => !(isPlain && name === "Strict-Transport-Security"));
}

/** For files whose name changes with their content. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** For all others: kept, but asked for anew each time. */
export const REVALIDATE = "no-cache";
/** For answers that say that something is missing: it may be there after the next publish. */
export const NEVER_KEEP = "no-store";

/** The folders, below the base, in which a file's name changes with its content. */
export const IMMUTABLE_FOLDERS = [
  "assets/",
  ...[
    dataAddress.head(""),
    dataAddress.schedule(""),
    dataAddress.expiries(""),
    dataAddress.month("", ""),
    dataAddress.rows("", ""),
    dataAddress.sizes("", ""),
    dataAddress.directory(""),
    dataAddress.term(""),
    dataAddress.resource("", ""),
  ].map(folderOf),
];

/** The folder of the articles: immutable where the address carries a digest, `?v=`, and only there. */
export const ARTICLE_FOLDER = folderOf(dataAddress.articleFile(""));

/** How long a file that was found may be kept; `address` is below the base, with its search part. */
export function cacheControl(address: string): string {
  const isImmutable =
    IMMUTABLE_FOLDERS.some((folder) => address.startsWith(folder)) ||
    (address.startsWith(ARTICLE_FOLDER) && /\?v=[0-9a-f]{16}$/.test(address));
  return isImmutable ? IMMUTABLE : REVALIDATE;
}

/** The two folders that an address of a data file begins with. */
function folderOf(address: string): string {
  return `${address.split("/").slice(0, 2).join("/")}/`;
}

function policyWith(styles: readonly string[], left: readonly string[]): string {
  return DIRECTIVES.filter((directive) => !left.includes(directive))
    .map((directive) => (directive === STYLES ? [directive, ...styles].join(" ") : directive))
    .join("; ");
}
