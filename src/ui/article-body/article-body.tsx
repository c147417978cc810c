import { lazy, Suspense } from "react";
import { PlainBody } from "./plain-body.tsx";
import type { SanitizedBodyProps } from "./sanitized-body.tsx";

export type ArticleBodyProps = SanitizedBodyProps;

// The sanitizer is half as large as the rest of the app's own code, and only an open article needs it.
const load = () => import("./sanitized-body.tsx");
const SanitizedBody = lazy(() =>
  load().then(
    (module) => ({ default: module.SanitizedBody }),
    () => ({ default: PlainBody }),
  ),
);

/** Loads the sanitizer ahead of the first article. */
export async function loadArticleBody(): Promise<void> {
  await load();
}

/** Shows an article's text. */
export function ArticleBody(props: ArticleBodyProps) {
  return (
    <Suspense fallback={<div className="prose min-h-dvh" aria-busy="true" />}>
      <SanitizedBody {...props} />
    </Suspense>
  );
}
