import MarkdownIt, { type MarkdownIt as Markdown, type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { taskLists } from "./task-lists.ts";

/** Set as Hugo sets Goldmark: tables, strikethrough, footnotes, task and definition lists, typographic marks. */
function createRenderer(): Markdown {
  const made = new MarkdownIt({ html: true, linkify: true, typographer: true })
    .use(deflist)
    .use(footnote)
    .use(taskLists)
    .use(headingIds);
  // GitHub's rule: a bare `example.com` is no link.
  made.linkify.set({ fuzzyLink: false });
  // `www.example.com` is one; what may stand after `//` is what may stand after `www.`.
  made.linkify.add("www.", {
    validate: (text, position, { re }) => {
      const host = re.get_relative_proto_validator();
      host.lastIndex = position;
      return host.exec(text)?.[0].length ?? 0;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  made.validateLink = () => true;
  return made;
}

const markdown = createRenderer();
/** Nobody writes so many notes, and the work for those in brackets, `^[…]`, grows with their square. */
const MOST_NOTES = 3_000;
const withoutNotes = createRenderer().disable("footnote_inline");

/** Renders Markdown as HTML, raw HTML kept. What the HTML holds is not to be trusted. */
export function renderMarkdown(text: string): string {
  return htmlBlockOf(text) ?? rendererFor(text).render(text);
}

function rendererFor(text: string): Markdown {
  return text.split("^[", MOST_NOTES + 2).length > MOST_NOTES + 1 ? withoutNotes : markdown;
}

/** Begins with an element after which everything up to a blank line is HTML (CommonMark 0.31, section 4.6, kind 6). */
const HTML_BLOCK = /^<\/?(?:p|div|section|article|h[1-6]|ul|ol|table|figure|blockquote)[ >]/i;
/** Ends the block, or is changed by the parser wherever it stands. */
const NOT_ONE_BLOCK = /\n[ \t]*\n|[\r\0]/;

/** Gives what Markdown makes of a text that is one block of HTML, as importers write it; null where that is not certain. */
function htmlBlockOf(text: string): string | null {
  if (!HTML_BLOCK.test(text)) return null;
  let end = text.length;
  while (end > 0 && " \t\n".includes(text.charAt(end - 1))) end -= 1;
  const block = text.slice(0, end);
  if (NOT_ONE_BLOCK.test(block)) return null;
  const rest = text.indexOf("\n", end);
  return rest < 0 ? text : text.slice(0, rest + 1);
}

/** Renders one line of Markdown, without a paragraph around it. */
export function renderInline(text: string): string {
  return markdown.renderInline(text);
}

/** Gives every heading an id: the one that it declares, `## Name {#id}`, else one made of its text. */
function headingIds(md: Markdown): void {
  // Before quotes and dashes are set, which an id must not have.
  md.core.ruler.before("linkify", "declared-ids", ({ tokens }) => {
    for (const [opening, inline] of headingsOf(tokens)) takeId(opening, inline.children?.at(-1));
  });
  md.core.ruler.push("heading-ids", ({ tokens }) => {
    const headings = [...headingsOf(tokens)];
    const used = new Set(headings.map(([opening]) => opening.attrGet("id")));
    const counts = new Map<string, number>();
    for (const [opening, inline] of headings) {
      if (opening.attrGet("id") !== null) continue;
      const id = unusedId(headingSlug(textOf(inline)), used, counts);
      if (id !== "") opening.attrSet("id", id);
    }
  });
}

function* headingsOf(tokens: readonly Token[]): Generator<readonly [Token, Token]> {
  for (const [index, opening] of tokens.entries()) {
    const inline = opening.type === "heading_open" ? tokens[index + 1] : undefined;
    if (inline) yield [opening, inline];
  }
}

function takeId(opening: Token, last: Token | undefined): void {
  const match = last?.type === "text" ? /\s*\{([^{}]*)\}\s*$/.exec(last.content) : null;
  if (!last || !match) return;
  last.content = last.content.slice(0, match.index);
  const id = /#([^\s#.]+)/.exec(match[1] ?? "")?.[1];
  if (id) opening.attrSet("id", id);
}

function textOf({ children }: Token): string {
  const shown = (children ?? []).filter(({ type }) => type === "text" || type === "code_inline");
  return shown.map(({ content }) => content).join("");
}

/** A second heading of one name gets `-1`; `counts` keeps a thousand of them from being tried one by one. */
function unusedId(
  slug: string,
  used: Set<string | number | null>,
  counts: Map<string, number>,
): string {
  if (slug === "") return "";
  let count = counts.get(slug) ?? 0;
  while (used.has(count === 0 ? slug : `${slug}-${count}`)) count += 1;
  counts.set(slug, count + 1);
  const id = count === 0 ? slug : `${slug}-${count}`;
  used.add(id);
  return id;
}

/** GitHub's way to make an id of a heading. */
function headingSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");
}
