import { EditionError } from "#data/edition/edition-error.ts";
import { page } from "#model/address.ts";
import { NewerVersionError } from "#model/parse.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import messages from "./list-error.messages.json";

/** What stands in place of a list that could not be had. */
export function ListError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const kind = kindOf(error);
  return (
    <Notice
      title={say(kind)}
      headingLevel={2}
      actions={
        <>
          <button type="button" onClick={onRetry}>
            {sayWay("tryAgain")}
          </button>
          <Link to={page.saved.to()}>{sayWay("saved")}</Link>
        </>
      }
    >
      <p>{say(`${kind}Why`)}</p>
      <details className="font-sans text-small">
        <summary className="min-h-11 cursor-pointer py-3">{sayWay("whatExactly")}</summary>
        <bdi lang="en">{error.message}</bdi>
      </details>
    </Notice>
  );
}

function kindOf(error: Error): "newer" | "offline" | "missing" | "other" {
  if (error instanceof NewerVersionError) return "newer";
  const kind = error instanceof EditionError ? error.kind : null;
  return kind === "newer" || kind === "offline" || kind === "missing" ? kind : "other";
}
