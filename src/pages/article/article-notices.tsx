import type { ReactNode } from "react";
import { EditionError } from "#data/edition/edition-error.ts";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { Link } from "#ui/link.tsx";
import { useMessages } from "#ui/messages/messages.tsx";
import { Notice } from "#ui/notice.tsx";
import ways from "#ui/shell/ways.messages.json";
import { useCalendar } from "#ui/when.tsx";
import messages from "./article-notices.messages.json";

function Ways() {
  const { say } = useMessages(ways);
  return (
    <>
      <Link to={page.latest.to()}>{say("latest")}</Link>
      <Link to={page.saved.to()}>{say("saved")}</Link>
    </>
  );
}

/** An address that has the form of an article's, and no article. */
export function NoSuchArticle() {
  const { say } = useMessages(messages);
  return (
    <Notice title={say("noSuch")} actions={<Ways />}>
      <p>{say("noSuchWhy")}</p>
    </Notice>
  );
}

/** An article that is published already and not to be read yet. */
export function NotDue({ article }: { article: Article }) {
  const { say } = useMessages(messages);
  const calendar = useCalendar();
  return (
    <Notice title={say("notDue")} actions={<Ways />}>
      <p>{article.appears ? say("notDueWhy", { date: calendar.full(article.appears) }) : null}</p>
    </Notice>
  );
}

/** An article whose publisher set an end to it. */
export function Over({ article, onRead }: { article: Article; onRead: () => void }) {
  const { say } = useMessages(messages);
  const calendar = useCalendar();
  return (
    <Notice
      title={say("expired")}
      actions={
        <>
          <button type="button" onClick={onRead}>
            {say("readAnyway")}
          </button>
          <Ways />
        </>
      }
    >
      <p>
        {say("expiredWhy", {
          title: article.title,
          date: article.expires ? calendar.full(article.expires) : "",
        })}
      </p>
    </Notice>
  );
}

/** An article that could not be had. */
export function ArticleError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const kind = error instanceof EditionError ? error.kind : "broken";
  const { say } = useMessages(messages);
  const { say: sayWay } = useMessages(ways);
  const retry: ReactNode =
    kind === "missing" ? null : (
      <button type="button" onClick={kind === "newer" ? () => location.reload() : onRetry}>
        {sayWay(kind === "newer" ? "reloadPage" : "tryAgain")}
      </button>
    );
  return (
    <Notice
      title={say(kind === "missing" ? "noSuch" : kind)}
      actions={
        <>
          {retry}
          <Ways />
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
