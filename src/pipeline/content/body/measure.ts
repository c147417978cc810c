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

/** Room for some of a text's code units: one by one they are read from the text itself at half the pace. */
const CODES = new Uint16Array(1 << 14);
const BYTES = Buffer.from(CODES.buffer);

/**
 * Counts the runs between white space that hold a letter or a digit. It goes through the text without a branch: nobody,
 * and no processor, can guess where words end.
 */
function countWords(text: string): number {
  let words = 0;
  let isCounted = 0;
  for (let from = 0; from < text.length; from += CODES.length) {
    const length = BYTES.write(text.slice(from, from + CODES.length), "utf16le") / 2;
    for (let at = 0; at < length; at++) {
      const code = CODES[at] ?? 0;
      const kind = KNOWN[code] || kindAt(text, from + at, code);
      const isLetter = kind & LETTER;
      words += isLetter & ~isCounted;
      isCounted = isLetter | (isCounted & (kind >> 1));
    }
  }
  return words;
}

/** The lowest bit says that a run has a letter or a digit, the next one that it goes on; 0 is for what was not met yet. */
const LETTER = 1;
const OTHER = 2;
const SPACE = 4;
/** Of the characters that were met: to ask two patterns of each would take as long as all else. */
const KNOWN = new Uint8Array(0x10000);

function kindAt(text: string, at: number, code: number): number {
  if (code >= 0xd800 && code < 0xe000) return kindOf(text.codePointAt(at) ?? code);
  const kind = kindOf(code);
  KNOWN[code] = kind;
  return kind;
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (WORD.test(character)) return LETTER | OTHER;
  return /\s/.test(character) ? SPACE : OTHER;
}

function countSegments(text: string, language: string): number {
  let found = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (segment.isWordLike) found += 1;
  }
  return found;
}
