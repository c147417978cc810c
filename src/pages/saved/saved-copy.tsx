import { useCallback, useEffect, useMemo } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { unsaveArticle, useReadMarks, useSaved, useSettings } from "#data/device/device.ts";
import { markOpened, toggleRead, undoAct } from "#data/device/reading-acts.ts";
import { positions } from "#data/device/reading-places.ts";
import { copyStateIn } from "#data/device/saved-state.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { useTermLabels } from "#data/edition/use-term-labels.ts";
import { readQueue } from "#data/reading-queue.ts";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { EMPTY_FILTER, withTerm } from "#model/filter.ts";
import { queueFrom } from "#model/reading-queue.ts";
import type { SavedRecord } from "#model/saved.ts";
import { viewFromSearch } from "#model/saved-view.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { type Term, termKey } from "#model/term.ts";
import { ArticleBar } from "#ui/article/article-bar.tsx";
import { ArticleControls } from "#ui/article/article-controls.tsx";
import { Neighbours } from "#ui/article/article-end.tsx";
import { ArticleView } from "#ui/article/article-view.tsx";
import { hasContents } from "#ui/article/contents.tsx";
import { QueueWays, useWayBack } from "#ui/article/queue-ways.tsx";
import { ReadButton } from "#ui/article/read-button.tsx";
import { ArticleBody } from "#ui/article-body/article-body.tsx";
import { useReadingPlace } from "#ui/article-body/use-reading-place.ts";
import { useDeed } from "#ui/keys/deeds.ts";
import { useListener } from "#ui/listen/listener.tsx";
import { useLanguage, useMessages, useSpeech } from "#ui/messages/messages.tsx";
import { actMessage } from "#ui/story/act-words.ts";
import { copyFailure } from "#ui/story/copy-failure.ts";
import { saveMessage } from "#ui/story/save-messages.ts";
import { saveWords } from "#ui/story/save-words.ts";
import { useTell } from "#ui/tell.tsx";
import { ArchiveButton, CopyTools } from "./copy-tools.tsx";
import { EditionNews } from "./edition-news.tsx";
import messages from "./saved-copy.messages.json";
import { useViewRecords } from "./use-view-records.ts";

/** A saved article as it is read: its copy on this device, whatever the edition says by now. */
export function SavedCopy({ article, record }: { article: Article; record: SavedRecord }) {
  const speech = useSpeech();
  const { say } = useMessages(messages);
  const { search } = useLocation();
  const navigate = useNavigate();
  const [settings, changeSettings] = useSettings();
  const { byId } = useSaved();
  const copy = copyStateIn(useSaved(), article.id);
  const sectionName = useSectionName(article);
  const kept = saveWords(copy, speech);
  const controls = useControls(article, kept);
  useEffect(() => {
    document.title = article.title;
    markOpened(article);
  }, [article]);
  const onInternalLink = useCallback((path: string) => void navigate(path), [navigate]);
  const listener = useListener(
    {
      id: article.id,
      title: article.title,
      source: article.source,
      language: article.language,
      settings,
      onSettings: changeSettings,
      places: positions,
    },
    useReadingPlace(article.id, positions),
  );
  const toStory = (other: string) =>
    byId.has(other) ? page.saved.to(other, search) : page.article.to(other);
  const toTerm = (term: Term) => page.latest.to(withTerm(EMPTY_FILTER, term, "included"));
  return (
    <>
      <ArticleBar
        {...useWayBack(page.saved.to(undefined, search), say("back"))}
        minutes={record.link === undefined ? article.minutes : undefined}
      >
        {record.link === undefined ? listener.button : null}
        <ArchiveButton record={record} />
        <MarkButton article={article} />
        {controls("bar")}
      </ArticleBar>
      <ArticleView
        article={article}
        language={article.language}
        sectionName={sectionName}
        status={kept}
        body={
          <>
            <EditionNews article={article} record={record} />
            {record.link === undefined ? (
              <ArticleBody
                key={article.id}
                html={article.body}
                baseUrl={article.link}
                base={editionBase()}
                language={article.language}
                pictures={loadsRemotePictures(settings, "article") ? "show" : "link"}
                onInternalLink={onInternalLink}
                onBody={listener.onBody}
              />
            ) : (
              <AddressAlone link={record.link} />
            )}
          </>
        }
        actions={controls("end")}
        toStory={toStory}
        toTag={(label) => toTerm({ kind: "tag", key: termKey(label) })}
        toSection={(key) => toTerm({ kind: "section", key })}
        neighbours={
          <>
            <CopyTools record={record} isFetching={copy.isFetching} />
            <WaysOn id={article.id} toStory={toStory} />
          </>
        }
      />
      {listener.bar}
    </>
  );
}

