import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { useReadMarks, useSaved, useSettings } from "#data/device/device.ts";
import { toggleRead, undoAct } from "#data/device/reading-acts.ts";
import { positions } from "#data/device/reading-places.ts";
import { copyStateIn } from "#data/device/saved-state.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { manifestQuery } from "#data/edition/edition-queries.ts";
import { documentImprint } from "#data/edition/imprint.ts";
import { useNeighbours } from "#data/edition/use-neighbours.ts";
import { type StoryOrder, useOrder } from "#data/edition/use-order.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { useKeptIds } from "#data/offline/kept-ids.ts";
import { useIsQuiet } from "#data/quiet.ts";
import { readQueue } from "#data/reading-queue.ts";
import { useSaveToggle } from "#data/save-toggle.ts";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { EMPTY_FILTER, type Filter, withTerm } from "#model/filter.ts";
import { queueFrom } from "#model/reading-queue.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { type Term, termKey } from "#model/term.ts";
import { dayFromSearch } from "#model/wanted-day.ts";
import messages from "#ui/article/article.messages.json";
import { ArticleBar } from "#ui/article/article-bar.tsx";
import { ArticleControls } from "#ui/article/article-controls.tsx";
import { Neighbours } from "#ui/article/article-end.tsx";
import { ArticleView } from "#ui/article/article-view.tsx";
import { hasContents } from "#ui/article/contents.tsx";
import { QueueWays, useWayBack } from "#ui/article/queue-ways.tsx";
import { ReadButton } from "#ui/article/read-button.tsx";
import { ArticleBody } from "#ui/article-body/article-body.tsx";
import { useReadingPlace } from "#ui/article-body/use-reading-place.ts";
import { useListener } from "#ui/listen/listener.tsx";
import { useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { actMessage } from "#ui/story/act-words.ts";
import { saveMessage } from "#ui/story/save-messages.ts";
import { saveWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import { ArticleMenu } from "./article-menu.tsx";
import { useNextUnread } from "./use-next-unread.ts";
import { useWaysAhead } from "./ways-ahead.ts";

/** An article that is at hand, within the list that one came from. */
export function OpenArticle({
  article,
  filter,
  isCopy,
}: {
  article: Article;
  filter: Filter;
  isCopy: boolean;
}) {
  const isQuiet = useIsQuiet();
  useEffect(() => {
    document.title = article.title;
  }, [article.title]);
  // The list may come later than the article: it is drawn at its end, and leaves all else as the reader has it.
  const neighbours = isQuiet ? <WaysOn article={article} filter={filter} /> : null;
  return <Reading {...{ article, filter, isCopy, neighbours }} />;
}

/** The ways on from an article: in the queue in which it was opened, or in its list. */
function WaysOn({ article, filter }: { article: Article; filter: Filter }) {
  const minutes = queueFrom(useLocation().search);
  const queue = minutes === null ? null : readQueue(minutes);
  return queue ? (
    <QueueWays queue={queue} id={article.id} />
  ) : (
    <Ways article={article} filter={filter} />
  );
}

/** The ways on from an article, once its list is there. */
function Ways({ article, filter }: { article: Article; filter: Filter }) {
  const [now] = useState(() => new Date());
  const state = useOrder(filter, now);
  return state.status === "ready" ? (
    <Placed order={state} article={article} filter={filter} />
  ) : null;
}

function Placed({
  order,
  article,
  filter,
}: {
  order: StoryOrder;
  article: Article;
  filter: Filter;
}) {
  const { previous, next, index } = useNeighbours(order, article);
  useWaysAhead(previous, next);
  const day = useDayInAddress();
  useNextUnread(order, index, filter, day);
  return (
    <Neighbours
      previous={previous}
      next={next}
      toStory={(id) => page.article.to(id, filter, day)}
    />
  );
}

function Reading({
  article,
  filter,
  isCopy,
  neighbours,
}: {
  article: Article;
  filter: Filter;
  isCopy: boolean;
  neighbours: ReactNode;
}) {
  const isQuiet = useIsQuiet();
  const navigate = useNavigate();
  const day = useDayInAddress();
  const manifest = useQuery(manifestQuery());
  const language = article.language ?? manifest.data?.language ?? documentImprint().language;
  const labelOf = useTermLabels(sectionFilter(article));
  const controls = useControls(article);
  const [settings, changeSettings] = useSettings();
  const copy = copyStateIn(useSaved(), article.id);
  const speech = useSpeech();
  const { say } = useMessages(messages);
  const keptWords = useKeptIds().has(article.id) ? say("keptOffline") : null;
  const toTerm = (term: Term) => page.latest.to(withTerm(EMPTY_FILTER, term, "included"));
  const onInternalLink = useCallback((path: string) => void navigate(path), [navigate]);
  const listener = useListener(
    {
      id: article.id,
      title: article.title,
      source: article.source,
      language,
      settings,
      onSettings: changeSettings,
      places: positions,
    },
    useReadingPlace(article.id, positions),
  );
  return (
    <>
      <ArticleBar
        {...useWayBack(page.latest.to(filter, day), say("back"))}
        minutes={article.minutes}
      >
        {listener.button}
        <MarkButton article={article} />
        {controls("bar")}
      </ArticleBar>
      <ArticleView
        article={article}
        language={language}
        sectionName={
          article.section === undefined
            ? undefined
            : labelOf({ kind: "section", key: article.section })
        }
        status={isCopy ? say("yourCopy") : (saveWords(copy, speech) ?? keptWords)}
        body={
          <ArticleBody
            key={article.id}
            html={article.body}
            baseUrl={article.link}
            base={editionBase()}
            language={language}
            pictures={loadsRemotePictures(settings, "article") ? "show" : "link"}
            onInternalLink={onInternalLink}
            onBody={listener.onBody}
          />
        }
        actions={
          <>
            {controls("end")}
            {isQuiet ? <ArticleMenu article={article} /> : null}
          </>
        }
        toStory={(id) => page.article.to(id, filter, day)}
        toTag={(label) => toTerm({ kind: "tag", key: termKey(label) })}
        toSection={(key) => toTerm({ kind: "section", key })}
        neighbours={neighbours}
      />
      {listener.bar}
    </>
  );
}

/** The day at which the list stands that one came from. */
function useDayInAddress(): string | null {
  return dayFromSearch(useLocation().search);
}

function sectionFilter({ section }: Article): Filter {
  return section === undefined
    ? EMPTY_FILTER
    : withTerm(EMPTY_FILTER, { kind: "section", key: section }, "included");
}

/** Gives the function that draws the article's controls, at its head and at its end. */
function useControls(article: Article) {
  const tell = useTell();
  const [settings, change] = useSettings();
  const copy = copyStateIn(useSaved(), article.id);
  const speech = useSpeech();
  const toggle = useSaveToggle(
    useCallback((outcome) => tell(saveMessage(outcome, speech)), [tell, speech]),
  );
  const { digest } = article;
  const isLong = useMemo(() => hasContents(article), [article]);
  return (where: "bar" | "end") => (
    <ArticleControls
      where={where}
      title={article.title}
      isSaved={copy.record !== undefined}
      isBusy={copy.status?.kind === "saving"}
      saveWords={saveWords(copy, speech)}
      onToggleSave={digest === undefined ? undefined : () => toggle({ id: article.id, digest })}
      isLong={isLong}
      settings={settings}
      onSettings={change}
      onTell={tell}
    />
  );
}

function MarkButton({ article }: { article: Article }) {
  const tell = useTell();
  const speech = useSpeech();
  const isRead = useReadMarks().has(article.id);
  return (
    <ReadButton
      isRead={isRead}
      onToggle={() => tell(actMessage(toggleRead(article), undoAct, speech))}
    />
  );
}
