/** Numbers for tags and keywords, so that a million articles need not hold their names. */
export class Terms {
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, string>();

  /** The numbers of an article's tags, even ones, and of its keywords, odd ones; each once. */
  of(tags: readonly string[], keywords: readonly string[]): number[] {
    const numbers: number[] = [];
    const add = (number: number) => {
      if (!numbers.includes(number)) numbers.push(number);
    };
    for (const key of tags) add(this.#numberOf(key) * 2);
    for (const key of keywords) add(this.#numberOf(key) * 2 + 1);
    // A copy has no room for more, of which a list that grew has twice as much as it needs.
    return numbers.slice();
  }

  /** The same text, of equal ones always the first that came. */
  once(word: string): string {
    const known = this.#words.get(word);
    if (known === undefined) this.#words.set(word, word);
    return known ?? word;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
