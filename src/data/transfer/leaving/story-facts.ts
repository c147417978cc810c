import { articlePath } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import type { Traveller } from "#model/backup.ts";

/** Where a story is to be read on the web: at its original, else in the edition that it came from. */
export function addressOf(article: Article, home: string): string {
  return article.link ?? new URL(articlePath(article.id).slice(1), home).href;
}

/** All labels of a story: those that it came with, and the reader's own. */
export function labelsOf({ article, labels }: Pick<Traveller, "article" | "labels">): string[] {
  return [...new Set([...article.tags, ...(labels ?? [])])];
}

/** Who wrote and published it, and when, in one line. */
export function bylineOf({ authors, source, date }: Article): string {
  return [authors.join(", "), source, date?.slice(0, 10)].filter(Boolean).join(" · ");
}
