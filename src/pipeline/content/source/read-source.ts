import type { ReadText } from "#pipeline/content/folder/read-text.ts";
import { clip, Fields, type Tell } from "./fields.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import { parseFrontMatter } from "./parse-front-matter.ts";
import { type SplitSource, splitSource } from "./split-source.ts";

/** A content file, read. */
export type Source = {
  readonly fields: Fields;
  readonly body: string;
  readonly bodyLine: number;
  /** False where the whole file is body. */
  readonly hasFrontMatter: boolean;
};

/** Makes a source of a file's text; what can't be read is told, and gives the reason in a few words. */
export function readSource(read: ReadText, tell: Tell): Source | { readonly reason: string } {
  if ("reason" in read) {
    tell(read.line, read.message);
    return { reason: read.reason };
  }
  if (read.text.trim() === "") {
    tell(1, "The file is empty. Write an article, or remove it.");
    return { reason: "empty" };
  }
  const parts = splitSource(read.text);
  if (!("unclosed" in parts)) return parseSource(parts, tell);
  const { unclosed, line } = parts;
  const end = unclosed === "{" ? "a closing “}”" : `a line with “${unclosed}”`;
  tell(line, `The front matter that begins here never ends. End it with ${end}.`);
  return { reason: "unclosed front matter" };
}

function parseSource(parts: SplitSource, tell: Tell): Source | { readonly reason: string } {
  const { format, frontMatter, frontMatterLine, body, bodyLine } = parts;
  const hasFrontMatter = format !== null;
  if (!hasFrontMatter) {
    return { fields: new Fields(new Map(), "", 1, tell), body, bodyLine, hasFrontMatter };
  }
  const twins: string[] = [];
  try {
    const values = parseFrontMatter(frontMatter, format, (key) => twins.push(key));
    const fields = new Fields(values, frontMatter, frontMatterLine, tell);
    for (const key of twins) {
      const message = `“${clip(key)}” stands here more than once; the last one holds. Remove the others.`;
      fields.tell(key, message);
    }
    return { fields, body, bodyLine, hasFrontMatter };
  } catch (cause) {
    if (!(cause instanceof FrontMatterError)) throw cause;
    const what = `The front matter is no valid ${format.toUpperCase()}: ${cause.message}`;
    tell(frontMatterLine + cause.line - 1, `${what.replace(/\.$/, "")}. ${cause.advice}.`);
    return { reason: "unreadable front matter" };
  }
}
