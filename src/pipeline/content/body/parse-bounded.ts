import { type Document, DomHandler } from "domhandler";
import { Parser, type ParserOptions } from "htmlparser2";

/** The parser moves all that is open with each element that it opens. Browsers nest no deeper than 512. */
const DEEPEST = 1_000;
/** A reader's browser draws no article of more than 60,000. */
const MOST = 200_000;

class TooMuch extends Error {}

class BoundedHandler extends DomHandler {
  #elements = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#elements += 1;
    if (this.tagStack.length > DEEPEST || this.#elements > MOST) throw new TooMuch();
    super.onopentag(name, attributes);
  }
}

/** Parses HTML or XML; null where it holds more elements, or deeper ones, than anybody writes. */
export function parseBounded(text: string, options: ParserOptions): Document | null {
  const handler = new BoundedHandler(null, options);
  try {
    new Parser(handler, options).end(text);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
  return handler.root;
}
