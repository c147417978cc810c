/** Hosts, some with the start of a path, whose pictures only count who looks. */
const COUNTERS = [
  "adservice.google.com",
  "chartbeat.net",
  "doubleclick.net",
  "facebook.com/tr",
  "feeds.feedburner.com",
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

/** Says whether whatever stands at an address is there to count its readers. */
export function isCounter(url: URL): boolean {
  return COUNTERS.some((counter) => {
    const [host = "", path = ""] = counter.split("/");
    const isHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return isHost && url.pathname.startsWith(`/${path}`);
  });
}
