import type { Speech } from "#ui/messages/messages.tsx";
import { findNotes } from "./find-notes.ts";

/**
 * Shows an article's notes where their signs are: in the margin, or before the text where there is none. The list at its
 * end stays. What does so is loaded for such articles alone; without it a sign leads to the list. Returns what takes it
 * back.
 *
 * @param follow follows the links of a note as those of the article
 */
export function enlivenNotes(
  body: HTMLElement,
  follow: (element: HTMLElement) => () => void,
  speech: Speech,
): () => void {
  const notes = findNotes(body);
  if (notes.length === 0) return () => {};
  let isWanted = true;
  let end = () => {};
  void import("./show-notes.ts").then(
    ({ showNotes }) => {
      if (isWanted) end = showNotes(body, notes, follow, speech);
    },
    () => undefined,
  );
  return () => {
    isWanted = false;
    end();
  };
}
