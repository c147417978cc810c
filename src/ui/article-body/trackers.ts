const PARAMETER =
  /^(?:utm_\w+|fbclid|[gd]clid|[gw]braid|msclkid|mc_[ce]id|igshid|igsh|yclid|_hs(?:enc|mi)|mkt_tok|vero_id|oly_(?:anon|enc)_id|ref_src|ref_url|s_cid|cmpid|at_(?:medium|campaign)|wt\.mc_id|spm|twclid|ttclid|_openstat)$/i;

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

/** Takes the parameters out of an address that only say where a reader came from. */
export function removeTracking(url: URL): void {
  for (const name of [...url.searchParams.keys()]) {
    if (PARAMETER.test(name)) url.searchParams.delete(name);
  }
}

/** Says whether whatever stands at an address is there to count its readers. */
export function isCounter(url: URL): boolean {
  return COUNTERS.some((counter) => {
    const [host = "", path = ""] = counter.split("/");
    const isHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return isHost && url.pathname.startsWith(`/${path}`);
  });
}
