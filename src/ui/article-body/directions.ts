const BLOCKS =
  "blockquote,caption,dd,details,div,dl,dt,figcaption,figure,h2,h3,h4,h5,h6,li,ol,p,section,summary,table,td,th,ul";

const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Which way a text runs: that of its first letter, as `dir="auto"` decides; null without letters. */
export function directionOf(text: string): "ltr" | "rtl" | null {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** Which way a language is written; null where its tag doesn't say. */
export function directionOfLanguage(tag: string | undefined): "ltr" | "rtl" | null {
  if (!tag) return null;
  return /^(?:ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)/i.test(tag) ? "rtl" : "ltr";
}

/**
 * Gives every block the direction of its own text, so that languages may be mixed in one article.
 *
 * It is written out instead of left to `dir="auto"`, which passes over blocks inside that have a direction: a list of
 * such blocks would run from left to right whatever its items hold, and so would a cell with nothing but a number.
 */
export function setDirections(root: Element): void {
  const decided = new Set<Element>();
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const direction = directionOf(text.nodeValue ?? "");
    if (direction) decideUpwards(text.parentElement, root, direction, decided);
  }
  for (const code of root.querySelectorAll("pre:not([dir])")) code.setAttribute("dir", "ltr");
}

function decideUpwards(
  start: Element | null,
  root: Element,
  direction: "ltr" | "rtl",
  decided: Set<Element>,
): void {
  for (let at = start; at && at !== root && !decided.has(at); at = at.parentElement) {
    // Code and isolated words say nothing of the text that they stand in.
    if (at.matches("bdi,code,pre,kbd,samp,math")) return;
    decided.add(at);
    if (at.hasAttribute("dir")) return;
    if (at.matches(BLOCKS)) at.setAttribute("dir", direction);
  }
}
