/** Says where, and why, front matter can't be read. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  /** Within the front matter, from 1. */
  readonly line: number;

  constructor(line: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}
