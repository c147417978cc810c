import { useCallback, useEffect } from "react";
import { Link, useLocation, useNavigate } from "react-router-dom";
import {
  markRead,
  unsaveArticle,
  useIsSaved,
  useSaved,
  useSavedArticle,
  useSettings,
} from "#data/device/device.ts";
import { editionBase } from "#data/edition/edition-base.ts";
import { page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { EMPTY_FILTER, type Filter, withTerm } from "#model/filter.ts";
import { loadsRemotePictures } from "#model/settings.ts";
import { termKey } from "#model/term.ts";
import { ArticleBar } from "#ui/article/article-bar.tsx";
import { ArticleControls } from "#ui/article/article-controls.tsx";
import { Neighbours } from "#ui/article/article-end.tsx";
import { ArticleView } from "#ui/article/article-view.tsx";
import { ArticleBody } from "#ui/article-body/article-body.tsx";
import { Notice } from "#ui/notice.tsx";
import { saveMessage } from "#ui/story/save-messages.ts";
import { useTell } from "#ui/tell.tsx";

/** A saved copy: all of it comes from this device. */
export function SavedArticlePage({ id }: { id: string }) {
  const { data, error } = useSavedArticle(id);
  const isSaved = useIsSaved(id);
  const { isComplete } = useSaved();
  if (data && isSaved) return <Copy article={data} />;
  if (!isSaved && !isComplete) return null;
  if (!isSaved || error) return <NoCopy reason={isSaved ? error?.message : undefined} />;
  return null;
}

function NoCopy({ reason }: { reason: string | undefined }) {
  return (
    <Notice
      title={reason ? "This copy can’t be opened" : "This story is not saved here"}
      actions={
        <>
          <Link to={page.saved.to()}>Saved stories</Link>
          <Link to={page.latest.to()}>The latest stories</Link>
        </>
      }
    >
      <p>
        {reason ??
          "It was taken out, or it was saved in another browser: what you save stays on the device on which you save it."}
      </p>
    </Notice>
  );
}

function Copy({ article }: { article: Article }) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const tell = useTell();
  const [settings, change] = useSettings();
  const { records } = useSaved();
  const at = records.findIndex((record) => record.id === article.id);
  useEffect(() => {
    document.title = article.title;
    markRead(article.id);
  }, [article]);
  const onInternalLink = useCallback((path: string) => void navigate(path), [navigate]);
  const takeOut = () => {
    void unsaveArticle(article.id).then(
      (undo) => tell(saveMessage({ kind: "unsaved", undo: () => void undo() })),
      (error: Error) => tell({ text: error.message }),
    );
  };
  const controls = (where: "bar" | "end") => (
    <ArticleControls
      where={where}
      title={article.title}
      isSaved={true}
      isBusy={false}
      onToggleSave={takeOut}
      settings={settings}
      onSettings={change}
      onTell={tell}
    />
  );
  const toStory = (other: string) =>
    records.some(({ id }) => id === other) ? page.saved.to(other, search) : page.article.to(other);
  const byTerm = (filter: Filter) => page.latest.to(filter);
  return (
    <>
      <ArticleBar
        back={page.saved.to(undefined, search)}
        backLabel="Back to the saved stories"
        minutes={article.minutes}
      >
        {controls("bar")}
      </ArticleBar>
      <ArticleView
        article={article}
        language={article.language}
        status="Saved on this device"
        body={
          <ArticleBody
            key={article.id}
            html={article.body}
            baseUrl={article.link}
            base={editionBase()}
            language={article.language}
            pictures={loadsRemotePictures(settings, "article") ? "show" : "link"}
            onInternalLink={onInternalLink}
          />
        }
        actions={controls("end")}
        toStory={toStory}
        toTag={(label) =>
          byTerm(withTerm(EMPTY_FILTER, { kind: "tag", key: termKey(label) }, "included"))
        }
        toSection={(key) => byTerm(withTerm(EMPTY_FILTER, { kind: "section", key }, "included"))}
        neighbours={
          <Neighbours
            previous={records[at - 1]?.summary}
            next={records[at + 1]?.summary}
            toStory={toStory}
          />
        }
      />
    </>
  );
}
