/** A stretch of a code's text, and what it is: `keyword`, `title.function`, … */
export type Token = { scope: string; start: number; end: number };

/** Takes what the highlighter finds as places in the text, where its own would write HTML. */
export class Tokens {
  readonly found: Token[] = [];
  #at = 0;
  readonly #open: { scope: string; start: number }[] = [];

  addText(text: string): void {
    this.#at += text.length;
  }
  startScope(scope: string): void {
    this.#open.push({ scope, start: this.#at });
  }
  endScope(): void {
    const last = this.#open.pop();
    if (last && last.start < this.#at) this.found.push({ ...last, end: this.#at });
  }
  // The highlighter calls the two by these names as well.
  openNode(scope: string): void {
    this.startScope(scope);
  }
  closeNode(): void {
    this.endScope();
  }
  /** A language within another, such as a script in a page. */
  __addSublanguage(inner: object): void {
    if (!(inner instanceof Tokens)) return;
    for (const { scope, start, end } of inner.found) {
      this.found.push({ scope, start: this.#at + start, end: this.#at + end });
    }
    this.#at += inner.#at;
  }
  finalize(): void {
    while (this.#open.length > 0) this.endScope();
  }
  toHTML(): string {
    return "";
  }
}
