import { OPENING_LENGTH } from "./position.ts";

/** So many words say where in a text one is. */
const MOST_QUOTED = 8;
/** As many signs do, where no spaces stand between words. */
const MOST_SIGNS = 24;

/** The opening words of a block as its reader is told them: few, whole, and with a sign where more follow. */
export function quotedWords(opening: string): string {
  const words = opening.split(" ");
  // Of as many as are kept the last may be half a word.
  const isCut = opening.length >= OPENING_LENGTH - 1;
  const quoted =
    words.length > 1
      ? words
          .slice(0, isCut ? -1 : undefined)
          .slice(0, MOST_QUOTED)
          .join(" ")
      : Array.from(opening).slice(0, MOST_SIGNS).join("");
  if (quoted === opening && /[.!?。！？؟]$/.test(quoted)) return quoted;
  return `${quoted.replace(/[\s,;:،؛、–—-]+$/, "")}…`;
}
