/** Letters of which each takes as long to say as three others. */
const LONG = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const COMMA = /[、，；]|[,;:](?=\s)/g;

/**
 * Cuts a sentence into pieces that are short to say, at its commas or else between words: Chromium ends whatever a
 * remote voice says after 15 seconds (https://crbug.com/41294170).
 *
 * @param most letters in a piece, where each of an East Asian script counts as three
 */
export function cutForVoice(spoken: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = spoken.trim();
  while (rest !== "") {
    const fitting = whatFits(rest, most);
    const at = fitting.length === rest.length ? rest.length : cutIn(fitting);
    pieces.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return pieces;
}

/** As many letters as fit, and one where none does. */
function whatFits(text: string, most: number): string {
  let weight = 0;
  let length = 0;
  for (const letter of text) {
    weight += LONG.test(letter) ? 3 : 1;
    if (weight > most && length > 0) break;
    length += letter.length;
  }
  return text.slice(0, length);
}

/** Behind the last comma, if that leaves no short piece; else at the last space; else at the end. */
function cutIn(fitting: string): number {
  const comma = [...fitting.matchAll(COMMA)].at(-1)?.index ?? 0;
  if (comma * 2 > fitting.length) return comma + 1;
  const space = fitting.lastIndexOf(" ");
  return space > 0 ? space : fitting.length;
}
