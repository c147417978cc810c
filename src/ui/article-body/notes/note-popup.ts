import type { Messages } from "#ui/messages/messages.tsx";
import { type FootNote, wordsOfNote } from "./find-notes.ts";
import type messages from "./notes.messages.json";

/** Says the messages of notes. */
export type SayNotes = Messages<keyof (typeof messages)["en"]>["say"];

const GAP = 8;
const MARGIN = 12;

/** Shows a note before the text: on a phone as a sheet from the bottom, else beside its sign. Gives what closes it. */
export function openPopup(
  body: HTMLElement,
  note: FootNote,
  onGo: () => void,
  say: SayNotes,
): HTMLElement {
  const popup = document.createElement("div");
  popup.className = "sheet note-popup no-print";
  popup.popover = "auto";
  popup.role = "dialog";
  popup.ariaLabel = say("note", { label: note.label });
  popup.tabIndex = -1;
  const words = document.createElement("div");
  words.className = "note-text";
  words.lang = body.lang;
  words.dir = body.dir;
  words.append(wordsOfNote(note));
  popup.append(words, line(popup, onGo, say));
  popup.addEventListener("toggle", ({ newState }) => {
    if (newState === "closed") popup.remove();
  });
  popup.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !popup.contains(relatedTarget)) popup.hidePopover();
  });
  body.after(popup);
  // Where the focus returns to.
  note.sign.focus({ preventScroll: true });
  popup.showPopover();
  place(popup, note.sign.getBoundingClientRect());
  popup.focus();
  return popup;
}

function line(popup: HTMLElement, onGo: () => void, say: SayNotes): HTMLElement {
  const both = document.createElement("div");
  both.className = "note-line";
  both.lang = document.documentElement.lang;
  both.append(
    button(say("all"), () => {
      popup.hidePopover();
      onGo();
    }),
    button(say("close"), () => popup.hidePopover()),
  );
  return both;
}

function button(words: string, onPress: () => void): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", onPress);
  return made;
}

/** Below its sign, or above it where there is more room; on a phone the style sheet says where. */
function place(popup: HTMLElement, sign: DOMRect): void {
  if (!matchMedia("(width >= 47.5rem)").matches) return;
  const { width, height } = popup.getBoundingClientRect();
  const below = sign.bottom + GAP;
  const top = below + height + MARGIN <= innerHeight ? below : sign.top - height - GAP;
  const left = Math.min(sign.left - GAP, innerWidth - width - MARGIN);
  popup.style.top = `${Math.max(MARGIN, top)}px`;
  popup.style.left = `${Math.max(MARGIN, left)}px`;
}
