/** How long a text is. */
export type Length = { readonly words: number; readonly minutes: number };

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Languages whose words are not set apart, by what they are counted in. */
const COUNTED_IN_CHARACTERS = /^(?:zh|ja|yue|wuu)\b/;
const WITHOUT_SPACES = /^(?:th|lo|km|my)\b/;

/** Hugo's own figures: `(words + 212) / 213`, `(characters + 500) / 501`. */
const WORDS_A_MINUTE = 213;
const CHARACTERS_A_MINUTE = 501;

/**
 * Counts words and reading time as Hugo does; characters where a text is Chinese or Japanese, or says
 * `isCJKLanguage`. At least a minute.
 */
export function measure(text: string, language: string, isCjk: boolean | undefined): Length {
  if (isCjk ?? COUNTED_IN_CHARACTERS.test(language)) {
    const words = count(text, CJK) + countWords(text.replace(CJK, " "));
    return { words, minutes: Math.max(1, Math.ceil(words / CHARACTERS_A_MINUTE)) };
  }
  const words = WITHOUT_SPACES.test(language) ? countSegments(text, language) : countWords(text);
  return { words, minutes: Math.max(1, Math.ceil(words / WORDS_A_MINUTE)) };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

/** Counts the runs between white space that hold a letter or a digit, in one pass. */
function countWords(text: string): number {
  let words = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters stand within a word that is counted, and end none.
    if (isCounted && code > 0x20 && code < 0x7f) continue;
    const kind = kindAt(text, at, code);
    if (kind === SPACE) isCounted = false;
    else if (kind === LETTER && !isCounted) {
      words += 1;
      isCounted = true;
    }
  }
  return words;
}

const SPACE = 1;
const LETTER = 2;
const OTHER = 3;
/** Of the characters that were met: to ask two patterns of each would take as long as all else. */
const KNOWN = new Uint8Array(0x10000);

function kindAt(text: string, at: number, code: number): number {
  if (code >= 0xd800 && code < 0xe000) return kindOf(text.codePointAt(at) ?? code);
  const known = KNOWN[code] ?? 0;
  if (known > 0) return known;
  const kind = kindOf(code);
  KNOWN[code] = kind;
  return kind;
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (WORD.test(character)) return LETTER;
  return /\s/.test(character) ? SPACE : OTHER;
}

function countSegments(text: string, language: string): number {
  let found = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (segment.isWordLike) found += 1;
  }
  return found;
}
