import "./notes.css";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import type { FootNote } from "./find-notes.ts";
import { openPopup } from "./note-popup.ts";
import messages from "./notes.messages.json";
import { createSideNotes } from "./side-notes.ts";

/** Shows notes when their signs are pressed, until what it returns is called. */
export function showNotes(
  body: HTMLElement,
  notes: readonly FootNote[],
  follow: (element: HTMLElement) => () => void,
  speech: Speech,
): () => void {
  const { say } = messagesOf(messages, speech);
  const side = createSideNotes(body, notes, say);
  let popup: HTMLElement | null = null;
  const press = (event: MouseEvent) => {
    const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    const note = notes.find(({ sign }) => target instanceof Node && sign.contains(target));
    if (!note) return;
    // Before the list at the end would be gone to.
    event.preventDefault();
    const beside = side.of(note);
    if (beside) {
      beside.focus();
      return;
    }
    popup = openPopup(body, note, () => goTo(note.note), say);
    follow(popup);
  };
  body.addEventListener("click", press, { capture: true });
  return () => {
    body.removeEventListener("click", press, { capture: true });
    popup?.remove();
    side.end();
  };
}

function goTo(note: HTMLElement): void {
  note.tabIndex = -1;
  note.scrollIntoView({ block: "start" });
  note.focus({ preventScroll: true });
}
