import { lazy } from "react";

/** Loads a page that shows an article together with the sanitizer: one wait instead of two. */
async function withArticleBody<T>(page: Promise<T>): Promise<T> {
  const body = import("#ui/article-body/article-body.tsx");
  // Where it can't be had, an article's words are shown plainly, and that is told where they stand.
  await body.then((it) => it.loadArticleBody()).catch(() => undefined);
  return page;
}

const loadArticle = () => withArticleBody(import("#pages/article/article-page.tsx"));
const loadTags = () => import("#pages/tags/tags-page.tsx");
const loadSavedList = () => import("#pages/saved/saved-list.tsx");
const loadSavedWelcome = () => import("#pages/saved/saved-welcome.tsx");
const loadSavedArticle = () => withArticleBody(import("#pages/saved/saved-article-page.tsx"));
const loadSettings = () => import("#pages/settings/settings-page.tsx");

/** The pages that the first view of the list does not need. */
export const ArticlePage = lazy(() => loadArticle().then((it) => ({ default: it.ArticlePage })));
export const TagsPage = lazy(() => loadTags().then((it) => ({ default: it.TagsPage })));
export const SavedList = lazy(() => loadSavedList().then((it) => ({ default: it.SavedList })));
export const SavedWelcome = lazy(() =>
  loadSavedWelcome().then((it) => ({ default: it.SavedWelcome })),
);
export const SavedArticlePage = lazy(() =>
  loadSavedArticle().then((it) => ({ default: it.SavedArticlePage })),
);
export const SettingsPage = lazy(() => loadSettings().then((it) => ({ default: it.SettingsPage })));

/**
 * Loads all parts of the app ahead of their use: the first tap on a story waits for none, and what is saved opens
 * although the network has gone in the meantime.
 */
export async function loadAllParts(): Promise<void> {
  await Promise.all([
    loadSavedList(),
    loadSavedArticle(),
    loadArticle(),
    loadTags(),
    loadSavedWelcome(),
    loadSettings(),
  ]);
}
