import { sanitizeArticle } from "#ui/article-body/sanitize-article.ts";
import { faultsIn } from "./faults.ts";

const PLACE = { base: "/news/", baseUrl: "https://paper.example/2026/story.html" };

/** Says what is wrong with a body once it is sanitized, in the browser that the test runs in. */
export function faultsOfBody(html: string): string[] {
  const once = sanitizeArticle(html, PLACE).html;
  const container = document.createElement("div");
  container.innerHTML = String(once);
  document.body.replaceChildren(container);
  const faults = faultsIn(container);
  // What is sanitized again, as a saved copy is, stays as it was.
  const again = String(sanitizeArticle(String(once), PLACE).html);
  return again === String(once) ? faults : [...faults, `changes: ${once} → ${again}`];
}
