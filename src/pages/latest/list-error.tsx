import { Link } from "react-router-dom";
import { EditionError } from "#data/edition/edition-error.ts";
import { page } from "#model/address.ts";
import { NewerVersionError } from "#model/parse.ts";
import { Notice } from "#ui/notice.tsx";

/** What stands in place of a list that could not be had. */
export function ListError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, text } = explain(error);
  return (
    <Notice
      title={title}
      headingLevel={2}
      actions={
        <>
          <button type="button" onClick={onRetry}>
            Try again
          </button>
          <Link to={page.saved.to()}>Saved stories</Link>
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

function explain(error: Error): { title: string; text: string } {
  const kind = error instanceof EditionError ? error.kind : null;
  if (kind === "newer" || error instanceof NewerVersionError) {
    return {
      title: "This edition needs a newer app",
      text: "It was made by a newer version of Offprint than the one that is open. Load the page again to get it.",
    };
  }
  switch (kind) {
    case "offline":
      return {
        title: "The stories can’t be reached",
        text: "There is no answer from the network. What you saved can be read without it.",
      };
    case "missing":
      return {
        title: "A part of this edition is missing",
        text: "The site may be in the middle of being published. Try again in a moment.",
      };
    default:
      return {
        title: "The stories could not be loaded",
        text: "What the server sent is not what it should be. Nothing that you saved is affected.",
      };
  }
}
