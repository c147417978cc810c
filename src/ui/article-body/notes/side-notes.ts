import { type FootNote, wordsOfNote } from "./find-notes.ts";
import type { SayNotes } from "./note-popup.ts";

/** Of the margin, as narrow as a note can be read in; and the space around it. */
const NARROWEST = 176;
const WIDEST = 288;
const GAP = 28;
const BETWEEN = 14;

/** The notes of an article in its margin, each at the height of its sign, wherever there is a margin. */
export type SideNotes = {
  /** The note that stands in the margin; null where there is none. */
  readonly of: (note: FootNote) => HTMLElement | null;
  readonly end: () => void;
};

/** Puts notes into the margin for as long as there is room, and keeps them beside their signs. */
export function createSideNotes(
  body: HTMLElement,
  notes: readonly FootNote[],
  say: SayNotes,
): SideNotes {
  const margin = document.createElement("div");
  margin.className = "side-notes no-print";
  margin.role = "group";
  margin.ariaLabel = say("beside");
  margin.hidden = true;
  const shown = new Map<HTMLElement, HTMLElement>();
  for (const note of notes) {
    // One that is named twice stands at its first sign.
    if (shown.has(note.note)) continue;
    const element = draw(body, note, say("note", { label: note.label }));
    shown.set(note.note, element);
    margin.append(element);
  }
  body.after(margin);
  const pane = body.closest(".pane");
  const arrange = () => {
    const room = pane ? roomBeside(body, pane) : 0;
    margin.hidden = room < NARROWEST;
    if (!margin.hidden) arrangeIn(margin, body, notes, shown, Math.min(room, WIDEST));
  };
  const sizes = new ResizeObserver(arrange);
  sizes.observe(body);
  if (pane) sizes.observe(pane);
  return {
    of: ({ note }) => (margin.hidden ? null : (shown.get(note) ?? null)),
    end: () => {
      sizes.disconnect();
      margin.remove();
    },
  };
}

function draw(body: HTMLElement, note: FootNote, name: string): HTMLElement {
  const element = document.createElement("div");
  element.role = "note";
  element.ariaLabel = name;
  element.tabIndex = -1;
  element.className = "note-text";
  element.lang = body.lang;
  element.dir = body.dir;
  const label = document.createElement("span");
  label.className = "note-label";
  label.ariaHidden = "true";
  label.textContent = note.label;
  element.append(label, wordsOfNote(note));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    note.sign.focus();
  });
  return element;
}

function roomBeside(body: HTMLElement, pane: Element): number {
  const [text, whole] = [body.getBoundingClientRect(), pane.getBoundingClientRect()];
  const room = isRtl(body) ? text.left - whole.left : whole.right - text.right;
  return room - 2 * GAP;
}

function arrangeIn(
  margin: HTMLElement,
  body: HTMLElement,
  notes: readonly FootNote[],
  shown: ReadonlyMap<HTMLElement, HTMLElement>,
  width: number,
): void {
  const around = margin.offsetParent?.getBoundingClientRect();
  if (!around) return;
  const text = body.getBoundingClientRect();
  margin.style.width = `${width}px`;
  margin.style.left = isRtl(body)
    ? `${text.left - around.left - GAP - width}px`
    : `${text.right - around.left + GAP}px`;
  let free = 0;
  for (const { sign, note } of notes) {
    const element = shown.get(note);
    if (!element || element.dataset.at === sign.textContent) continue;
    element.dataset.at = sign.textContent ?? "";
    const top = Math.max(free, sign.getBoundingClientRect().top - around.top - 4);
    element.style.top = `${top}px`;
    free = top + element.offsetHeight + BETWEEN;
  }
  for (const element of shown.values()) delete element.dataset.at;
}

function isRtl(body: HTMLElement): boolean {
  return getComputedStyle(body).direction === "rtl";
}
