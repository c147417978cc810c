import sanitize, { type Attributes, type IOptions, type Tag } from "sanitize-html";
import { withoutTurning } from "#model/shown-text.ts";
import { ALLOWED_ELEMENTS, DROPPED_WHOLE, mayHave } from "#ui/article-body/allowed.ts";
import { safeValue } from "#ui/article-body/attribute-values.ts";
import { drawnWords, type SayDrawn } from "#ui/article-body/drawn-words.ts";
import { embedOf } from "#ui/article-body/embeds.ts";
import { fileTreatment, readOwnAddress } from "#ui/article-body/own-address.ts";
import { settlePicture } from "#ui/article-body/pictures.ts";
import type { Place } from "#ui/article-body/url.ts";
import { ENGLISH, type Speech } from "#ui/messages/messages.tsx";
import { cleanPlainBody } from "./clean-plain-body.ts";
import { plainFormulas } from "./plain-formulas.ts";
import { mayEndMore, withoutAround } from "./stay-inside.ts";
import { createWallFinder } from "./wall-finder.ts";

// Cleans what stands in documents, to the profile of the app's own sanitizer (ui/article-body) and by its very lists
// and rules of values. The app cleans it again before it shows it.

const OPTIONS: IOptions = {
  allowedTags: [...ALLOWED_ELEMENTS],
  // They are judged one by one, with the element.
  allowedAttributes: false,
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: { img: ["https", "data"] },
  allowedSchemesAppliedToAttributes: ["href", "src", "cite", "poster"],
  nonTextTags: ["script", "style", "form", "option", ...DROPPED_WHOLE],
  parseStyleAttributes: false,
};
/** Characters that turn a text round, or what may stand for one. */
const MAY_TURN = /[\u202A-\u202E\u2066-\u2069]|&#/;
const STRAIGHT: IOptions = {
  textFilter: (text, element) =>
    /^(?:a|code|kbd|pre|samp)$/.test(element) ? withoutTurning(text) : text.replace(OVERRIDE, ""),
};
/** Elements of which words stay that the source has in attributes. */
const WORDED = ["embed", "iframe", "img", "input", "object"];
/** These two make any text run backwards, letter by letter; no language needs them. */
const OVERRIDE = /[\u202D\u202E]/g;

/** Cleans a body at build time. The same source always gives the same result. */
export function cleanBody(html: string, place: Place, speech: Speech = ENGLISH): string {
  const plain = MAY_TURN.test(html) ? null : cleanPlainBody(html, place);
  return plain ?? cleanAnyBody(html, place, speech);
}

/** The same by the sanitizer, whatever the body is. */
export function cleanAnyBody(html: string, place: Place, speech: Speech = ENGLISH): string {
  const say = drawnWords(speech);
  let codes = 0;
  const settleIt = (name: string, given: Attributes) => settle(name, given, place, say);
  const judge = (name: string, given: Attributes): Tag => {
    const { tagName, attribs } = WORDED.includes(name)
      ? { tagName: name, attribs: given }
      : settleIt(name, given);
    const kept = judged(tagName, attribs, place);
    if (tagName === "pre")
      Object.assign(kept, { dir: "ltr" }, region(say("codeRegion", { number: ++codes })), kept);
    return { tagName, attribs: kept };
  };
  const isWall = createWallFinder();
  const worded = WORDED.map((name) => [name, settleIt] as const);
  const options: IOptions = {
    ...OPTIONS,
    exclusiveFilter: (frame) => isWall(frame) || isEmpty(frame),
    // The library leaves words out where texts are filtered.
    ...(MAY_TURN.test(html) && STRAIGHT),
    transformTags: { ...Object.fromEntries(worded), "*": judge },
  };
  const cleaned = plainFormulas(nameParts(sanitize(html, options).trim(), say));
  return mayEndMore(cleaned) ? withoutAround(cleaned) : wrapTables(cleaned, say);
}

