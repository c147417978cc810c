import type { HostileBody } from "./hostile-bodies.ts";

/** Pictures that only count who looks, and machines that are no stranger's business. */
const ADDRESSES: readonly [name: string, address: string][] = [
  ["an advertiser's", "https://ad.doubleclick.net/ddm/activity/x"],
  ["a network's", "https://www.facebook.com/tr?id=1&amp;ev=PageView"],
  ["an analyst's", "https://www.google-analytics.com/collect?v=1"],
  ["a manager of tags'", "https://www.googletagmanager.com/a?id=1"],
  ["a feed's", "https://feeds.feedburner.com/~r/x/~4/y"],
  ["a weblog's", "https://pixel.wp.com/b.gif?v=1"],
  ["a weblog's statistics'", "https://stats.wordpress.com/g.gif?host=x"],
  ["a surveyor's", "https://b.scorecardresearch.com/p?c1=2"],
  ["a measurer's", "https://pixel.quantserve.com/pixel/p-x.gif"],
  ["a watcher's", "https://ping.chartbeat.net/ping?h=x"],
  ["a feed's seller's", "https://rss.buysellads.com/rss/image/1"],
  ["a syndicate's", "https://da.feedsportal.com/r/1.gif"],
  ["this machine's", "https://127.1/x.png"],
  ["this machine's, in octal", "https://0177.0.0.1/x.png"],
  ["this machine's, in hexadecimal", "https://0x7f.0x0.0x0.0x1/x.png"],
  ["this machine's, as all addresses", "https://0.0.0.0/x.png"],
  ["this machine's, by a name below it", "https://app.localhost/x.png"],
  ["this machine's, mapped into IPv6", "https://[::ffff:127.0.0.1]/x.png"],
  ["a home network's", "https://10.0.0.1/x.png"],
  ["another home network's", "https://172.16.0.1/x.png"],
  ["a third home network's", "https://192.168.0.254/cgi?reboot=1"],
  ["a carrier's", "https://100.64.0.1/x.png"],
  ["a cloud's own", "https://169.254.169.254/latest/meta-data/"],
  ["a printer's", "https://printer.local/x.png"],
  ["a company's", "https://wiki.internal/x.png"],
  ["a router's", "https://fritz.home.arpa/x.png"],
  ["a hidden service's", "https://expyuzz4wqqyqhjn.onion/x.png"],
  ["a host's at a mail server's port", "https://evil.example:25/x.png"],
  ["a host's with a password", "https://user:password@evil.invalid:444/x.png"],
  ["a full stop behind a private name's", "https://localhost./x.png"],
  ["a full width digit's", "https://１２７.０.０.１/x.png"],
];

const PLACES: readonly [name: string, place: (address: string) => string][] = [
  ["a picture", (address) => `<p>x</p><img src="${address}" alt="">`],
  ["a set", (address) => `<p>x</p><img srcset="${address} 1x" alt="">`],
  ["a source", (address) => `<p>x</p><picture><source srcset="${address}"><img alt=""></picture>`],
  ["a film's picture", (address) => `<p>x</p><video poster="${address}"></video>`],
  ["a late picture", (address) => `<p>x</p><img src="data:," data-src="${address}" alt="">`],
];

/** Pictures that must never be asked for, wherever they are named. */
export function hosts(): HostileBody[] {
  return ADDRESSES.flatMap(([owner, address]) =>
    PLACES.map(([place, put]) => ({ name: `host: ${owner}, in ${place}`, html: put(address) })),
  );
}
