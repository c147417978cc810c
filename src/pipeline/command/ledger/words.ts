/** Texts that many notes have, each once. It only ever grows: what was packed with it is read by any later one. */
export class Words {
  readonly #words: string[];
  /** Made when first asked for: most runs pack little. */
  #numbers: Map<string, number> | null = null;

  constructor(words: readonly string[] = []) {
    this.#words = [...words];
  }

  get all(): readonly string[] {
    return this.#words;
  }

  numberOf(word: string): number {
    this.#numbers ??= new Map(this.#words.map((known, number) => [known, number]));
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }
}
