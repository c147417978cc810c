import { Suspense } from "react";
import { createPart } from "#ui/part.tsx";
import { PlainBody } from "./plain-body.tsx";
import type { SanitizedBodyProps } from "./sanitized-body.tsx";

export type ArticleBodyProps = SanitizedBodyProps;

// The sanitizer is half as large as the rest of the app's own code, and only an open article needs it.
const SanitizedBody = createPart(() =>
  import("./sanitized-body.tsx").then(
    (module) => module.SanitizedBody,
    () => PlainBody,
  ),
);

/** Loads the sanitizer ahead of the first article. */
export const loadArticleBody = SanitizedBody.load;

/** Has the sanitizer run while nobody waits: what has never run takes three times as long when it does. */
export async function warmArticleBody(): Promise<void> {
  const { sanitizeUsual } = await import("./sanitized-body.tsx");
  sanitizeUsual();
}

/** Shows an article's text. */
export function ArticleBody(props: ArticleBodyProps) {
  return (
    <Suspense fallback={<div className="prose min-h-dvh" aria-busy="true" />}>
      <SanitizedBody {...props} />
    </Suspense>
  );
}
