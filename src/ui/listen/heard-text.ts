import { type Sentence, sentencesOf, type TextRun } from "#model/spoken.ts";
import { findNotes } from "#ui/article-body/notes/find-notes.ts";

/** An article's text as it is read aloud, and where each sentence of it stands on the page. */
export type HeardText = {
  readonly sentences: readonly Sentence[];
  readonly rangeOf: (sentence: Sentence) => Range;
};

const BLOCK =
  "address,article,aside,blockquote,caption,dd,details,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,ol,p,pre,section,summary,table,td,th,tr,ul";
const UNSEEN = '.sr-only,[hidden],[aria-hidden="true"]';

/**
 * Reads what an article says, from its title on.
 *
 * @param body the article's text on the page
 * @param language of the article, where its elements say nothing else
 */
export function hearText(body: HTMLElement, language: string | undefined): HeardText {
  const title = body.closest("article")?.querySelector<HTMLElement>("h1");
  const description = title?.nextElementSibling;
  const roots = [title, description?.localName === "p" ? description : null, body];
  const places: Node[] = [];
  const runs: TextRun[] = [];
  const look = lookAround(body, language);
  for (const root of roots) {
    if (!root) continue;
    for (const node of textIn(root)) {
      const around = node.parentElement;
      if (!around) continue;
      places.push(node);
      // A line's end parts two words as a space does.
      runs.push({ text: node instanceof Text ? node.data : " ", ...look(around) });
    }
  }
  return {
    sentences: sentencesOf(runs),
    rangeOf: ({ from, to }) => {
      const range = document.createRange();
      setEdge(places[from.run], from.offset, (node, offset) => range.setStart(node, offset));
      setEdge(places[to.run], to.offset, (node, offset) => range.setEnd(node, offset));
      return range;
    },
  };
}

function* textIn(root: Node): Generator<Node> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text || node.nodeName === "BR") yield node;
  }
}

/** Gives the function that says in what a text stands; what it has found of an element it keeps. */
function lookAround(body: HTMLElement, language: string | undefined) {
  const signs = new Set<Element>(findNotes(body).map(({ sign }) => sign));
  const known = new Map<Element, readonly string[]>();
  let block: Element | null = null;
  let number = -1;
  const withinOf = (element: Element): readonly string[] => {
    const found = known.get(element);
    if (found) return found;
    const outer = element === body || !element.parentElement ? [] : withinOf(element.parentElement);
    const name = element.matches(UNSEEN) ? "template" : element.localName;
    const within = [...outer, signs.has(element) ? "note-sign" : name];
    known.set(element, within);
    return within;
  };
  return (around: Element) => {
    const own = around.closest(BLOCK);
    if (own !== block || number < 0) number += 1;
    block = own;
    const spoken = own?.closest<HTMLElement>("[lang]")?.lang || language;
    return { block: number, within: withinOf(around), language: spoken };
  };
}

function setEdge(
  place: Node | undefined,
  offset: number,
  set: (node: Node, offset: number) => void,
): void {
  if (!place) return;
  if (place instanceof Text) {
    // It may have become shorter since: what is coloured or enlarged is drawn anew.
    set(place, Math.min(offset, place.length));
  } else if (place.parentNode) {
    set(place.parentNode, Array.from<Node>(place.parentNode.childNodes).indexOf(place));
  }
}

/** Finds the sentence that is the first one below a height of the window; the first of all where none is. */
export function sentenceBelow({ sentences, rangeOf }: HeardText, height: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    // Of a line that the bar covers by a hair all can be read.
    if (sentence && rangeOf(sentence).getBoundingClientRect().top >= height - 4) high = middle;
    else low = middle + 1;
  }
  return low < sentences.length ? low : 0;
}
