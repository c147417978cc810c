import sanitize from "sanitize-html";
import { ALLOWED_ELEMENTS, DROPPED_WHOLE, mayHave } from "#ui/article-body/allowed.ts";
import { safeValue } from "#ui/article-body/attribute-values.ts";
import { fileTreatment, readOwnAddress } from "#ui/article-body/own-address.ts";
import type { Place } from "#ui/article-body/url.ts";

// Cleans what stands in documents, to the same profile as the app's own sanitizer (ui/article-body) and by its very
// lists and rules of values; the app cleans it again before it shows it.

/**
 * Cleans a body at build time. The same source always gives the same result.
 *
 * What would be asked of other hosts stands in `<noscript>`: a document can't know whether its reader wants that, so
 * the app adds it; without JavaScript it is there at once.
 */
export function cleanBody(html: string, place: Place): string {
  return clean(html, place).replace(ASKING, (element) =>
    REMOTE.test(element) ? `<noscript>${element}</noscript>` : element,
  );
}

/** Pictures, and films for the sake of their first one. Values hold no bracket: each is written as an entity. */
const ASKING = /<picture\b[^>]*>.*?<\/picture>|<video\b[^>]*>.*?<\/video>|<img\b[^>]*>/gs;
const REMOTE = /\s(?:src|srcset|poster)="[^"]*https:/;

function clean(html: string, place: Place): string {
  return sanitize(html, {
    allowedTags: [...ALLOWED_ELEMENTS],
    // Judged one by one, below.
    allowedAttributes: false,
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["https", "data"] },
    allowedSchemesAppliedToAttributes: ["href", "src", "cite", "poster"],
    nonTextTags: ["script", "style", "form", ...DROPPED_WHOLE],
    disallowedTagsMode: "discard",
    parseStyleAttributes: false,
    transformTags: {
      "*": (tagName, attribs) => ({
        // The page's one h1 is the article's title.
        tagName: tagName === "h1" ? "h2" : tagName,
        attribs: judged(tagName, attribs, place),
      }),
    },
  }).trim();
}

function judged(element: string, attributes: Record<string, string>, place: Place) {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const safe = mayHave(element, name) ? safeValue(element, name, value, place) : null;
    if (safe !== null) kept[name] = safe;
  }
  return { ...kept, ...added(element, kept, place) };
}

/** The attributes that no source may set. */
function added(element: string, { href, alt = "" }: Record<string, string>, { base }: Place) {
  switch (element) {
    case "a":
      return href ? linkAttributes(href, base) : {};
    case "img":
      return { loading: "lazy", decoding: "async", referrerpolicy: "no-referrer", alt };
    case "audio":
    case "video":
      return { controls: "", preload: "none", playsinline: "" };
    default:
      return {};
  }
}

function linkAttributes(href: string, base: string): Record<string, string> {
  if (href.startsWith("#")) return {};
  const own = readOwnAddress(href, base);
  if (own?.kind === "page") return {};
  if (own && fileTreatment(own.address) === "store") return { download: "" };
  return { target: "_blank", rel: "noopener noreferrer nofollow ugc" };
}