/** How the section was called when the story was saved; older copies say its key alone, and the edition may know more. */
function useSectionName({ section, sectionName }: Article): string | undefined {
  const isAsked = section !== undefined && sectionName === undefined;
  const term: Term | null = isAsked ? { kind: "section", key: section } : null;
  const labelOf = useTermLabels(term ? withTerm(EMPTY_FILTER, term, "included") : EMPTY_FILTER);
  return term ? labelOf(term) : sectionName;
}

type Ways = {
  id: string;
  toStory: (id: string) => { pathname: string; search: string };
};

/** The ways on: in the queue in which it was opened, or in the order of the list that one came from. */
function WaysOn({ id, toStory }: Ways) {
  const minutes = queueFrom(useLocation().search);
  const queue = minutes === null ? null : readQueue(minutes);
  return queue ? <QueueWays queue={queue} id={id} /> : <InThisView id={id} toStory={toStory} />;
}

function InThisView({ id, toStory }: Ways) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const { records } = useSaved();
  const read = useReadMarks();
  const view = useMemo(() => viewFromSearch(search), [search]);
  const { shown } = useViewRecords(records, read, view);
  const at = shown.findIndex((record) => record.id === id);
  useDeed("nextUnread", async () => {
    const next = shown.slice(at + 1).find((record) => !read.has(record.id));
    if (next) await navigate(toStory(next.id));
    return next !== undefined;
  });
  if (at === -1) return null;
  return (
    <Neighbours previous={shown[at - 1]?.summary} next={shown[at + 1]?.summary} toStory={toStory} />
  );
}

function AddressAlone({ link }: { link: string }) {
  const { say } = useMessages(messages);
  const { language } = useLanguage();
  return (
    <div className="my-8 font-serif text-lead leading-normal text-soft" lang={language}>
      <p>{say("addressAlone")}</p>
      <p className="mt-4 font-sans text-base">
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="inline-flex min-h-11 items-center underline decoration-accent underline-offset-4 [overflow-wrap:anywhere]"
        >
          <bdi dir="ltr">{link}</bdi>
          <span className="sr-only">{say("newTab")}</span>
        </a>
      </p>
    </div>
  );
}

/** Gives the function that draws the copy's controls, at its head and at its end. */
function useControls(article: Article, words: string | null) {
  const { id, title } = article;
  const speech = useSpeech();
  const tell = useTell();
  const [settings, change] = useSettings();
  const isLong = useMemo(() => hasContents(article), [article]);
  const takeOut = () => {
    void unsaveArticle(id).then(
      (undo) => tell(saveMessage({ kind: "unsaved", undo: () => void undo() }, speech)),
      (error: Error) => tell({ text: copyFailure(error, speech) }),
    );
  };
  return (where: "bar" | "end") => (
    <ArticleControls
      where={where}
      title={title}
      isSaved={true}
      isBusy={false}
      saveWords={words}
      onToggleSave={takeOut}
      isLong={isLong}
      settings={settings}
      onSettings={change}
      onTell={tell}
    />
  );
}

function MarkButton({ article }: { article: Article }) {
  const speech = useSpeech();
  const tell = useTell();
  const isRead = useReadMarks().has(article.id);
  return (
    <ReadButton
      isRead={isRead}
      onToggle={() => tell(actMessage(toggleRead(article), undoAct, speech))}
    />
  );
}