/** Saves what is meant by an element that will go, or by attributes that will. */
function settle(name: string, given: Attributes, place: Place, say: SayDrawn): Tag {
  switch (name) {
    case "h1":
      // The page's one h1 is the article's title.
      return { tagName: "h2", attribs: given };
    case "iframe":
    case "object":
    case "embed": {
      const link = embedOf((attribute) => given[attribute], place, say);
      if (!link) return { tagName: name, attribs: {} };
      return { tagName: "a", attribs: { href: link.href, "data-embed": "" }, text: link.words };
    }
    case "img": {
      const words = settlePicture(attributesOf(given));
      if (words !== null) return { tagName: "span", attribs: {}, text: words };
      break;
    }
    case "input":
      if (given.type !== "checkbox") break;
      return { tagName: "span", attribs: {}, text: "checked" in given ? "☑ " : "☐ " };
    case "ol":
      return { tagName: name, attribs: { ...given, ...numbersOf(given.type) } };
    case "a":
      // Old pages name the place that a footnote leads to with `<a name>`.
      if (given.name) return { tagName: name, attribs: { id: given.name, ...given } };
  }
  return { tagName: name, attribs: given };
}

const NUMBERS = new Map([
  ["a", "lower-alpha"],
  ["A", "upper-alpha"],
  ["i", "lower-roman"],
  ["I", "upper-roman"],
]);

function numbersOf(type: string | undefined): Attributes {
  const numbers = NUMBERS.get(type ?? "");
  return numbers === undefined ? {} : { "data-numbers": numbers };
}

/** As an element of a document has them. */
function attributesOf(given: Attributes) {
  return {
    getAttribute: (name: string) => given[name] ?? null,
    hasAttribute: (name: string) => name in given,
    setAttribute: (name: string, value: string) => {
      given[name] = value;
    },
    removeAttribute: (name: string) => {
      delete given[name];
    },
  };
}

function judged(element: string, given: Attributes, place: Place): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(given)) {
    const safe = mayHave(element, name) ? safeValue(element, name, value, place) : null;
    if (safe !== null) kept[name] = safe;
  }
  return Object.assign(kept, added(element, kept, place));
}

/** The attributes that no source may set. */
function added(element: string, { href, alt = "" }: Attributes, { base }: Place): Attributes {
  switch (element) {
    case "a":
      return href ? linkAttributes(href, base) : {};
    case "img":
      return { loading: "lazy", decoding: "async", referrerpolicy: "no-referrer", alt };
    case "audio":
      return { controls: "", preload: "none" };
    case "video":
      return { controls: "", preload: "none", playsinline: "" };
    default:
      return {};
  }
}

function linkAttributes(href: string, base: string): Attributes {
  if (href.startsWith("#")) return {};
  const own = readOwnAddress(href, base);
  if (own?.kind === "page") return {};
  if (own && fileTreatment(own.address) === "store") return { download: "" };
  return { target: "_blank", rel: "noopener noreferrer nofollow ugc" };
}

/** Says whether an element has nothing in it that is worth its place. */
function isEmpty(frame: sanitize.IFrame): boolean {
  const { tag, attribs, text, mediaChildren } = frame;
  // A picture of which words stay has those.
  if (tag === "img") return !(attribs.src || attribs.srcset || "innerText" in frame);
  if (!/^(?:a|details|figcaption|figure|h[2-6]|p|picture)$/.test(tag) || attribs.id) return false;
  return text.trim() === "" && mediaChildren.length === 0;
}

/** Names what folds and has no name, as the app does. */
function nameParts(html: string, say: SayDrawn): string {
  return html.replace(
    /(<details\b[^>]*>)(?!\s*<summary\b)/g,
    (_, tag: string) => `${tag}<summary>${say("details")}</summary>`,
  );
}

/** Puts every table that isn't inside another into a block of its own, in which it can be scrolled. */
function wrapTables(html: string, say: SayDrawn): string {
  let depth = 0;
  let tables = 0;
  // What was cleaned has no other “<” than those of its tags.
  return html.replace(/<(\/?)table\b[^>]*>/g, (tag, end: string) => {
    if (end) return --depth === 0 ? `${tag}</div>` : tag;
    if (depth++ > 0) return tag;
    return `<div role="region" aria-label="${say("table", { number: ++tables })}" tabindex="0">${tag}`;
  });
}

function region(name: string): Attributes {
  return { role: "region", "aria-label": name, tabindex: "0" };
}
