/** A piece of an article's text, as it stands in the document and without the document. */
export type TextRun = {
  readonly text: string;
  /** The number of the block that holds it; the pieces of one follow one another. */
  readonly block: number;
  /** The names of the elements that it stands in; `note-sign` is the sign of a footnote. */
  readonly within: readonly string[];
  /** Of that block: BCP 47. */
  readonly language?: string | undefined;
};

/** A place in the text: so many UTF-16 units into a run. */
type Spot = { readonly run: number; readonly offset: number };

/** What is read aloud in one go, and where it stands. */
export type Sentence = {
  readonly spoken: string;
  readonly from: Spot;
  /** Behind its last letter. */
  readonly to: Spot;
  /** The number of its block: what follows it in another one is another paragraph. */
  readonly block: number;
  readonly language?: string | undefined;
};

/** What nobody wants to hear, or what is said where it stands by something else. */
const SILENT = new Set(
  "audio button caption code embed figcaption iframe math note-sign noscript object pre rp rt samp script select style svg template textarea video".split(
    " ",
  ),
);

/** Says whether a piece of text is read aloud: captions, code and the signs of notes are not. */
export function isHeard({ within }: TextRun): boolean {
  return !within.some((name) => SILENT.has(name));
}

/** Cuts an article's text into the sentences that are read aloud, in their order. */
export function sentencesOf(runs: readonly TextRun[]): readonly Sentence[] {
  return blocksOf(runs).flatMap(sentencesIn);
}

type Block = {
  readonly number: number;
  readonly language: string | undefined;
  readonly runs: { readonly run: number; readonly start: number; readonly text: string }[];
  length: number;
};

function blocksOf(runs: readonly TextRun[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const [run, piece] of runs.entries()) {
    if (!isHeard(piece)) continue;
    let block = blocks.at(-1);
    if (block?.number !== piece.block) {
      block = { number: piece.block, language: piece.language, runs: [], length: 0 };
      blocks.push(block);
    }
    block.runs.push({ run, start: block.length, text: piece.text });
    block.length += piece.text.length;
  }
  return blocks;
}

function sentencesIn(block: Block): readonly Sentence[] {
  const text = inOneLine(block.runs.map((run) => run.text).join(""));
  return cutSentences(text, block.language).flatMap(({ start, end }) => {
    const spoken = wordsOf(text.slice(start, end));
    if (spoken === "") return [];
    const sentence = {
      spoken,
      from: spotAt(block, start),
      to: spotAt(block, end, true),
      block: block.number,
    };
    return [block.language === undefined ? sentence : { ...sentence, language: block.language }];
  });
}

/** A line that ends in the source ends no sentence, but an empty one does. Nothing changes its place. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, (space) =>
    /\n[^\S\n]*\n/.test(space) ? space : " ".repeat(space.length),
  );
}

function cutSentences(text: string, language: string | undefined) {
  // A question mark within an address would end a sentence.
  const masked = text.replace(ADDRESS, (address) => {
    const end = closing(address);
    return "x".repeat(address.length - end.length) + end;
  });
  return segmentsOf(masked, language).map(({ index, segment }) => {
    const start = index + (segment.length - segment.trimStart().length);
    return { start, end: Math.max(start, index + segment.trimEnd().length) };
  });
}

function segmentsOf(text: string, language: string | undefined) {
  // Firefox has had it since 125: before, a paragraph is read in one go.
  if (typeof Intl.Segmenter !== "function") return [{ index: 0, segment: text }];
  return [...segmenterOf(language).segment(text)];
}

function segmenterOf(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    // Whoever wrote the article may have called its language anything.
    return new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
}

const ADDRESS = /(?:https?:\/\/|\bwww\.)[^\s<>"“”„«»]+/gi;

function closing(address: string): string {
  return /[.,;:!?…'’)\]}]*$/.exec(address)?.[0] ?? "";
}

/** What is said of a sentence: an address by its host, and not at all where nothing else stands there. */
function wordsOf(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text.replace(ADDRESS, ""))) return "";
  return text
    .replace(ADDRESS, (address) => hostOf(address) + closing(address))
    .replace(/\s+/g, " ")
    .trim();
}

function hostOf(address: string): string {
  return (
    /^(?:https?:\/\/)?(?:[^/@]*@)?(?:www\.)?([^/:?#]*)/i
      .exec(address)?.[1]
      ?.replace(/[.,;!…'’)\]}]+$/, "") ?? ""
  );
}

function spotAt({ runs }: Block, at: number, isEnd = false): Spot {
  // A sentence's end belongs to the run that it ends, not to the next one's beginning.
  const found = runs.findLast(({ start }) => (isEnd ? start < at : start <= at)) ?? runs[0];
  return found ? { run: found.run, offset: at - found.start } : { run: 0, offset: 0 };
}
