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

function countWords(text: string): number {
  return text.split(/\s+/).filter((piece) => WORD.test(piece)).length;
}

function countSegments(text: string, language: string): number {
  let found = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    if (segment.isWordLike) found += 1;
  }
  return found;
}
