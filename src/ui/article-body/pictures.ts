import { LATE_SETS, LATE_SOURCES } from "#model/remote-picture.ts";
import { plainLine } from "./attribute-values.ts";
import type { SayDrawn } from "./drawn-words.ts";
import { safeSrcset } from "./srcset.ts";
import { type Place, safeUrl } from "./url.ts";

/** Prepares a picture of the source before its attributes are judged. */
export function preparePicture(picture: Element): void {
  const words = settlePicture(picture);
  if (words) picture.before(words);
}

/** The attributes of an element of whatever tree. */
export type Attributes = Pick<
  Element,
  "getAttribute" | "setAttribute" | "hasAttribute" | "removeAttribute"
>;

/** A picture as wide as this, in CSS pixels, stands between the lines of a text and not in one. */
const WIDE = 240;

/** Settles what a picture of the source shows; gives the words that stand for it where it is drawn text. */
export function settlePicture(picture: Attributes): string | null {
  promoteLazySource(picture);
  if (isPixel(picture)) forget(picture);
  if (Number.parseInt(picture.getAttribute("width") ?? "", 10) >= WIDE) {
    picture.setAttribute("data-wide", "");
  }
  const text = plainLine(picture.getAttribute("alt") ?? "", 20);
  // Drawn emoji come without a size; the character itself is what was meant.
  const isEmoji = /(?:^|\s)(?:emoji|wp-smiley)(?:\s|$)/.test(picture.getAttribute("class") ?? "");
  if (!(text && isEmoji)) return null;
  forget(picture);
  return text;
}

/** Puts a link in the place of a picture from elsewhere, so that nothing is asked of its host. */
export function linkInsteadOfPicture(picture: Element, place: Place, say: SayDrawn): void {
  const set = safeSrcset(picture.getAttribute("srcset") ?? "", place);
  const url =
    safeUrl(picture.getAttribute("src") ?? "", "picture", place) ?? set?.split(" ")[0] ?? null;
  picture.removeAttribute("srcset");
  if (!url?.startsWith("https:")) return;
  const link = picture.ownerDocument.createElement("a");
  link.setAttribute("href", url);
  link.setAttribute("data-embed", "");
  const name = plainLine(picture.getAttribute("alt") ?? "", 200) || new URL(url).hostname;
  link.textContent = say("picture", { name });
  picture.before(link);
  forget(picture);
}

/** Sets what every picture has: it loads late, tells nobody where it is shown, and has an alternative text. */
export function finishPicture(picture: Element): void {
  picture.setAttribute("loading", "lazy");
  picture.setAttribute("decoding", "async");
  picture.setAttribute("referrerpolicy", "no-referrer");
  if (!picture.hasAttribute("alt")) picture.setAttribute("alt", "");
}

/** Looks at the pictures of a text of which nobody said how large they are, as each of them comes. */
export function watchSizes(body: HTMLElement): () => void {
  const look = (picture: HTMLImageElement) => {
    if (picture.hasAttribute("width") || !picture.complete) return;
    picture.toggleAttribute("data-wide", picture.naturalWidth >= WIDE);
  };
  // The event does not bubble.
  const come = ({ target }: Event) => {
    if (target instanceof HTMLImageElement) look(target);
  };
  for (const picture of body.querySelectorAll("img")) look(picture);
  body.addEventListener("load", come, { capture: true });
  return () => body.removeEventListener("load", come, { capture: true });
}

/** Scripts that load pictures late keep the address elsewhere; here no such script runs. */
function promoteLazySource(picture: Attributes): void {
  const shown = picture.getAttribute("src") ?? "";
  const kept = LATE_SOURCES.map((name) => picture.getAttribute(name)).find(Boolean);
  if (kept && (!shown || shown.startsWith("data:"))) picture.setAttribute("src", kept);
  const set = LATE_SETS.map((name) => picture.getAttribute(name)).find(Boolean);
  if (set && !picture.hasAttribute("srcset")) picture.setAttribute("srcset", set);
}

function isPixel(picture: Attributes): boolean {
  const isTiny = ["width", "height"].some((side) =>
    /^\s*[0-2](?:px)?\s*$/.test(picture.getAttribute(side) ?? ""),
  );
  const style = picture.getAttribute("style") ?? "";
  return isTiny || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** A picture without an address is taken out later, with the figure that it leaves empty. */
function forget(picture: Attributes): void {
  picture.removeAttribute("src");
  picture.removeAttribute("srcset");
}
