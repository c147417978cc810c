import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { EditionError, type EditionErrorKind } from "#data/edition/edition-error.ts";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { Notice } from "#ui/notice.tsx";
import { useCalendar } from "#ui/when.tsx";

const WAYS = (
  <>
    <Link to={page.latest.to()}>The latest stories</Link>
    <Link to={page.saved.to()}>Saved stories</Link>
  </>
);

/** An address that has the form of an article's, and no article. */
export function NoSuchArticle() {
  return (
    <Notice title="There is no story at this address" actions={WAYS}>
      <p>
        The address may have been cut short when it was copied, or the story has been taken out of
        the edition.
      </p>
    </Notice>
  );
}

/** An article that is published already and not to be read yet. */
export function NotDue({ article }: { article: Article }) {
  const calendar = useCalendar();
  return (
    <Notice title="This story is not out yet" actions={WAYS}>
      <p>{article.appears ? `It appears on ${calendar.full(article.appears)}.` : null}</p>
    </Notice>
  );
}

/** An article whose publisher set an end to it. */
export function Over({ article, onRead }: { article: Article; onRead: () => void }) {
  const calendar = useCalendar();
  return (
    <Notice
      title="This story has expired"
      actions={
        <>
          <button type="button" onClick={onRead}>
            Read it all the same
          </button>
          {WAYS}
        </>
      }
    >
      <p>
        Its publisher let “{article.title}” end on{" "}
        {article.expires ? calendar.full(article.expires) : null}. What it says may no longer hold.
      </p>
    </Notice>
  );
}

const EXPLANATIONS: Record<EditionErrorKind, { title: string; text: string }> = {
  offline: {
    title: "This story can’t be reached",
    text: "There is no answer from the network, and no copy of the story is saved on this device.",
  },
  missing: {
    title: "There is no story at this address",
    text: "It may have been taken out of the edition, or the address was cut short when it was copied.",
  },
  broken: {
    title: "This story can’t be read",
    text: "What the server sent is no article. The site may be in the middle of being published.",
  },
  newer: {
    title: "This story needs a newer app",
    text: "It was published by a newer version of Offprint than the one that is open. Load the page again to get it.",
  },
  server: {
    title: "The server can’t give this story",
    text: "It answers with an error of its own. Try again in a moment.",
  },
};

/** An article that could not be had. */
export function ArticleError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const kind = error instanceof EditionError ? error.kind : "broken";
  const { title, text } = EXPLANATIONS[kind];
  const retry: ReactNode =
    kind === "missing" ? null : (
      <button type="button" onClick={kind === "newer" ? () => location.reload() : onRetry}>
        {kind === "newer" ? "Load the page again" : "Try again"}
      </button>
    );
  return (
    <Notice
      title={title}
      actions={
        <>
          {retry}
          {WAYS}
        </>
      }
    >
      <p>{text}</p>
      <details className="font-sans text-small">
        <summary className="min-h-11 cursor-pointer py-3">What exactly</summary>
        {error.message}
      </details>
    </Notice>
  );
}
