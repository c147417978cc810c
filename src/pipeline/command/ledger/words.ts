/** Texts that many notes have, each once. It only ever grows: what was packed with it is read by any later one. */
export class Words {
  readonly #words: string[];
  readonly #numbers: Map<string, number>;

  constructor(words: readonly string[] = []) {
    this.#words = [...words];
    this.#numbers = new Map(words.map((word, number) => [word, number]));
  }

  get all(): readonly string[] {
    return this.#words;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}
