/** Numbers for tags, keywords and other words, so that a million articles need not hold their names. */
export class Terms {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #wordNumbers = new Map<string, number>();

  /** The numbers of an article's tags, even ones, and of its keywords, odd ones; each once. */
  of(tags: readonly string[], keywords: readonly string[]): number[] {
    const numbers: number[] = [];
    for (const key of tags) addOnce(numbers, this.tagNumber(key));
    for (const key of keywords) addOnce(numbers, this.keywordNumber(key));
    return numbers;
  }

  tagNumber(key: string): number {
    return this.#numberOf(key) * 2;
  }

  keywordNumber(key: string): number {
    return this.#numberOf(key) * 2 + 1;
  }

  /** Above the numbers of all. */
  get bound(): number {
    return this.#numbers.size * 2;
  }

  /** The number of a word that many pages share, such as their language. */
  wordNumber(word: string): number {
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return known;
    this.#wordNumbers.set(word, this.#words.length);
    return this.#words.push(word) - 1;
  }

  wordAt(number: number): string {
    return this.#words[number] ?? "";
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function addOnce(numbers: number[], number: number): void {
  if (!numbers.includes(number)) numbers.push(number);
}
