import { setDirections } from "./directions.ts";
import type { SayDrawn } from "./drawn-words.ts";
import { nameLinks, straighten } from "./links.ts";
import { rename, wrapTables } from "./scrollers.ts";
import { removeShareWalls } from "./share-walls.ts";

/** Puts a cleaned article in order: what only the whole of it shows. Doing it twice changes nothing more. */
export function arrange(root: Element, say: SayDrawn): void {
  renameHeadlines(root);
  straighten(root);
  removeShareWalls(root);
  removeEmpty(root);
  nameParts(root, say);
  nameLinks(root, say);
  wrapTables(root);
  setDirections(root);
}

/** The page's one h1 is the article's title. */
function renameHeadlines(root: Element): void {
  for (const headline of root.querySelectorAll("h1")) rename(headline, "h2");
}

/** What is worth its place without a word in it. */
const SOMETHING = "[id],audio,hr,img,math,table,video";

const HOLDERS = "a,details,div,figcaption,figure,h2,h3,h4,h5,h6,p,picture";

function removeEmpty(root: Element): void {
  for (const picture of root.querySelectorAll("img:not([src]):not([srcset])")) picture.remove();
  const filled = new Set<Element>();
  for (const thing of root.querySelectorAll(SOMETHING)) fill(thing, filled);
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.nodeValue?.trim() && text.parentElement) fill(text.parentElement, filled);
  }
  for (const holder of root.querySelectorAll(HOLDERS)) {
    if (!filled.has(holder)) holder.remove();
  }
}

/** What folds and has no name would get the browser's, in the browser's language and look. */
function nameParts(root: Element, say: SayDrawn): void {
  for (const part of root.querySelectorAll("details:not(:has(> summary))")) {
    const name = root.ownerDocument.createElement("summary");
    name.textContent = say("details");
    part.prepend(name);
  }
}

/** Notes an element and all around it; each only once, however deep they are nested. */
function fill(start: Element, filled: Set<Element>): void {
  for (let at: Element | null = start; at && !filled.has(at); at = at.parentElement) filled.add(at);
}
