/** Names and numbers that mean a machine in the reader's own network. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home|lan|home\.arpa|onion)\.?$/i;
const PRIVATE_NUMBER =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]+$/;

/** Hosts, some with the start of a path, whose pictures only count who looks. */
const COUNTERS = [
  "adservice.google.com",
  "chartbeat.net",
  "doubleclick.net",
  "facebook.com/tr",
  "feedburner.com",
  "feedsportal.com",
  "google-analytics.com",
  "googletagmanager.com",
  "parsely.com",
  "pixel.wp.com",
  "quantserve.com",
  "rss.buysellads.com",
  "scorecardresearch.com",
  "stats.wordpress.com",
];

/** Makes an address `https:` and says whether a picture or sound there may be asked for without the reader's click. */
export function mayBeFetched(url: URL): boolean {
  url.protocol = "https:";
  if (url.port) return false;
  const host = url.hostname;
  const isPublic = host.includes(".") && !PRIVATE_NAME.test(host) && !PRIVATE_NUMBER.test(host);
  return isPublic && !isCounter(url);
}

/** Says whether whatever stands at an address is there to count its readers. */
function isCounter(url: URL): boolean {
  return COUNTERS.some((counter) => {
    const [host = "", path = ""] = counter.split("/");
    const isHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return isHost && url.pathname.startsWith(`/${path}`);
  });
}

/** Where pages that load pictures late by a script keep the address; what stands there counts if nothing else does. */
export const LATE_SOURCES = ["data-src", "data-original", "data-lazy-src"];
export const LATE_SETS = ["data-srcset", "data-lazy-srcset"];
