import MarkdownIt, { type MarkdownIt as Markdown, type Token } from "markdown-it";
import anchor from "markdown-it-anchor";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import taskLists from "markdown-it-task-lists";

/** Set as Hugo sets Goldmark: tables, strikethrough, footnotes, task and definition lists, typographic marks. */
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: true })
  .use(deflist)
  .use(footnote)
  .use(taskLists)
  .use(headingIds)
  .use(anchor, { slugify: headingSlug, tabIndex: false, uniqueSlugStartIndex: 1 })
  .use(declaredIds);
// GitHub's rule: a bare `example.com` is no link.
markdown.linkify.set({ fuzzyLink: false });
markdown.validateLink = () => true;

/** Renders Markdown as HTML, raw HTML kept. What the HTML holds is not to be trusted. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** Renders one line of Markdown, without a paragraph around it. */
export function renderInline(text: string): string {
  return markdown.renderInline(text);
}

/** Takes the id that a heading declares, `## Name {#id}`, out of its text. */
function headingIds(md: Markdown): void {
  md.core.ruler.before("linkify", "heading-ids", ({ tokens }) => {
    for (const [index, opening] of tokens.entries()) {
      if (opening.type === "heading_open") takeId(opening, tokens[index + 1]?.children?.at(-1));
    }
  });
}

function takeId(opening: Token, last: Token | undefined): void {
  const match = last?.type === "text" ? /\s*\{([^{}]*)\}\s*$/.exec(last.content) : null;
  if (!last || !match) return;
  last.content = last.content.slice(0, match.index);
  const id = /#([^\s#.]+)/.exec(match[1] ?? "")?.[1];
  if (id) opening.meta = { id };
}

/** Sets the declared ids last: the plugin throws where one stands twice. */
function declaredIds(md: Markdown): void {
  md.core.ruler.push("declared-ids", ({ tokens }) => {
    for (const token of tokens) {
      const id = token.type === "heading_open" ? token.meta?.id : undefined;
      if (typeof id === "string") token.attrSet("id", id);
    }
  });
}

/** GitHub's way to make an id of a heading. */
function headingSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");
}
