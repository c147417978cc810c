/** The site that the audited article is imagined to be shown on. */
const SITE = "https://reader.example";

const FORBIDDEN_ELEMENT =
  /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|form|input|button|select|option|textarea|output|template|slot|dialog|svg|canvas|noscript|title|head|body|html|h1|main|nav|marquee|map|area|portal|fencedframe|annotation-xml|annotation|foreignobject|maction|mglyph|malignmark)$|-/;

const FORBIDDEN_ATTRIBUTE =
  /^(?:on.*|style|name|srcdoc|is|slot|part|ping|form.*|action|method|popover.*|command.*|interestfor|autofocus|autoplay|loop|contenteditable|accesskey|usemap|ismap|background|xlink:.*|nonce|http-equiv|crossorigin|attributionsrc|item.*|data-(?!embed$|wide$|leads$|task$|numbers$).*|aria-(?!label$).*)$/;

const OWN_ADDRESS =
  /^\/news\/(?:article\/[0-9a-f]{2}\/[0-9a-f]{18}\/?|data\/files\/[0-9a-f]{2}\/[0-9a-f]{16}\/[^/]+)$/;

const DATA_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;

/** What attributes of these names must look like; addresses are judged by their parts. */
const FORMS: Readonly<Record<string, RegExp>> = {
  id: /^user-content-/,
  class: /^lang(?:uage)?-[\w+#-]+$/,
  tabindex: /^0$/,
  role: /^region$/,
};

/**
 * Says what is left in an article's HTML, shown at `/news/`, that must not be.
 *
 * By lists of its own, none of the sanitizer's, so that a mistake in those is seen here.
 */
export function faultsIn(article: ParentNode): string[] {
  return [...article.querySelectorAll("*")].flatMap((element) => [
    ...(FORBIDDEN_ELEMENT.test(element.localName) ? [`element ${element.localName}`] : []),
    ...[...element.attributes].flatMap((attribute) => faultsOfAttribute(element, attribute)),
    ...faultsOfLeaving(element),
  ]);
}

function faultsOfAttribute(element: Element, { name, value }: Attr): string[] {
  const what = `${element.localName} ${name}=${value}`;
  if (FORBIDDEN_ATTRIBUTE.test(name)) return [what];
  if (FORMS[name]?.test(value) === false) return [what];
  const isFault = addressesIn(name, value).some((address) => !isGood(element, name, address));
  return isFault ? [what] : [];
}

function addressesIn(name: string, value: string): string[] {
  if (["href", "src", "poster", "cite"].includes(name)) return [value];
  if (name !== "srcset") return [];
  return value.split(", ").map((candidate) => candidate.split(" ")[0] ?? "");
}

function isGood(element: Element, name: string, address: string): boolean {
  if (address.startsWith("#")) return address.startsWith("#user-content-");
  if (DATA_PICTURE.test(address)) return element.localName === "img" && name === "src";
  const url = new URL(address, `${SITE}/news/`);
  if (url.protocol === "mailto:") return name === "href" && !url.search;
  if (url.origin === SITE) return OWN_ADDRESS.test(url.pathname);
  return isGoodAbroad(url, name);
}

function isGoodAbroad(url: URL, name: string): boolean {
  if (url.username || url.password) return false;
  if (name === "href" || name === "cite") return /^https?:$/.test(url.protocol);
  return url.protocol === "https:" && !url.port && url.hostname.includes(".");
}

function faultsOfLeaving(element: Element): string[] {
  if (element.localName === "img") {
    return element.getAttribute("referrerpolicy") === "no-referrer" ? [] : ["img tells where from"];
  }
  if (element.localName !== "a" || !/^https?:/.test(element.getAttribute("href") ?? "")) return [];
  const isQuiet = /noopener noreferrer/.test(element.getAttribute("rel") ?? "");
  const isApart = element.getAttribute("target") === "_blank";
  return isQuiet && isApart ? [] : ["link tells where from, or replaces the app"];
}
