import { lazy, Suspense } from "react";
import { PlainBody } from "./plain-body.tsx";
import type { SanitizedBodyProps } from "./sanitized-body.tsx";

export type ArticleBodyProps = SanitizedBodyProps;

// The sanitizer is half as large as the rest of the app's own code, and only an open article needs it. It is asked for
// as soon as this file is there, so that it comes while the article does.
const loading = import("./sanitized-body.tsx").then(
  (module) => ({ default: module.SanitizedBody }),
  () => ({ default: PlainBody }),
);
const SanitizedBody = lazy(() => loading);

/** Shows an article's text. */
export function ArticleBody(props: ArticleBodyProps) {
  return (
    <Suspense fallback={<div className="prose" aria-busy="true" />}>
      <SanitizedBody {...props} />
    </Suspense>
  );
}
