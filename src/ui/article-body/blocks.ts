import { findBlock, openingWords, type ReadingPlace } from "#model/position.ts";

const BLOCK =
  "p,h2,h3,h4,h5,h6,li,dt,dd,pre,blockquote,figure,table,div,:is(div,section,.prose)>img";
/** What counts as one, whatever it holds: nobody's place is within a table's cell. */
const WHOLE = "table,figure,pre";

/** The blocks of an article's text that hold no others, in their order; the text itself where it has none. */
function blocksOf(body: HTMLElement): HTMLElement[] {
  const all = [...body.querySelectorAll<HTMLElement>(BLOCK)];
  const blocks = all.filter(
    (block) =>
      !block.parentElement?.closest(WHOLE) &&
      (block.matches(WHOLE) || block.querySelector(BLOCK) === null),
  );
  return blocks.length === 0 ? [body] : blocks;
}

/** A block of a text, and where in it something is: above it by a gap, or so far down in it. */
export type Spot = {
  readonly block: HTMLElement;
  readonly number: number;
  readonly gap: number;
  readonly fraction: number;
};

/** Which block is at a height of the window; null where all of the text is below it. */
export function spotAt(body: HTMLElement, height: number): Spot | null {
  const blocks = blocksOf(body);
  // The first block that reaches below that height: there are thousands in a book, and this is asked while scrolling.
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomOf(blocks[middle]) > height) high = middle;
    else low = middle + 1;
  }
  const block = blocks[low];
  if (!block) return null;
  const { top, height: whole } = block.getBoundingClientRect();
  if (low === 0 && top >= height) return null;
  const fraction = whole > 0 ? Math.min(1, Math.max(0, (height - top) / whole)) : 0;
  return { block, number: low, gap: Math.max(0, top - height), fraction };
}

/** What is kept of what stands at a height of the window. */
export function placeAt(body: HTMLElement, height: number): ReadingPlace | null {
  const spot = spotAt(body, height);
  return spot && placeOf(spot);
}

/** How far below the window's top a spot is now. */
export function heightOfSpot({ block, gap, fraction }: Spot): number {
  const { top, height } = block.getBoundingClientRect();
  return top + fraction * height - gap;
}

/** What is kept of a spot. */
export function placeOf({ block, number, fraction }: Spot): ReadingPlace {
  return {
    block: number,
    fraction: Math.round(fraction * 1000) / 1000,
    words: openingWords(textOf(block)),
  };
}

/** How far below the window's top a place is now; null for an article without any text. */
export function heightOf(body: HTMLElement, place: ReadingPlace): number | null {
  const found = blockOf(body, place);
  if (!found) return null;
  const { top, height } = found.block.getBoundingClientRect();
  return top + found.fraction * height;
}

/**
 * The words by which a reader knows a place again; null where there are none. A table and code are read in no such order
 * that their beginning would say where one was: of them there is a name, or nothing.
 */
export function wordsAt(body: HTMLElement, place: ReadingPlace): string | null {
  const block = place.words === undefined ? undefined : blockOf(body, place)?.block;
  const said = block?.matches(WHOLE) ? block.querySelector("caption,figcaption") : block;
  return openingWords(said?.textContent ?? "") || null;
}

/** The block of a place, as the text is now, and how much of it is above. */
function blockOf(body: HTMLElement, place: ReadingPlace) {
  const outer = [...body.children].filter((child) => child instanceof HTMLElement);
  const blocks = place.words === undefined && outer.length > 0 ? outer : blocksOf(body);
  const openings =
    place.words === undefined ? [] : blocks.map((block) => openingWords(textOf(block)));
  const { block: number, fraction } = findBlock(place, openings);
  // Of an article that became shorter.
  const block = blocks[Math.min(number, blocks.length - 1)];
  return block && { block, fraction };
}

/** A block's text, in which the cells of a table stand apart although nothing may stand between them. */
function textOf(block: HTMLElement): string {
  const cells = [...block.querySelectorAll("caption,th,td")];
  return (cells.length === 0 ? [block] : cells).map((each) => each.textContent).join(" ");
}

function bottomOf(block: HTMLElement | undefined): number {
  return block?.getBoundingClientRect().bottom ?? 0;
}
