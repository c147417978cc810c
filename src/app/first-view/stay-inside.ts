/** The elements around a document's text that a text may have too: an end tag too many would end those. */
const AROUND = /<\/?(?:div|section)\b[^>]*>/g;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;

/** A list's items, and those that they end: HTML, 13.2.6.4.7, “A start tag whose tag name is "li"”. */
const ITEMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["li", ["li"]],
  ["dd", ["dd", "dt"]],
  ["dt", ["dd", "dt"]],
]);
/** Between two items, these keep the first one open. */
const BARRIERS = new Set(
  "blockquote caption dd details dl dt figcaption figure h2 h3 h4 h5 h6 li ol pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const HEADING = /^h[2-6]$/;
const CELLS = new Set(["caption", "td", "th"]);
const IN_TABLE = new Set([...CELLS, "table", "tbody", "tfoot", "thead", "tr"]);
const EMPTY = new Set(["br", "col", "hr", "img", "source", "track", "wbr"]);

/**
 * Says whether a cleaned text, in which each element ends, may end what stands around it: where a browser ends an
 * element early, `<li><div><li>`, what was its end tag is one too many.
 */
export function mayEndMore(html: string): boolean {
  const isPlain =
    !/<(?:div|section|table)\b/.test(html) || !/<(?:li|d[dt]|h[2-6]|t[dhr]|table)\b/.test(html);
  return !isPlain && endsEarly(html);
}

/** Leaves no end tag of an element that stands around a document's text. */
export function withoutAround(html: string): string {
  return html.replace(AROUND, "");
}

function endsEarly(html: string): boolean {
  const open: string[] = [];
  for (const [, end, name = ""] of html.matchAll(TAG)) {
    if (EMPTY.has(name)) continue;
    if (end) open.pop();
    else if (endsOther(name, open)) return true;
    else open.push(name);
  }
  return false;
}

/** Says whether an element that begins ends another one that is open, or is none where it stands. */
function endsOther(name: string, open: readonly string[]): boolean {
  if (HEADING.test(name)) return open.some((it) => HEADING.test(it));
  const table = open.findLast((it) => IN_TABLE.has(it));
  if (name === "table") return table !== undefined && !CELLS.has(table);
  if (IN_TABLE.has(name)) return table === undefined;
  const ended = ITEMS.get(name);
  const barrier = ended && open.findLast((it) => BARRIERS.has(it));
  return barrier !== undefined && ended?.includes(barrier) === true;
}
