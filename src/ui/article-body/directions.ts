const BLOCKS =
  "blockquote,caption,dd,details,div,dl,dt,figcaption,figure,h2,h3,h4,h5,h6,li,ol,p,section,summary,table,td,th,ul";

const LETTERS = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Syriac}\p{Script=Thaana}]/gu;
/** So much of a text tells which way it runs. */
const SAMPLE = 400;

type Tally = { rtl: number; all: number };

/**
 * Which way a text runs: that of most of its letters; null without any. `dir="auto"` goes by the first one, and turns
 * round every paragraph that begins with a foreign name.
 */
export function directionOf(text: string): "ltr" | "rtl" | null {
  return directionBy(tallyOf(text));
}

function directionBy({ rtl, all }: Tally): "ltr" | "rtl" | null {
  if (all === 0) return null;
  return rtl * 2 >= all ? "rtl" : "ltr";
}

function tallyOf(text: string): Tally {
  const sample = text.slice(0, SAMPLE);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  return { rtl: count(RIGHT_TO_LEFT), all: count(LETTERS) };
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
  const tallies = new Map<Element, Tally>();
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const block = blockAround(text.parentElement, root);
    if (!block) continue;
    const { rtl, all } = tallyOf(text.nodeValue ?? "");
    const before = tallies.get(block) ?? { rtl: 0, all: 0 };
    if (all > 0) tallies.set(block, { rtl: before.rtl + rtl, all: before.all + all });
  }
  const decided = new Set<Element>();
  for (const [block, tally] of tallies) {
    const direction = directionBy(tally);
    if (direction) decideUpwards(block, root, direction, decided);
  }
  for (const code of root.querySelectorAll("pre:not([dir])")) code.setAttribute("dir", "ltr");
}

/** The block of which a text says which way it runs. */
function blockAround(start: Element | null, root: Element): Element | null {
  for (let at = start; at && at !== root; at = at.parentElement) {
    // Code and isolated words say nothing of the text that they stand in.
    if (at.matches("bdi,code,pre,kbd,samp,math")) return null;
    if (at.matches(BLOCKS)) return at;
    if (at.hasAttribute("dir")) return null;
  }
  return null;
}

function decideUpwards(
  start: Element,
  root: Element,
  direction: "ltr" | "rtl",
  decided: Set<Element>,
): void {
  for (let at: Element | null = start; at && at !== root; at = at.parentElement) {
    if (decided.has(at) || at.hasAttribute("dir")) return;
    decided.add(at);
    if (at.matches(BLOCKS)) at.setAttribute("dir", direction);
  }
}
