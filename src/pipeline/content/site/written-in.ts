/** So much of a text tells what it is written in. */
const SAMPLE = 2_000;
const LETTERS = /\p{L}/gu;
/** Most texts have none of these, and are told at once. */
const OTHER_LETTERS = /[\u0370-\u1FFF\u3040-\uD7FF]/;

/** What a text in these letters is in first of all, and the scripts of languages that may be written so too. */
const WRITINGS: readonly { letters: RegExp; language: string; scripts: readonly string[] }[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: "ja", scripts: ["Jpan"] },
  { letters: /\p{Script=Hangul}/gu, language: "ko", scripts: ["Kore"] },
  { letters: /\p{Script=Han}/gu, language: "zh", scripts: ["Hans", "Hant", "Jpan", "Kore"] },
  { letters: /[ٹڈڑںے]/gu, language: "ur", scripts: ["Arab"] },
  { letters: /[پچژگ]/gu, language: "fa", scripts: ["Arab"] },
  { letters: /\p{Script=Arabic}/gu, language: "ar", scripts: ["Arab"] },
  { letters: /\p{Script=Hebrew}/gu, language: "he", scripts: ["Hebr"] },
  { letters: /\p{Script=Greek}/gu, language: "el", scripts: ["Grek"] },
  { letters: /\p{Script=Thai}/gu, language: "th", scripts: ["Thai"] },
];
/** Of letters that are mixed with those of a wider script, so many are enough. */
const SHARES: Readonly<Record<string, number>> = { ja: 0.1, ur: 0.02, fa: 0.02 };

/**
 * The language of a text whose place says another one, or none: where hardly a letter of it can be that language's, it
 * is the one that is mostly written so. Importers of many feeds put them into one folder, whatever they are in.
 *
 * @param told BCP 47: what its place says
 */
export function writtenIn(text: string, told: string): string {
  const sample = text.slice(0, SAMPLE);
  if (!OTHER_LETTERS.test(sample)) return told;
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const all = count(LETTERS);
  const found = WRITINGS.find(
    ({ letters, language }) => count(letters) > all * (SHARES[language] ?? 0.5),
  );
  return found === undefined || found.scripts.includes(scriptOf(told)) ? told : found.language;
}

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? "";
  } catch {
    return "";
  }
}
