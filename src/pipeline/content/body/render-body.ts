import { clip, type Tell } from "#pipeline/content/source/fields.ts";
import { renderMarkdown } from "./markdown.ts";
import {
  escapeHtml,
  isReference,
  referenceOf,
  renderShortcode,
  type ShortcodePage,
} from "./shortcode-html.ts";
import { replaceShortcodes, type Shortcode } from "./shortcode-parser.ts";

/** What a body's shortcodes may ask for. */
export type BodyPage = Pick<ShortcodePage, "reference" | "param">;

/** A link that leads nowhere: what is linked becomes plain text. */
export const NOWHERE = "offprint:nowhere";

/** A browser shows no more of an article; and of much more, the parser's memory would not last. */
const LONGEST_MARKDOWN = 2_000_000;
const TOO_LONG =
  "The text has more than 2 million characters of Markdown, so it is shown as it is written. Split it, or write HTML.";

/** Stands for rendered HTML while Markdown is rendered, as in Hugo; these characters are in no text. */
const MARK = /<p>\s*\uE0FF(\d+)\uE0FE\s*<\/p>|\uE0FF(\d+)\uE0FE/g;

/**
 * Renders a body as HTML: Markdown or HTML with Hugo's shortcodes. Those that Offprint doesn't know leave their inner
 * text, and are told once each.
 */
export function renderBody(
  body: string,
  isHtml: boolean,
  page: BodyPage,
  bodyLine: number,
  tell: Tell,
): string {
  const pieces: string[] = [];
  const told = new Set<string>();
  const keep = (html: string): string => `\uE0FF${pieces.push(html) - 1}\uE0FE`;
  const markup = (text: string): string => {
    return isHtml ? text : renderMarkdown(text).replace(/^<p>([\s\S]*)<\/p>\n$/, onlyParagraph);
  };
  const render = (shortcode: Shortcode): string => {
    const { name, inner, params, line } = shortcode;
    if (isReference(name)) return refer(referenceOf(params), bodyLine + line - 1);
    const html = renderShortcode(shortcode, { ...page, markup });
    if (html !== null) return keep(html);
    if (!told.has(name)) tell(bodyLine + line - 1, unknown(name, inner));
    told.add(name);
    return inner ?? "";
  };
  const refer = (target: string, line: number): string => {
    const address = page.reference(target);
    if (address === null && !told.has("ref")) {
      tell(line, `No published article is “${clip(target)}”. Correct the ref, or publish it.`);
      told.add("ref");
    }
    return address ?? NOWHERE;
  };
  const clean = body.replace(/[\uE0FE\uE0FF]/g, "");
  const text = replaceShortcodes(clean, render, isHtml ? escapeHtml : String);
  if (isHtml) return putBack(text, pieces);
  if (text.length <= LONGEST_MARKDOWN) return putBack(renderMarkdown(text), pieces);
  tell(bodyLine, TOO_LONG);
  return putBack(`<p>${escapeHtml(text)}</p>`, pieces);
}

function unknown(name: string, inner: string | null): string {
  const what = inner === null ? "it is left out" : "only the text inside of it is kept";
  return `The shortcode “${clip(name)}” is none of Hugo's own, so ${what}. Write HTML or Markdown for it.`;
}

function onlyParagraph(whole: string, inner: string): string {
  return inner.includes("<p>") ? whole : inner;
}

/** Puts rendered pieces back, those within pieces too: a piece only refers to earlier ones. */
function putBack(html: string, pieces: readonly string[]): string {
  if (pieces.length === 0) return html;
  const whole: string[] = [];
  const fill = (text: string): string => {
    return text.replace(MARK, (_, alone?: string, within?: string) => {
      return whole[Number(alone ?? within)] ?? "";
    });
  };
  for (const piece of pieces) whole.push(fill(piece));
  return fill(html);
}
