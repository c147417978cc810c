/** One answer that went over the wire. */
export type Answer = {
  /** Below the base, without the search part. */
  readonly path: string;
  /** What the browser said it wants it for: `document`, `script`, `style`, `font`, `empty` for data, … */
  readonly purpose: string;
  readonly status: number;
  /** Bytes of the packed body, and of what HTTP/1.1 puts around it. */
  readonly body: number;
  readonly headers: number;
};

/**
 * Counts what a server sends. The browser's own protocol is no witness here: of what a second page of one profile
 * fetches ahead it says 0 bytes, although they were sent.
 */
export class Wire {
  readonly #answers: Answer[] = [];
  #pending = 0;
  #lastChange = performance.now();

  begin(): void {
    this.#pending += 1;
    this.#lastChange = performance.now();
  }

  /** Without an answer: it was given up. */
  end(answer?: Answer): void {
    this.#pending -= 1;
    this.#lastChange = performance.now();
    if (answer) this.#answers.push(answer);
  }

  /** What was sent so far; from now on it counts anew. */
  take(): Answer[] {
    return this.#answers.splice(0);
  }

  /** Waits until nothing has been on its way for a while. */
  async quiet(ms: number): Promise<void> {
    while (this.#pending > 0 || performance.now() - this.#lastChange < ms) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Says whether an answer is one of the edition's data files. */
export function isData({ path }: Answer): boolean {
  return path.startsWith("data/");
}

/** Says whether an answer is a part of the app: a document, a script, a style. */
export function isCode(answer: Answer): boolean {
  return !isData(answer) && ["document", "script", "style"].includes(answer.purpose);
}

/** The bodies' bytes of some answers. */
export function bytesOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { body }) => sum + body, 0);
}

/** The bytes around the bodies. */
export function headersOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { headers }) => sum + headers, 0);
}
