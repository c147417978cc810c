import { ENGLISH } from "#ui/messages/messages.tsx";
import { drawnWords } from "./drawn-words.ts";
import { cleanToElement } from "./purify.ts";
import { type ArticleOptions, sanitizeArticle } from "./sanitize-article.ts";

/** An article, cleaned for leaving the app. */
export type CleanElement = {
  /** Belongs to no page. */
  readonly root: Element;
  readonly direction: "ltr" | "rtl";
};

/**
 * Cleans an article's HTML into elements, for files that leave the app: under the same rules as what is shown. Pictures
 * from elsewhere become links, so that opening the file asks nothing of anybody.
 */
export function cleanElement(
  html: string,
  options: Omit<ArticleOptions, "pictures">,
): CleanElement {
  const { speech = ENGLISH } = options;
  const rules = { ...options, pictures: "link", say: drawnWords(speech) } as const;
  const { html: clean, direction } = sanitizeArticle(html, rules);
  // What is clean stays as it is when it is cleaned once more, and comes out as elements.
  const { root } = cleanToElement(String(clean), { baseUrl: undefined, ...rules });
  return { root, direction };
}
