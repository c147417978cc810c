import type { LeavingWords, Workshop } from "./leaving.ts";

/** What the app needs of a text and no file does. */
const OWN_TO_THE_APP = [
  "role",
  "aria-label",
  "tabindex",
  "target",
  "rel",
  "loading",
  "decoding",
  "referrerpolicy",
  "data-embed",
  "data-wide",
  "srcset",
  "sizes",
  "align",
];

/**
 * Arranges a cleaned text for a file: no attributes of the app's, every address whole, one picture where several sizes
 * were, and links in place of sound and video.
 *
 * @param home the edition's address, with its slash
 */
export function arrangeText(
  root: Element,
  { home, words }: Pick<Workshop, "home" | "words">,
): void {
  for (const media of root.querySelectorAll("audio,video")) linkInstead(media, home, words);
  for (const picture of root.querySelectorAll("picture")) {
    const image = picture.querySelector("img");
    if (image) picture.replaceWith(image);
    else picture.remove();
  }
  for (const element of root.querySelectorAll("*")) {
    for (const name of OWN_TO_THE_APP) element.removeAttribute(name);
  }
  for (const link of root.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (!href.startsWith("#")) link.setAttribute("href", whole(href, home));
  }
}

function linkInstead(media: Element, home: string, words: LeavingWords): void {
  const source = media.getAttribute("src") ?? media.querySelector("source")?.getAttribute("src");
  if (!source) {
    media.remove();
    return;
  }
  const link = media.ownerDocument.createElement("a");
  link.setAttribute("href", whole(source, home));
  link.setAttribute("lang", words.language);
  link.setAttribute("dir", words.direction);
  link.textContent = media.localName === "video" ? words.video : words.sound;
  media.replaceWith(link);
}

function whole(address: string, home: string): string {
  return URL.canParse(address, home) ? new URL(address, home).href : address;
}
