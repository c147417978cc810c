type Details = ErrorOptions & { readonly advice?: string };

/** Says where, and why, front matter can't be read. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  /** Within the front matter, from 1. */
  readonly line: number;
  /** What to do, as a sentence without its full stop. */
  readonly advice: string;

  constructor(line: number, message: string, { advice, ...options }: Details = {}) {
    super(message, options);
    this.line = line;
    this.advice = advice ?? "Mend this line";
  }
}
