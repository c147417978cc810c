import { ENGLISH, type Speech } from "#ui/messages/messages.tsx";
import { arrange } from "./arrange.ts";
import { directionOf } from "./directions.ts";
import { drawnWords } from "./drawn-words.ts";
import { straighten } from "./links.ts";
import { cleanToElement, cleanToHtml } from "./purify.ts";
import type { Rules } from "./rules.ts";

/** How much of an article is shown. A browser is busy with this much for about half a second. */
const LIMITS = {
  /** Longer sources are cut. */
  characters: 2_000_000,
  /** With more elements than this an article is shown as its text alone, whole. */
  elements: 60_000,
};

export type ArticleOptions = {
  /** The original's address, which relative addresses are resolved against. */
  readonly baseUrl?: string | undefined;
  /** The path of the edition, with a slash at both ends: `/news/`. */
  readonly base: string;
  /** Whether pictures from elsewhere are shown, or become links. */
  readonly pictures?: Rules["pictures"];
  /** What the few words are said in that the app itself puts into the text; English without it. */
  readonly speech?: Speech;
  readonly limits?: Readonly<typeof LIMITS>;
};

export type SanitizedArticle = {
  /** What may be set as HTML. */
  html: TrustedHTML | string;
  /** True where the end of the source is missing. */
  truncated: boolean;
  /** True where the source held too much to be drawn, and only its text is left, its lines kept. */
  textOnly: boolean;
  /** True where nothing is left that could be read or seen. */
  empty: boolean;
  /** Which way the text runs, by its first letter. */
  direction: "ltr" | "rtl";
};

/**
 * Makes a stranger's HTML safe to show, by allow-lists of elements, attributes and values alone.
 *
 * The same source always gives the same result, and the result of a result is itself. Two passes with the same rules:
 * what is set has been parsed and cleaned once more after it was put in order (mutation XSS).
 */
export function sanitizeArticle(html: string, options: ArticleOptions): SanitizedArticle {
  const rules: Rules = {
    baseUrl: options.baseUrl,
    base: options.base,
    pictures: options.pictures ?? "show",
    say: drawnWords(options.speech ?? ENGLISH),
  };
  const limits = options.limits ?? LIMITS;
  const truncated = html.length > limits.characters;
  const source = truncated ? html.slice(0, limits.characters) : html;
  const { root, elements } = cleanToElement(source, rules);
  const textOnly = elements > limits.elements;
  if (textOnly) leaveText(root);
  else arrange(root, rules.say);
  const empty = !root.textContent?.trim() && !root.querySelector("img,audio,video,math");
  const direction = directionOf(root.textContent ?? "") ?? "ltr";
  return {
    html: cleanToHtml(empty ? "" : root.innerHTML, rules),
    truncated,
    textOnly,
    empty,
    direction,
  };
}

/** Leaves one text with empty lines between its paragraphs: as elements they would be too many again. */
function leaveText(root: Element): void {
  for (const block of root.querySelectorAll("blockquote,br,dd,div,dt,h2,h3,h4,h5,h6,li,p,pre,tr")) {
    block.append("\n\n");
  }
  straighten(root);
  root.textContent = (root.textContent ?? "").replace(/\s*\n\s*\n\s*/g, "\n\n").trim();
}
