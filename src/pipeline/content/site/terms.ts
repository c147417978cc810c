/** Numbers for tags and keywords, so that a million articles need not hold their names. */
export class Terms {
  readonly #numbers = new Map<string, number>();

  /** The number of a tag: even. */
  tag(key: string): number {
    return this.#numberOf(key) * 2;
  }

  /** The number of a keyword: odd. */
  keyword(key: string): number {
    return this.#numberOf(key) * 2 + 1;
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(Buffer.from(key).toString(), this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
