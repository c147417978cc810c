import { between, type Chance, chanceOf, Zipf } from "./chance.ts";

const ONSETS =
  "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl fr gr pl pr sh st th tr qu".split(" ");
const NUCLEI = "a e i o u a e i o ea ou ai ee io".split(" ");
const CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "d", "ng", "st", "nd", "ck"];

/** Makes a number of words that nobody has written, all different; the same for the same seed. */
export function inventWords(count: number, seed: number): string[] {
  const chance = chanceOf(seed);
  const words = new Set<string>();
  while (words.size < count) words.add(inventWord(chance));
  return [...words];
}

function inventWord(chance: Chance): string {
  const syllables = between(chance, 1, 4);
  let word = chance() < 0.2 ? pick(NUCLEI, chance) : "";
  for (let at = 0; at < syllables; at++) word += pick(ONSETS, chance) + pick(NUCLEI, chance);
  return word + pick(CODAS, chance);
}

/** Gives one of some. */
function pick(from: readonly string[], chance: Chance): string {
  return from[Math.floor(chance() * from.length)] ?? "";
}

const VOCABULARY = 20_000;

/** Writes sentences of invented words, few of them often and most of them rarely, as in any language. */
export class Prose {
  // The short words come first: what is said often is short.
  readonly #words = inventWords(VOCABULARY, 1).sort((a, b) => a.length - b.length);
  readonly #zipf = new Zipf(VOCABULARY, 1);

  words(count: number, chance: Chance): string {
    let text = "";
    for (let at = 0; at < count; at++) {
      text += `${at === 0 ? "" : " "}${this.#words[this.#zipf.draw(chance)]}`;
    }
    return text;
  }

  /** Words with a capital at the start and no full stop. */
  headline(count: number, chance: Chance): string {
    const text = this.words(count, chance);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  sentence(chance: Chance): string {
    return `${this.headline(between(chance, 6, 20), chance)}.`;
  }
}
