import { Parser } from "htmlparser2";

/** The parser moves all that is open with each element that it opens. Browsers nest no deeper than 512. */
const DEEPEST = 1_000;

/** What is told of HTML, in the order in which it is written. */
export type HtmlHandler = {
  /** `place` is where in the HTML it begins. */
  readonly onopentag: (name: string, attributes: Record<string, string>, place: number) => void;
  readonly ontext: (text: string) => void;
  readonly onclosetag: (name: string) => void;
};

/** Reads HTML; says whether to its end, for it stops where elements are nested deeper than anybody writes. */
export function parseBounded(html: string, handler: HtmlHandler): boolean {
  let open = 0;
  let isWhole = true;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open += 1;
      handler.onopentag(name, attributes, parser.startIndex);
      if (open <= DEEPEST) return;
      isWhole = false;
      parser.pause();
    },
    ontext: handler.ontext,
    onclosetag: (name) => {
      open -= 1;
      handler.onclosetag(name);
    },
  });
  parser.write(html);
  parser.end();
  return isWhole;
}
