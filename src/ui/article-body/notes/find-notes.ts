/** A note at the foot of an article, and the sign in the text that leads to it. */
export type FootNote = {
  readonly sign: HTMLAnchorElement;
  /** Where it stands in the list at the end. */
  readonly note: HTMLElement;
  /** The sign without its brackets. */
  readonly label: string;
};

/** A number, a letter or a dagger, maybe in brackets. */
const SIGN = /^[[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?$/i;
const BLOCK = "li, dd, p, div, td";
/** Longer ones are no notes, but parts of the article. */
const LONGEST = 3_000;

/** Finds an article's notes, as whoever wrote it made them: signs that lead to a place further down. */
export function findNotes(body: HTMLElement): readonly FootNote[] {
  const places = new Map<string, Element>();
  for (const place of body.querySelectorAll("[id]")) {
    if (!places.has(place.id)) places.set(place.id, place);
  }
  return [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((sign) => {
    const label = SIGN.exec(sign.textContent?.trim() ?? "")?.[1];
    const place = places.get(sign.getAttribute("href")?.slice(1) ?? "");
    const note = label && place ? noteAt(place, sign, body) : null;
    return label && note ? [{ sign, note, label }] : [];
  });
}

/** The block that a sign leads to: an item of a list, or one from which a link leads back. */
function noteAt(place: Element, sign: Element, body: HTMLElement): HTMLElement | null {
  const block = place.closest<HTMLElement>(BLOCK);
  if (!(block && body.contains(block)) || block === body || !comesAfter(block, sign)) return null;
  const isNote = block.localName === "li" || block.querySelector('a[href^="#"]') !== null;
  return isNote && (block.textContent?.length ?? 0) <= LONGEST ? block : null;
}

function comesAfter(block: Element, sign: Element): boolean {
  const order = sign.compareDocumentPosition(block);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Copies what a note says, to be shown elsewhere: without its places and the ways back to the text. */
export function wordsOfNote({ note, label }: FootNote): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of note.childNodes) copy.append(node.cloneNode(true));
  for (const link of copy.querySelectorAll('a[href^="#"]')) {
    const words = link.textContent?.trim() ?? "";
    if (!/[\p{L}\p{N}]/u.test(words) || SIGN.exec(words)?.[1] === label) link.remove();
  }
  for (const place of copy.querySelectorAll("[id]")) place.removeAttribute("id");
  return copy;
}
