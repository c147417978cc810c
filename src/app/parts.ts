import { createPart } from "#ui/part.tsx";
import { whenIdle } from "#ui/when-idle.ts";

/** Loads a page that shows an article together with the sanitizer: one wait instead of two. */
async function withArticleBody<T>(page: Promise<T>): Promise<T> {
  const body = Promise.all([import("#ui/article-body/article-body.tsx"), import("#article.css")]);
  // Where it can't be had, an article's words are shown plainly, and that is told where they stand.
  await body.then(([it]) => it.loadArticleBody()).catch(() => undefined);
  return page;
}

/** The pages that the first view of the list does not need. */
export const ArticlePage = createPart(async () => {
  return (await withArticleBody(import("#pages/article/article-page.tsx"))).ArticlePage;
});
export const TagsPage = createPart(async () => {
  return (await import("#pages/tags/tags-page.tsx")).TagsPage;
});
export const SavedList = createPart(async () => {
  return (await import("#pages/saved/saved-list.tsx")).SavedList;
});
export const SavedWelcome = createPart(async () => {
  return (await import("#pages/saved/saved-welcome.tsx")).SavedWelcome;
});
export const SavedArticlePage = createPart(async () => {
  return (await withArticleBody(import("#pages/saved/saved-article-page.tsx"))).SavedArticlePage;
});
export const SettingsPage = createPart(async () => {
  // It shows how an article looks.
  const [{ SettingsPage }] = await Promise.all([
    import("#pages/settings/settings-page.tsx"),
    import("#article.css"),
  ]);
  return SettingsPage;
});
export const ViewsPage = createPart(async () => {
  return (await import("#pages/views/views-page.tsx")).ViewsPage;
});
export const MinutesPage = createPart(async () => {
  return (await import("#pages/minutes/minutes-page.tsx")).MinutesPage;
});
/** What the rail shows of the reader's own filters. */
export const RailViews = createPart(() =>
  import("./rail-views.tsx").then(({ RailViews }) => RailViews, nothing),
);
/** What is said of the network. */
export const NetworkState = createPart<{ saved: number; className: string }>(() =>
  import("./network-state.tsx").then(({ NetworkState }) => NetworkState, nothing),
);
/** What comes after the first view, at every address. */
export const Besides = createPart<{ isReady: boolean; onApply: () => void }>(() =>
  import("./besides.tsx").then(({ Besides }) => Besides, nothing),
);
export const NotFoundPage = createPart(async () => {
  return (await import("#pages/not-found/not-found-page.tsx")).NotFoundPage;
});
export const SharePage = createPart(async () => {
  return (await import("#pages/share/share-page.tsx")).SharePage;
});
export const TransferPage = createPart(async () => {
  return (await import("#pages/transfer/transfer-page.tsx")).TransferPage;
});

/** In the place of what nobody misses where it can't be loaded. */
function nothing() {
  return () => null;
}

/**
 * Loads all parts of the app ahead of their use: the first tap on a story waits for none, and what is saved opens
 * although the network has gone in the meantime.
 *
 * @param isWanted is asked before each of them.
 */
export async function loadAllParts(isWanted: () => boolean): Promise<void> {
  const parts = [
    SavedList,
    SavedArticlePage,
    ArticlePage,
    TagsPage,
    SavedWelcome,
    SettingsPage,
    ViewsPage,
    MinutesPage,
    RailViews,
    TransferPage,
  ];
  for (const part of parts) {
    await whenIdle();
    if (!isWanted()) return;
    await part.load();
  }
  await whenIdle();
  const { warmArticleBody } = await import("#ui/article-body/article-body.tsx");
  if (isWanted()) await warmArticleBody();
}
