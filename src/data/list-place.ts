import { type ListPlace, parseListPlace } from "#model/list-place.ts";
import { openStorage } from "./device/local-storage.ts";
import { storageKey } from "./device/storage-keys.ts";

// For as long as the tab lives: a new tab begins at the newest story.
const session = openStorage(() => window.sessionStorage);

/** Gives where the reader stood in the list at an address; null where that is not known, or can't be read. */
export function readPlace(view: string): ListPlace | null {
  return parsePlace(session.get(storageKey.place(view)));
}

/** A place as it is stored; null where it is none. */
export function parsePlace(text: string | null): ListPlace | null {
  if (text === null) return null;
  try {
    return parseListPlace(JSON.parse(text));
  } catch {
    // A list that begins at its top is no loss worth a word.
    return null;
  }
}

/** Keeps where the reader stands. */
export function writePlace(view: string, place: ListPlace): void {
  session.set(storageKey.place(view), JSON.stringify(place));
}
