import { isHtml, nameOf, stemOf } from "#pipeline/content/folder/file-kind.ts";
import { htmlText, plainText } from "#pipeline/content/source/plain-text.ts";
import type { Source } from "#pipeline/content/source/read-source.ts";

const LONGEST_TITLE = 300;

const HTML_HEADING = /<(h[1-6]|title)\b[^<>]*>([\s\S]{1,2000}?)<\/\1>/i;
const MARKDOWN_HEADING =
  /^ {0,3}#{1,6}[ \t]+(\S.{0,500})|^ {0,3}(\S[^\n]*)\r?\n {0,3}(?:={2,}|-{2,})[ \t]*$/m;

/** Reads an article's title; without one its first heading stands for it, else its file's name. That is told. */
export function readTitle(source: Source, path: string, name: string): string {
  const { fields } = source;
  const title = fields.text("title", LONGEST_TITLE) ?? fields.text("linktitle", LONGEST_TITLE);
  if (title !== undefined) return title;
  const heading = firstHeading(source.body.slice(0, 100_000), isHtml(path));
  const made = heading || humanName(nameOf(name));
  const what = heading ? "first heading" : "file name";
  fields.tell(
    "title",
    `There is no title; the ${what} “${made}” stands for it. Write one: “title: …”.`,
  );
  return made;
}

function firstHeading(body: string, isHtmlBody: boolean): string {
  const html = HTML_HEADING.exec(body)?.[2];
  if (isHtmlBody) return htmlText(html ?? "", LONGEST_TITLE);
  const [, atx, setext] = MARKDOWN_HEADING.exec(body.replace(/^(```|~~~)[\s\S]*?^\1/gm, "")) ?? [];
  const markdown = atx ?? setext?.slice(0, 500);
  if (markdown === undefined) return htmlText(html ?? "", LONGEST_TITLE);
  const heading = markdown
    .replace(/[ \t]+#+[ \t]*$/, "")
    .replace(/\{\{[<%][\s\S]*?[>%]\}\}|\{#[^}]*\}/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]+/g, "");
  return plainText(heading, LONGEST_TITLE);
}

/** Makes words of a file's or a folder's name. */
export function humanName(name: string): string {
  const words = plainText(stemOf(name).replace(/[-_\s]+/g, " "), LONGEST_TITLE);
  return words.charAt(0).toUpperCase() + words.slice(1) || "Untitled";
}
