import { escapeHtml } from "#data/transfer/escape-html.ts";
import type { TakingWords } from "./cargo-kinds.ts";
import { fieldsOf, listIn, nameOf } from "./documents.ts";
import type { Place } from "./reason.ts";
import type { Fault, Row } from "./row.ts";
import type { ZipText } from "./zip-text.ts";

const METADATA = /(?:^|\/)metadata_[^/]*\.json$/;

/** Says whether a ZIP is one of Omnivore's. */
export function isOmnivore(names: readonly string[]): boolean {
  return names.some((name) => METADATA.test(name));
}

/** Reads the articles of an Omnivore export, each with its text and, below it, its highlights. */
export function* readOmnivore(files: ZipText, words: TakingWords): Generator<Row | Fault> {
  for (const name of files.names.filter((each) => METADATA.test(each)).sort()) {
    const entries = parseList(files.text(name));
    if (!entries) {
      yield { where: { kind: "file", file: name }, name, why: { kind: "noList" } };
      continue;
    }
    for (const [at, entry] of entries.entries()) {
      yield rowOf(fieldsOf(entry), { kind: "entryOf", file: name, number: at + 1 }, files, words);
    }
  }
}

function rowOf(
  entry: Record<string, unknown>,
  where: Place,
  files: ZipText,
  words: TakingWords,
): Row {
  const slug = typeof entry.slug === "string" ? entry.slug : "";
  const content = files.text(`content/${slug}.html`) ?? "";
  const highlights = highlightsOf(files.text(`highlights/${slug}.md`) ?? "", words);
  const state = String(entry.state ?? "").toLowerCase();
  const progress = Number(entry.readingProgress) / 100;
  return {
    where,
    url: entry.url,
    title: entry.title,
    description: entry.description,
    authors: [entry.author],
    savedAt: entry.savedAt,
    published: entry.publishedAt,
    labels: listIn(entry.labels).map(nameOf),
    isArchived: state === "archived",
    isRead: progress >= 1,
    progress,
    html: content,
    below: highlights,
  };
}

/** The marked passages and what was noted on them, as they stand in Markdown: quotes and paragraphs. */
function highlightsOf(markdown: string, words: TakingWords): string {
  const blocks = markdown
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  if (blocks.length === 0) return "";
  const parts = blocks.map((block) => {
    const isQuote = block.startsWith(">");
    const text = escapeHtml(block.replace(/^>\s?/gm, "").replace(/^#+\s*/, ""));
    return isQuote ? `<blockquote><p>${text}</p></blockquote>` : `<p>${text}</p>`;
  });
  return `\n<hr>\n<h2>${escapeHtml(words.highlights)}</h2>\n${parts.join("\n")}`;
}

function parseList(text: string | null): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
