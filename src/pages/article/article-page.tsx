import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { matchPath, useLocation, useNavigationType } from "react-router-dom";
import { useIsSaved, useSavedArticle } from "#data/device/device.ts";
import { markOpened } from "#data/device/reading-acts.ts";
import { EditionError } from "#data/edition/edition-error.ts";
import { articleQuery } from "#data/edition/edition-queries.ts";
import { articleIdFrom, page } from "#model/address.ts";
import type { Article } from "#model/article.ts";
import { filterFromSearch } from "#model/filter.ts";
import { ArticleError, NoSuchArticle, NotDue, Over } from "./article-notices.tsx";
import { ArticleSkeleton } from "./article-skeleton.tsx";
import { AtHand } from "./at-hand.tsx";
import { OpenArticle } from "./open-article.tsx";

/** One article, at the address that its id makes. */
export function ArticlePage() {
  const { pathname } = useLocation();
  const params = matchPath(page.article.pattern, pathname)?.params;
  const id = articleIdFrom(params?.shard, params?.rest);
  return id === null ? <NoSuchArticle /> : <KnownArticle key={id} id={id} />;
}

function KnownArticle({ id }: { id: string }) {
  const { state: handed } = useLocation();
  const isFresh = useNavigationType() !== "POP";
  // The list says which text it named, so what was fetched for it serves; a reload asks whether there is a newer one.
  const [digest] = useState(() => (isFresh ? digestIn(handed) : undefined));
  const edition = useQuery(articleQuery(id, digest));
  // A text that arrives is cleaned and drawn in slices, between which the page answers.
  const article = useDeferredValue(edition.data);
  const isSaved = useIsSaved(id);
  const saved = useSavedArticle(id);
  if (article) return <Timed article={article} />;
  // Said at once; where a further try brings it, it takes the place of this.
  const error = edition.error ?? edition.failureReason;
  if (!error) return <ArticleSkeleton />;
  // The copy on this device is there for exactly this.
  if (isSaved && saved.data) return <Shown article={saved.data} isCopy={true} />;
  const isOffline = error instanceof EditionError && error.kind === "offline";
  return (
    <>
      <ArticleError error={error} onRetry={() => void edition.refetch()} />
      {isOffline ? <AtHand /> : null}
    </>
  );
}

/** An article within the time that its publisher gave it. */
function Timed({ article }: { article: Article }) {
  const [now] = useState(() => new Date());
  const [isWanted, setWanted] = useState(false);
  const state = timeOf(article, now);
  if (state === "early") return <NotDue article={article} />;
  if (state === "over" && !isWanted) {
    return <Over article={article} onRead={() => setWanted(true)} />;
  }
  return <Shown article={article} isCopy={false} />;
}

function Shown({ article, isCopy }: { article: Article; isCopy: boolean }) {
  const { search } = useLocation();
  useEffect(() => {
    markOpened(article);
  }, [article]);
  const filter = useMemo(() => filterFromSearch(search), [search]);
  return <OpenArticle article={article} filter={filter} isCopy={isCopy} />;
}

function digestIn(handed: unknown): string | undefined {
  if (typeof handed !== "object" || handed === null || !("digest" in handed)) return undefined;
  const { digest } = handed;
  return typeof digest === "string" && /^[0-9a-f]{16}$/.test(digest) ? digest : undefined;
}

function timeOf({ appears, expires }: Article, now: Date): "early" | "due" | "over" {
  if (appears !== undefined && Date.parse(appears) > now.getTime()) return "early";
  return expires !== undefined && Date.parse(expires) <= now.getTime() ? "over" : "due";
}
