import type { ReactNode } from "react";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";
import type { Imprint } from "#model/first-view.ts";
import { type Term, termKey } from "#model/term.ts";
import { LatestHead } from "#pages/latest/latest-head.tsx";
import messages from "#ui/article/article.messages.json";
import { ArticleBar, BarButton, shareClass } from "#ui/article/article-bar.tsx";
import { ArticleView } from "#ui/article/article-view.tsx";
import contentsMessages from "#ui/article/contents.messages.json";
import { ReadButton } from "#ui/article/read-button.tsx";
import noticeMessages from "#ui/article-body/notice.messages.json";
import { Notice } from "#ui/article-body/notice.tsx";
import listening from "#ui/listen/listener.messages.json";
import { messagesOf, type Speech } from "#ui/messages/messages.tsx";
import { SaveButton } from "#ui/story/save-button.tsx";
import { Frame } from "./frame.tsx";

/** An article as the app draws it at first, for a reader of whom nothing is known. */
export function FirstArticle({
  imprint,
  speech,
  article,
  sectionName,
  body,
  isLong,
  data,
}: {
  imprint: Imprint;
  speech: Speech;
  article: Article;
  sectionName: string | undefined;
  /** The cleaned text; null where there is none. */
  body: { content: ReactNode; direction: "ltr" | "rtl" } | null;
  /** Whether its parts are listed. */
  isLong: boolean;
  /** What the document carries with the text, for the app to read. */
  data: string;
}) {
  const { say } = messagesOf(messages, speech);
  const { say: sayOfContents } = messagesOf(contentsMessages, speech);
  const { say: sayOfNotice } = messagesOf(noticeMessages, speech);
  const { say: sayListen } = messagesOf(listening, speech);
  const language = article.language ?? imprint.language;
  const toTerm = (term: Term) => page.latest.to(withTerm(EMPTY_FILTER, term, "included"));
  const controls = (where: "bar" | "end") => (
    <>
      <span className={shareClass(where)}>
        <BarButton label={say("share")} icon="share" />
      </span>
      <SaveButton title={article.title} isSaved={false} onToggle={() => undefined} />
    </>
  );
  return (
    <Frame
      {...imprint}
      speech={speech}
      stories={undefined}
      tags={[]}
      shows="main"
      list={<LatestHead filter={EMPTY_FILTER} labelOf={({ key }) => key} total={undefined} />}
      main={
        <>
          <ArticleBar
            back={page.latest.to(EMPTY_FILTER)}
            backLabel={say("back")}
            minutes={article.minutes}
          >
            <BarButton label={sayListen("listen")} icon="listen" />
            {/* Opening it counts as reading it. */}
            <ReadButton isRead={true} onToggle={() => undefined} />
            {isLong ? <BarButton label={sayOfContents("contents")} icon="contents" /> : null}
            <BarButton label={say("howSet")} icon="type" />
            {controls("bar")}
          </ArticleBar>
          <ArticleView
            article={article}
            language={language}
            sectionName={sectionName}
            body={
              body ? (
                <div className="prose" lang={language} dir={body.direction} data-article={data}>
                  {body.content}
                </div>
              ) : (
                <Notice baseUrl={article.link}>{sayOfNotice("empty")}</Notice>
              )
            }
            actions={controls("end")}
            toStory={(id) => page.article.to(id, EMPTY_FILTER)}
            toTag={(label) => toTerm({ kind: "tag", key: termKey(label) })}
            toSection={(key) => toTerm({ kind: "section", key })}
          />
        </>
      }
    />
  );
}
